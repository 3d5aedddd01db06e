"""What a check is given besides the text, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.evidence import LabelSearch
from lint.judge import Judge
from lint.language import Corrector
from lint.rulebook import Matches, Rulebook
from lint.types.reference import Reference
from lint.types.review import Claim, Finding, Requirement, Skipped
from lint.types.settings import SOURCES

if TYPE_CHECKING:  # the model is loaded only where it is used
    from lint.model import ClaimModel


@dataclass(frozen=True, slots=True)
class Brief:
    """The terms of one document's review."""

    rulebook: Rulebook
    matches: Matches  # every pattern of the rulebook, found in this text
    corrector: Corrector  # the vocabulary, drug names and suggestions
    references: tuple[Reference, ...]  # of the drugs the text is about, in the order of Text.drugs
    jurisdiction: str  # US | UK | EU
    kind: str  # leaflet | article | blurb
    today: str  # ISO date
    labels: tuple[LabelSearch, ...] = ()  # of those references that hold a label, ready to be searched
    judge: Judge | None = None  # asked where the comparison abstains; only if the user configured one
    model: ClaimModel | None = None  # proposes claims that no rule names; None: switched off
    min_confidence: float | None = None  # least probability of a finding by the model; None: its own
    sources: frozenset[str] = frozenset(SOURCES)  # what claims are looked for with
    contradicted: tuple[Claim, ...] = ()  # what the checks before this one found the label to be against
    off: frozenset[str] = frozenset()  # codes of rules that are off: they hide no other rule's finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check found in one document."""

    findings: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    skipped: tuple[Skipped, ...] = ()
