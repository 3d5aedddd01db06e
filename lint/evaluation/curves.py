"""Figures of a method that gives probabilities: how well it ranks, whether it means what it says, how sure a share is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Bin:
    """Sentences whose probabilities lie in [low, high)."""

    low: float
    high: float
    count: int
    said: float  # mean probability
    found: float  # share that is true


def average_precision(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """The mean over all true items of the precision among those ranked at least as high; 0 where there is none."""
    ranked = sorted(zip(scores, truths, strict=True), key=lambda pair: -pair[0])
    hits, total, number = 0, 0.0, 0
    while number < len(ranked):
        same = number
        while same < len(ranked) and ranked[same][0] == ranked[number][0]:
            same += 1
        new = sum(truth for _, truth in ranked[number:same])
        hits += new
        total += new * hits / same
        number = same
    return total / hits if hits else 0.0


def reliability(probabilities: Sequence[float], truths: Sequence[bool], bins: int = 10) -> tuple[Bin, ...]:
    """For each range of probabilities what was said and what was so; empty ranges are left out."""
    found = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        here = [(p, t) for p, t in zip(probabilities, truths, strict=True) if low <= p < high or (p == 1 and high == 1)]
        if here:
            found.append(Bin(low, high, len(here), sum(p for p, _ in here) / len(here), sum(t for _, t in here) / len(here)))
    return tuple(found)


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; (0, 1) where there is nothing to go by."""
    if not total:
        return 0.0, 1.0
    share, square = hits / total, _Z * _Z
    middle = share + square / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    low, high = (middle - spread) / scale, (middle + spread) / scale
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # rounding must not put the share outside


def shown(hits: int, total: int) -> str:
    """A share with its interval: `0.72 (31/43; 0.57 to 0.83)`."""
    low, high = interval(hits, total)
    return f"{hits / total:.2f} ({hits}/{total}; {low:.2f} to {high:.2f})" if total else "none"
