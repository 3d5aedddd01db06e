"""Puts together what belongs together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def roots(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """For each member of a pair, one member that stands for all it is joined with; the same for any order of pairs."""
    above: dict[T, T] = {}

    def top(item: T) -> T:
        while above.setdefault(item, item) != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))  # type: ignore[type-var]
        above[second] = first
    return {item: top(item) for item in list(above)}


def components(pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The members that are joined, directly or through others; each list and the lists in order."""
    found: dict[T, list[T]] = {}
    for item, root in roots(pairs).items():
        found.setdefault(root, []).append(item)
    return sorted(sorted(group) for group in found.values())  # type: ignore[type-var]
