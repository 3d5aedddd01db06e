"""Near sentences: which say the same, and which differ in something dangerous."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from lint.repeats.difference import Difference, Words
from lint.repeats.likeness import Likeness, compare_or_edited


@dataclass(frozen=True, slots=True)
class Near:
    """Two sentences, by key, the smaller key first, and what tells them apart."""

    one: int
    other: int
    line: str
    otherline: str
    likeness: Likeness | None  # `there` is the first; None for what may be an edited copy, if its neighbours are alike as well

    @property
    def dangers(self) -> tuple[Difference, ...]:
        """What differs dangerously, gravest first."""
        return self.likeness.dangers if self.likeness else ()

    @property
    def share(self) -> float:
        """The share of words that they have in common, 0 to 1."""
        return self.likeness.share if self.likeness else 0.0


def near(candidates: Iterable[tuple[int, int, str, str]], words: Words) -> Iterator[Near]:
    """The candidates that are near each other."""
    for one, other, line, otherline in candidates:
        likeness, edited = compare_or_edited(_forms(line), _forms(otherline), words)
        if likeness is not None or edited:
            yield Near(one, other, line, otherline, likeness)


@lru_cache(maxsize=20_000)  # each is compared with several
def _forms(line: str) -> tuple[str, ...]:
    return tuple(map(intern, line.split()))
