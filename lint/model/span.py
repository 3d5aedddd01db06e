"""Which words of a marked sentence the mark is about: the clauses that weighed most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_ENDS = frozenset([",", ";", ":", "—", "–", "(", ")", ".", "!", "?", "…", "...", "but", "although", "because", "so", "yet"])
_QUIET = frozenset([*_ENDS, "-", "and", "or", '"', "'"])
_JOIN = 0.25  # a neighbouring clause that weighs less than this share of the best one is left out


def clause(forms: Sequence[str], weighed: Sequence[tuple[float, int, int]]) -> tuple[int, int]:
    """The forms [first, last) of the run of clauses that carries the weight; `weighed` are (weight, first, last) of features."""
    each = [0.0] * len(forms)
    for weight, first, last in weighed:
        for at in range(first, last):
            each[at] += weight / (last - first)
    clauses = _clauses(forms)
    sums = [sum(each[first:last]) for first, last in clauses]
    best = max(range(len(clauses)), key=lambda number: sums[number])
    least = _JOIN * max(sums[best], 0.0)
    low = high = best
    while low > 0 and sums[low - 1] > least:
        low -= 1
    while high + 1 < len(clauses) and sums[high + 1] > least:
        high += 1
    return _trimmed(forms, clauses[low][0], clauses[high][1])


def _clauses(forms: Sequence[str]) -> list[tuple[int, int]]:
    """The clauses, each with the marks before it."""
    edges = [0, *(at for at, form in enumerate(forms) if at and form in _ENDS), len(forms)]
    found = [(first, last) for first, last in pairwise(edges) if any(form not in _QUIET for form in forms[first:last])]
    return found or [(0, len(forms))]


def _trimmed(forms: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Without the marks and joining words at both ends."""
    start, end = first, last
    while start < end and forms[start] in _QUIET:
        start += 1
    while end > start and forms[end - 1] in _QUIET:
        end -= 1
    return (start, end) if end > start else (first, last)
