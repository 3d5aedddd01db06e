"""What is known of a drug in a jurisdiction at a version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lint.types.label import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact was read, so that a reader can open it."""

    title: str
    section: str
    date: str  # ISO, or as much of it as the source gives; empty where it gives none
    url: str
    confirmed: bool  # read in the source, not only known


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about a drug, in our words."""

    id: str
    kind: str  # see corpus/references/README.md
    topic: str  # topic id, or empty
    jurisdictions: tuple[str, ...]
    statement: str
    severity: str  # error: must be in any full patient text; warning: should; info: nice to have
    citations: tuple[Citation, ...]
    boxed: bool = False
    conditions: tuple[str, ...] = ()  # indications: topic ids of the conditions
    substances: tuple[str, ...] = ()  # interactions: what it interacts with, as a text names it
    consequence: str = ""  # interactions and contraindications: contraindicated | avoid | reduce-dose | caution | ask
    direction: str = ""  # dosing: down (start high) | up (start low)
    routes: tuple[str, ...] = ()  # forms: oral, injection …; the usual one first
    quote: str = ""  # verbatim from the label that it was derived from
    passage: str = ""  # id of the passage that the quote stands in
    frequency: str = ""  # side effects: very common | common | uncommon | rare | very rare
    effects: tuple[str, ...] = ()  # side effects: their names as a text gives them, lower case
    amounts: tuple[str, ...] = ()  # dosing: the amounts, as the label states them
    maximum: bool = False  # dosing: the amounts are the most that may be taken

    @property
    def confirmed(self) -> bool:
        """Whether at least one citation was read in its source."""
        return any(citation.confirmed for citation in self.citations)


@dataclass(frozen=True, slots=True)
class Required:
    """A safety statement that a full patient text on the drug owes, and the fact it rests on."""

    requirement: str  # requirement id
    fact: str  # fact id
    severity: str
    jurisdictions: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """All facts of one drug; filter by jurisdiction with `facts_in`."""

    drug: str  # INN, lower case
    brands: tuple[tuple[str, tuple[str, ...]], ...]  # (jurisdiction, names)
    classes: tuple[str, ...]
    never_call: tuple[str, ...]
    version: str
    reviewed: str  # ISO date
    jurisdictions: tuple[str, ...]
    facts: tuple[Fact, ...]
    requires: tuple[Required, ...]
    sha256: str
    synonyms: tuple[str, ...] = ()  # other generic names, lower case
    source: Citation | None = None  # the label that the passages are from
    passages: tuple[Passage, ...] = ()
    underived: tuple[str, ...] = ()  # what no fact could be derived from, each in a sentence

    def facts_in(self, jurisdiction: str) -> tuple[Fact, ...]:
        """The facts that hold in a jurisdiction (US, UK or EU)."""
        return self._facts_in.get(jurisdiction, ())

    @cached_property
    def _facts_in(self) -> dict[str, tuple[Fact, ...]]:
        names = dict.fromkeys(name for fact in self.facts for name in fact.jurisdictions)
        return {name: tuple(fact for fact in self.facts if name in fact.jurisdictions) for name in names}

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """Every substance and word of the facts, lower case."""
        words = (word for fact in self.facts for word in fact.statement.lower().split())
        return frozenset([*(name for fact in self.facts for name in fact.substances), *words])

    def requires_in(self, jurisdiction: str) -> tuple[Required, ...]:
        """The safety statements that are owed in a jurisdiction."""
        return tuple(required for required in self.requires if jurisdiction in required.jurisdictions)

    @property
    def names(self) -> tuple[str, ...]:
        """The generic name and every brand, lower case, each once."""
        brands = [name.lower() for _, names in self.brands for name in names]
        return tuple(dict.fromkeys([self.drug, *self.synonyms, *brands]))
