"""Which runs of stems training knew: asked by their stems one after the other, so that the many it did not know cost next to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from sys import intern
from typing import NamedTuple

from lint.model.features import FUNCTION

_NONE: Mapping[str, int] = {}
_ANY = "_"  # in a feature's name: any one word


Row = int | None  # None: training did not know the feature


class After(NamedTuple):
    """Two stems in a row."""

    row: Row  # of the two
    third: Mapping[str, int]  # third stem: row of the three


class Runs:
    """The features of a table by name, and by the words of their names."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        """`rows`: the row of each name."""
        self._rows = rows
        self._names = sorted(rows)

    def beginning(self, begin: str) -> Iterator[tuple[str, int]]:
        """What goes on from a beginning of names, and the row of each."""
        for at in range(bisect_left(self._names, begin), len(self._names)):
            name = self._names[at]
            if not name.startswith(begin):
                break
            yield name[len(begin) :], self._rows[name]

    def after(self, one: str) -> tuple[Mapping[str, After], Mapping[str, int]]:
        """The runs that begin with a stem, by the second; and by the third those with any word in the middle."""
        pairs, threes = dict[str, int](), defaultdict[str, dict[str, int]](dict)
        for name, row in self.beginning(f"{one} "):
            two, _, three = map(intern, name.partition(" "))  # what is the same object is found at once
            if not three and say(one, two):
                pairs[two] = row
            elif three and (say(one, three) or two not in FUNCTION):
                threes[two][three] = row
        around = {three: row for three, row in threes.get(_ANY, {}).items() if say(one, three)}
        return {two: After(pairs.get(two), threes.get(two, _NONE)) for two in {**pairs, **threes}}, around


def say(one: str, other: str) -> bool:
    """Whether one of two stems at least says something."""
    return one not in FUNCTION or other not in FUNCTION
