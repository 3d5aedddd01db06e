"""What two pages share: all of it, or passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PAGE = 0.7  # share of the shorter page's words that stand in the other, from which the whole page is a copy
LEAST_PAGE = 40  # words without which a page is no page to copy
_SKIPPED = 3  # sentences that a passage may pass over on either side

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
    left = {(first, second): (words, common) for first, second, words, common in links}
    while left:
        key = next(iter(left))
        run, words = [key], 0
        words_of, common = left.pop(key)
        words += 0 if common else words_of
        while following := next((k for k in _following(run[-1]) if k in left), None):
            words_of, common = left.pop(following)
            words += 0 if common else words_of
            run.append(following)
        if words:
            yield Shared((run[0][0], run[-1][0]), (run[0][1], run[-1][1]), words, len(run))


def _following(key: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for apart in range(2, 2 * _SKIPPED + 3):
        for one in range(max(1, apart - _SKIPPED - 1), min(apart, _SKIPPED + 2)):
            yield key[0] + one, key[1] + apart - one
