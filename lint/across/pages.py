"""What two pages share: all of it, or passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PAGE = 0.7  # share of the shorter page's words that stand in the other, from which the whole page is a copy
LEAST_PAGE = 40  # words without which a page is no page to copy
BORDER = 10  # numbers that the border of a paragraph takes: more than a passage may pass over
_DENSE = 0.7  # share of a passage's sentences that must stand on both pages
_SKIPPED = 1  # sentences that a passage may pass over on either side

Link = tuple[int, int, int, bool]  # sentence of one page, sentence of the other, words, whether many pages have it
Range = tuple[int, int]  # sentences [first, last] of a page


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two pages share."""

    one: Range
    other: Range
    words: int
    sentences: int


def share(links: Sequence[Link], words: int, others: int) -> float:
    """The share of the shorter page's words that stand in the other, 0 to 1."""
    if min(words, others) < LEAST_PAGE:
        return 0.0
    seen = {first: count for first, _, count, _ in links}, {second: count for _, second, count, _ in links}
    return min(sum(seen[0].values()), sum(seen[1].values())) / min(words, others)


def passages(links: Sequence[Link]) -> Iterator[Shared]:
    """The longest runs of sentences that follow each other on both pages; what many pages have makes no passage."""
    counts = {(first, second): 0 if common else words for first, second, words, common in links}
    left = dict.fromkeys(counts)
    while left:
        run = [next(iter(left))]
        del left[run[0]]
        while following := next((key for key in _following(run[-1]) if key in left), None):
            del left[following]
            run.append(following)
        for piece in _sound(run):
            words = sum(counts[key] for key in piece)
            if words:
                yield Shared((piece[0][0], piece[-1][0]), (piece[0][1], piece[-1][1]), words, len(piece))


def _following(key: Range) -> Iterator[Range]:
    """The places after one: in the same paragraphs, or at once after a border of both, with at most a heading between."""
    for apart in range(2, 2 * _SKIPPED + 3):
        for one in range(max(1, apart - _SKIPPED - 1), min(apart, _SKIPPED + 2)):
            yield key[0] + one, key[1] + apart - one
    for borders in (1, 2):
        yield key[0] + borders * BORDER, key[1] + borders * BORDER


def _sound(run: list[Range]) -> list[list[Range]]:
    """A run in paragraphs: whole, unless it is two scraps on either side of a border; dense, or in pieces without a gap."""
    parts = _split(run, lambda step: step[0] >= BORDER)
    if len(parts) == 2 and min(map(len, parts)) == 1:
        return [piece for part in parts for piece in _dense(part)]
    pieces = [_dense(part) for part in parts]
    return [run] if all(len(piece) == 1 for piece in pieces) else [piece for group in pieces for piece in group]


def _dense(run: list[Range]) -> list[list[Range]]:
    """The run itself if enough of its sentences stand on both pages, else its pieces without a gap."""
    length = max(run[-1][side] - run[0][side] for side in (0, 1)) + 1
    return [run] if len(run) >= _DENSE * length else _split(run, lambda step: step != (1, 1))


def _split(run: list[Range], apart: Callable[[Range], bool]) -> list[list[Range]]:
    """The run cut wherever the step from one place to the next says so."""
    parts = [[run[0]]]
    for before, key in pairwise(run):
        if apart((key[0] - before[0], key[1] - before[1])):
            parts.append([])
        parts[-1].append(key)
    return parts
