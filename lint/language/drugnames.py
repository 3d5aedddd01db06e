"""Names of medicines: exact, and near enough to be a misspelling of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from lint.data import data_path
from lint.language.wordlists import DRUGS, read_words
from lint.types.reference import Reference

_SHORTEST = 5  # letters of a name that anything is compared with


@dataclass(frozen=True, slots=True)
class Near:
    """A name close to a word."""

    name: str
    drug: str  # the drug's id where a reference knows it, else the name itself
    distance: int  # edits: insert, delete, replace, swap neighbours
    own: bool  # whether it is a name of a reference


@dataclass(frozen=True)
class DrugNames:
    """All names known: those of the references, which come first, and a list of other medicines."""

    drug_of: Mapping[str, str]  # name, lower case: drug id
    own: frozenset[str]  # names of the references
    _by_length: dict[int, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _near: dict[str, tuple[Near, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def build(cls, folder: Path, references: Iterable[Reference]) -> DrugNames:
        """From the lists of medicines in rules/words and the references."""
        drugs = {name: name for file in DRUGS for name in read_words(folder / file) if len(name) >= 4}
        own: set[str] = set()
        for reference in references:
            for name in reference.names:
                drugs[name] = reference.drug
                own.add(name)
        names = cls(drugs, frozenset(own))
        for name in drugs:
            if len(name) >= _SHORTEST:
                names._by_length.setdefault(len(name), []).append(name)
        return names

    def exact(self, word: str) -> str | None:
        """The drug that a word names, in any case, with or without a possessive; None for any other word."""
        return self.drug_of.get(word.lower().replace("’", "'").removesuffix("'s"))

    def near(self, word: str) -> tuple[Near, ...]:
        """The names that a word may be a misspelling of, the likeliest first; () when it is a name itself."""
        low = word.lower().replace("’", "'").removesuffix("'s")
        if low in self.drug_of or len(low) < _SHORTEST or not low.isalpha():
            return ()
        if low not in self._near:
            found = [
                Near(name, self.drug_of[name], distance, name in self.own)
                for length in range(len(low) - 2, len(low) + 3)
                for name in self._by_length.get(length, ())
                if name[0] == low[0] or name[1:3] == low[1:3] or name[0] == low[1]
                if (distance := OSA.distance(low, name, score_cutoff=_allowed(name))) <= _allowed(name)
            ]
            self._near[low] = tuple(sorted(found, key=lambda near: (near.distance - near.own, near.distance, near.name)))
        return self._near[low]


@cache
def other_names(drug: str) -> tuple[str, ...]:
    """The US name of a substance for its international one, and the other way round (rules/words/inn-usan.txt)."""
    return _pairs().get(drug, ())


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    pairs: dict[str, tuple[str, ...]] = {}
    for line in data_path("rules/words/inn-usan.txt").read_text(encoding="utf-8").splitlines():
        names = line.partition("#")[0].split()
        for name in names:
            pairs[name] = tuple(other for other in names if other != name)
    return pairs


def _allowed(name: str) -> int:
    """How many edits off a name may be and still be meant: few in short names, where other words are near."""
    return 1 if len(name) < 8 else 2
