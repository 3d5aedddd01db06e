"""What a run found out. Everything here is picklable and becomes JSON without loss."""

from __future__ import annotations

from dataclasses import dataclass

from lint.types.decision import Decision, Suppression
from lint.types.digest import Digest
from lint.types.quick import Quick
from lint.types.rule import Rule
from lint.types.text import Document, Place

FAILED = "check: "  # how a Skipped of a failed check begins
SEVERITIES = ("info", "warning", "error")  # weakest first
VERDICTS = ("supported", "contradicted", "not-in-reference", "not-checked")
DISPOSITIONS = ("open", "suppressed", "baselined", "unchanged")
STATUSES = ("present", "inadequate", "missing", "not-applicable", "not-checked")


@dataclass(frozen=True, slots=True)
class Evidence(Quick):
    """What stands beside a finding or claim: a fact of the drug's reference, or a requirement's source."""

    fact: str  # fact id, such as aza.boxed.malignancy; empty for a regulation
    statement: str
    source: str
    section: str = ""
    date: str = ""
    url: str = ""
    quote: str | None = None  # verbatim, only from an imported label
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Related(Quick):
    """Another place that belongs to a finding."""

    place: Place
    note: str


def listed(related: tuple[Related, ...], most: int) -> tuple[Related, ...]:
    """The first of many related places; the last of them says how many more there are."""
    if len(related) <= most:
        return related
    *first, last = related[:most]
    return (*first, Related(last.place, f"{last.note}, and at {more_places(len(related) - most)}"))


def more_places(count: int) -> str:
    """So many places that are not listed, in words."""
    return f"{count:,} more place{'s' * (count != 1)}"


@dataclass(frozen=True, slots=True)
class Finding(Quick):
    """One problem, for a human to accept or reject."""

    rule: str
    name: str
    check: str  # spelling | duplicates | claims | safety | suppressions
    severity: str
    path: str
    part: str
    message: str
    why: str
    place: Place | None = None  # None for a statement that is missing
    suggestions: tuple[str, ...] = ()
    fix: str | None = None  # safe to apply without looking; never a drug name, number or claim
    drug: str | None = None
    requirement: str | None = None
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    disposition: str = "open"  # open | suppressed | baselined | unchanged
    decision: Decision | None = None  # by which it is suppressed
    note: str = ""  # what a stage after the checks has to say of it, in a few words
    confidence: float | None = None  # how likely it is right, 0 to 1, where the model found it; None: a rule or the evidence did

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"{self.rule}: unknown severity {self.severity!r}")


def place_order(found: Finding) -> tuple[int, int, str, str]:
    """Sorts findings by place; those without one come last, the gravest first, then by code."""
    if found.place is None:
        return (2**62, -SEVERITIES.index(found.severity), found.rule, found.message)
    return (found.place.start, found.place.end, found.rule, found.message)


@dataclass(frozen=True, slots=True)
class Claim(Quick):
    """A passage that states something of the drug that could be true or false."""

    place: Place
    kind: str  # indication, effect, mechanism, dose, route, onset, adverse-reaction, interaction …
    drug: str
    verdict: str
    by: str  # what decided: comparison, rule, topic, none
    evidence: tuple[Evidence, ...] = ()
    note: str = ""  # what a reader must know besides, in a few words

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"unknown verdict {self.verdict!r}")


@dataclass(frozen=True, slots=True)
class Requirement(Quick):
    """A safety statement that is due in a document, and whether it is there."""

    id: str
    title: str
    path: str
    part: str
    status: str
    severity: str
    drug: str | None = None
    place: Place | None = None  # what satisfies it, or nearly does
    evidence: tuple[Evidence, ...] = ()
    note: str = ""  # why inadequate, not-applicable or not-checked

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"unknown status {self.status!r}")


@dataclass(frozen=True, slots=True)
class Skipped(Quick):
    """Something that was asked for and not checked; it travels to every report."""

    path: str
    part: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentInfo(Quick):
    """What a report says of a document."""

    path: str
    part: str
    sha256: str
    format: str
    encoding: str
    language: str
    kind: str  # leaflet | article | blurb
    jurisdiction: str
    drugs: tuple[str, ...]
    words: int
    note: str = ""  # on which medicine it is about, where that is not plain from the text


@dataclass(frozen=True, slots=True)
class DocumentReview(Quick):
    """Everything a run found out about one document; what a worker returns and a cache stores."""

    document: DocumentInfo
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    requirements: tuple[Requirement, ...]
    skipped: tuple[Skipped, ...] = ()
    unreferenced: bool = False  # no medicine, or one of which nothing is known in the jurisdiction
    suppressions: tuple[Suppression, ...] = ()  # what the document's comments ask to leave out
    digest: Digest | None = None  # what the step across documents needs; None where it is not made
    original: Document | None = None  # the document itself, kept only for a format that shows its text


@dataclass(frozen=True, slots=True)
class Run(Quick):
    """What a run was given: enough to repeat it."""

    version: str
    today: str  # ISO date
    rules: tuple[tuple[str, str], ...]  # (pack, sha256)
    references: tuple[tuple[str, str, str, str], ...]  # (drug, jurisdiction, version, sha256)
    partial: bool = False
    skipped: tuple[Skipped, ...] = ()  # of no document: unreadable files, folders
    catalogue: tuple[Rule, ...] = ()  # the rules in force, for formats that describe them
