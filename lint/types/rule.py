"""Rules and topics as loaded: plain data, patterns still text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """One way of breaking a rule: a pattern with the limits that hold for it."""

    pattern: str
    severity: str
    subject: str  # "" or drug: only when the clause is about the drug
    unless: tuple[str, ...]  # scopes that excuse it: negated, hedged, question, conditional, quoted, heading, cited
    exceptions: tuple[str, ...]  # patterns that excuse a match they overlap
    unless_sentence: tuple[str, ...]  # patterns that excuse a match anywhere in its sentence


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows what a rule flags, or that it stays silent."""

    text: str  # "" where files are given
    flags: tuple[str, ...]  # exact quotes, in order; empty: stays silent
    status: tuple[tuple[str, str], ...] = ()  # (requirement id, status)
    related: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()  # first suggestion of each flag, where given
    drug: str = ""
    jurisdiction: str = ""
    kind: str = ""
    label: tuple[tuple[str, str], ...] = ()  # (section, text) of a label that the drug is to have
    judge: str = ""  # what a judge answers, where the example brings one
    files: tuple[tuple[str, str], ...] = ()  # (path, text) of documents reviewed in one run; those in standard/ are approved texts
    encoding: str = "utf-8"  # in which the text is stored


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement on texts, declared as data in rules/."""

    code: str  # CLM101, stable for ever
    name: str  # absolute-efficacy, stable for ever
    check: str
    severity: str
    message: str  # {quote} stands for the words at fault
    why: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    status: str = "stable"  # stable | preview
    jurisdictions: tuple[str, ...] = ()  # empty: all
    matches: tuple[Match, ...] = ()
    detectors: tuple[str, ...] = ()  # the code that finds it, where patterns alone cannot
    title: str = ""  # requirements: what is due, in a few words
    topic: str = ""  # requirements: what must be spoken of
    inadequate: str = ""  # requirements: the message when it is mentioned but not said
    locally: tuple[tuple[str, str], ...] = ()  # requirements: (jurisdiction, what is said there besides the message)
    due: tuple[tuple[str, str], ...] = ()  # requirements: (kind, severity); a kind not named is not due
    gate: tuple[str, ...] = ()  # requirements: "class:immunosuppressant", "reference", "trigger:testimonial"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of speaking of a topic: parts that must all stand within some sentences of each other."""

    parts: tuple[tuple[str, int], ...]  # (part name, how many different wordings of it)
    within: int  # sentences


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter a text can speak of: the only home of its wordings, lay and professional."""

    id: str
    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]  # (name, patterns)
    full: tuple[Way, ...]  # speaks of it well enough
    partial: tuple[Way, ...]  # mentions it, but not enough: inadequate
    denied: tuple[Way, ...]  # says the opposite; contradicts a reference that has a fact on the topic
    exceptions: tuple[str, ...]  # patterns whose matches do not count as speaking of it
    unless: tuple[str, ...]  # scopes in which a mention does not count
    broader: tuple[str, ...] = ()  # conditions: the wider ones that this is a kind of
    found_in: tuple[str, ...] = ()  # sections of a label that are searched for the topic


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A class of medicines: by its members' names and the stems of their generic names."""

    name: str
    title: str
    drugs: tuple[str, ...]  # generic and brand names, lower case
    stems: tuple[str, ...]  # endings of generic names
    exceptions: tuple[str, ...]  # names that end so and are not of the class
    source: str

    def has(self, name: str) -> bool:
        """Whether a medicine of this name, in lower case, is of the class."""
        return name in self.drugs or (name.endswith(self.stems) and name not in self.exceptions if self.stems else False)


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What a sentence that states something of the drug is called in the ledger, and how it is recognised."""

    kind: str
    patterns: tuple[str, ...]
    exceptions: tuple[str, ...]


def selects(selectors: Collection[str], code: str, name: str) -> bool:
    """Whether one of the selectors (codes, names, or families such as CLM) means the rule."""
    return code in selectors or name in selectors or code[:3] in selectors
