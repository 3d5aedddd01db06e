"""Names of medicines: exact, and near enough to be a misspelling of one, by eye or by ear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from lint.data import data_rows
from lint.kept import kept
from lint.language.nearby import Nearby
from lint.language.slips import cost
from lint.language.wordlists import DRUGS, mark_of, read_words
from lint.types.reference import Reference

_SHORTEST = 5  # letters of a name that anything is compared with
_OWN, _COMMON = 0.9, 0.7  # what it counts in a name's favour that a reference has it, that many people take it
_REMEMBERED = 50_000  # words whose near names are kept in memory
_MARGIN = 1.1  # how much dearer than the best a name may be and still be meant


@dataclass(frozen=True, slots=True)
class Near:
    """A name close to a word."""

    name: str
    drug: str  # the drug's id where a reference knows it, else the name itself
    distance: int  # edits: insert, delete, replace, swap neighbours
    own: bool  # whether it is a name of a reference
    price: float = 0.0  # of the slips that lead from the name to the word, less what speaks for the name


@dataclass(frozen=True)
class DrugNames:
    """All names known: those of the references, which come first, and lists of other medicines."""

    drug_of: Mapping[str, str]  # name, lower case: drug id
    own: frozenset[str]  # names of the references
    common: frozenset[str]  # the medicines that people take most
    added: frozenset[str] = frozenset()  # names of the references that no list has
    mark: str = ""  # of the lists, for what is made of them and kept
    _near: dict[str, tuple[Near, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def build(cls, folder: Path, references: Iterable[Reference]) -> DrugNames:
        """From the lists of medicines in rules/words and the references."""
        shipped = kept("drugs", mark_of(folder), cls, lambda: cls._read(folder))
        own = {name: reference.drug for reference in references for name in reference.names}
        added = frozenset(own) - shipped.drug_of.keys()
        return replace(shipped, drug_of={**shipped.drug_of, **own}, own=frozenset(own), added=added, _near={})

    @classmethod
    def _read(cls, folder: Path) -> DrugNames:
        drugs = {name: name for file in DRUGS for name in sorted(read_words(folder / file)) if len(name) >= 4}
        return cls(drugs, frozenset(), read_words(folder / "drugs-common.txt"), mark=mark_of(folder))

    @cached_property
    def _index(self) -> Nearby:
        listed = self.drug_of.keys() - self.added
        return Nearby.kept("drugs", self.mark, lambda: filter(_is_compared, listed)).with_words(filter(_is_compared, self.added))

    def exact(self, word: str) -> str | None:
        """The drug that a word names, in any case, with or without a possessive; None for any other word."""
        return self.drug_of.get(word.lower().replace("’", "'").removesuffix("'s"))

    def near(self, word: str) -> tuple[Near, ...]:
        """The names that a word may be a misspelling of, the likeliest first; () when it is a name itself."""
        low = word.lower().replace("’", "'").removesuffix("'s")
        if low in self.drug_of or len(low) < _SHORTEST or not low.isalpha():
            return ()
        if low not in self._near:
            if len(self._near) >= _REMEMBERED:
                self._near.clear()
            self._near[low] = self._found(low)
        return self._near[low]

    def _found(self, low: str) -> tuple[Near, ...]:
        most = 1 if len(low) < 6 else 2
        pairs = [*self._index.within(low, most), *self._index.sounding(low, 3 if len(low) > 6 else 2)]
        found = {name: self._priced(low, name, distance) for name, distance in pairs if distance <= 1 or _may_be(low, name, distance)}
        ranked = sorted(found.values(), key=lambda near: (near.price, near.distance, near.name))
        return tuple(near for near in ranked if near.price <= ranked[0].price + _MARGIN)

    def _priced(self, low: str, name: str, distance: int) -> Near:
        own, common = name in self.own, name in self.common
        return Near(name, self.drug_of[name], distance, own, cost(low, name) - _OWN * own - _COMMON * common)


def _is_compared(name: str) -> bool:
    return len(name) >= _SHORTEST


def _may_be(low: str, name: str, distance: int) -> bool:
    """Whether a name so many letters off may be meant: few in short names, where other words are near."""
    return len(name) >= 7 or distance < 2 or low[0] == name[0]


def other_names(drug: str) -> tuple[str, ...]:
    """The US name of a substance for its international one, and the other way round (rules/words/inn-usan.txt)."""
    return _pairs().get(drug, ())


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    pairs: dict[str, tuple[str, ...]] = {}
    for names in data_rows("rules/words/inn-usan.txt"):
        for name in names:
            pairs[name] = tuple(other for other in names if other != name)
    return pairs
