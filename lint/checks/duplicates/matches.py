"""Pairs of passages that say the same, and the runs that pairs of sentences form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.checks.duplicates.passages import LONGEST_BLOCK, Passage
from lint.repeats.difference import Words
from lint.repeats.likeness import EQUAL, Likeness, compare
from lint.repeats.pairs import grams, proposed
from lint.types.text import Span

Pairs = dict[tuple[int, int], Likeness]  # by the numbers of the first sentences, the earlier first
_SKIPPED = 3  # sentences that a run may pass over on either side


def groups(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages of exactly the same words, together; in order of first place, single ones too."""
    same: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        same.setdefault(passage.forms, []).append(passage)
    return list(same.values())


def matched(passages: Sequence[Passage], words: Words, *, strict: bool) -> Pairs:
    """The pairs that say the same: each passage with the next equal one, and near ones."""
    found: Pairs = {(one.number, other.number): EQUAL for group in groups(passages) for one, other in pairwise(group)}
    short = [passage for passage in passages if len(passage.forms) <= LONGEST_BLOCK]
    seen: dict[tuple[tuple[str, ...], tuple[str, ...]], Likeness | None] = {}
    for earlier, later in proposed([grams(passage.forms) for passage in short]):
        one, other = short[earlier], short[later]
        if one.forms == other.forms:
            continue
        key = (one.forms, other.forms)
        if key not in seen:
            seen[key] = compare(*key, words, strict=strict)
        likeness = seen[key]
        if likeness is not None:
            found[(one.number, other.number)] = likeness
    return dict(sorted(found.items()))


def runs(pairs: Pairs) -> Iterator[list[tuple[int, int]]]:
    """Pairs whose sentences follow each other on both sides, with at most some others between."""
    left = dict.fromkeys(pairs)
    while left:
        first = next(iter(left))
        run = [first]
        del left[first]
        while following := next((k for k in _following(run[-1]) if k in left), None):
            run.append(following)
            del left[following]
        yield run


def _following(key: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The keys after one, the nearest first; the two sides of a run never overlap."""
    for apart in range(2, 2 * _SKIPPED + 3):
        for one in range(max(1, apart - _SKIPPED - 1), min(apart, _SKIPPED + 2)):
            if key[0] + one < key[1]:
                yield key[0] + one, key[1] + apart - one


def joined(passages: Sequence[Passage]) -> Passage:
    """Passages that follow each other as one."""
    first, last = passages[0], passages[-1]
    forms = tuple(form for passage in passages for form in passage.forms)
    whole = all(passage.whole for passage in passages)
    return Passage(first.number, last.last, first.block, Span(first.span.start, last.span.end), forms, first.listed, whole)
