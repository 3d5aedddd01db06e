"""A repeat: passages that say the same, and which repeats another one already tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lint.checks.duplicates.passages import Passage
from lint.repeats.difference import Difference

_COVERED = 0.6  # share of a passage that must lie in a larger one to be told by it


@dataclass(frozen=True, slots=True)
class Repeat:
    """Passages that say the same, the last of which is the redundant one."""

    rule: str
    places: tuple[Passage, ...]  # in order of place
    difference: Difference | None = None
    severity: str = ""  # other than the rule's own
    shared: tuple[str, ...] = ()  # words that tell why passages in other words are one statement


def largest(repeats: Iterable[Repeat]) -> list[Repeat]:
    """The repeats without those that an earlier one tells of: all their places lie in its places."""
    kept: list[Repeat] = []
    at: dict[int, list[Repeat]] = {}  # by sentence
    for repeat in repeats:
        near = {id(other): other for place in repeat.places[-1:] for n in range(place.number, place.last + 1) for other in at.get(n, ())}
        if not any(_covered(repeat, other) for other in near.values()):
            kept.append(repeat)
            for place in repeat.places:
                for number in range(place.number, place.last + 1):
                    at.setdefault(number, []).append(repeat)
    return kept


def _covered(repeat: Repeat, other: Repeat) -> bool:
    return all(any(_inside(place, larger) for larger in other.places) for place in repeat.places)


def _inside(place: Passage, larger: Passage) -> bool:
    shared = min(place.span.end, larger.span.end) - max(place.span.start, larger.span.start)
    return shared >= _COVERED * (place.span.end - place.span.start)
