"""Which passages are near each other: proposed by shared runs of words, decided by the words shared in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from lint.checks.duplicates.passages import Passage

GRAM = 4  # words of a run
_FREQUENT = 20  # passages with the same run, above which it proposes nothing
NEAR = 0.8  # share of the longer passage's words that must stand in the other, in order


def groups(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages of exactly the same words, together; in order of first place, single ones too."""
    same: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        same.setdefault(passage.forms, []).append(passage)
    return list(same.values())


def near_pairs(passages: Sequence[Passage], least: float = NEAR) -> Iterator[tuple[Passage, Passage, float]]:
    """Pairs of differing passages that share enough words in order, the earlier first, with the share."""
    index: dict[tuple[str, ...], list[int]] = {}
    for number, passage in enumerate(passages):
        for gram in {passage.forms[at : at + GRAM] for at in range(len(passage.forms) - GRAM + 1)}:
            index.setdefault(gram, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in index.values():
        if 1 < len(numbers) <= _FREQUENT:
            for at, later in enumerate(numbers):
                for earlier in numbers[:at]:
                    shared[(earlier, later)] = shared.get((earlier, later), 0) + 1
    for (earlier, later), _ in sorted(shared.items()):
        one, other = passages[earlier], passages[later]
        if one.forms != other.forms:
            share = _share(one.forms, other.forms)
            if share >= least:
                yield one, other, share


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < 0.5 * longest:
        return 0.0
    return float(LCSseq.similarity(one, other)) / longest
