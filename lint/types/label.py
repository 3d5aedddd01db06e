"""An official label as read: who it is about, and every word of it, by section."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = (
    "product", "boxed", "indications", "dosage", "forms", "contraindications", "warnings", "adverse-reactions", "interactions",
    "populations", "pregnancy", "lactation", "children", "older-people", "kidney", "liver", "driving", "abuse", "overdose",
    "description", "pharmacology", "studies", "storage", "patient", "other",
)  # fmt: skip


OVER_THE_COUNTER = "over-the-counter"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or table row of a label, verbatim but for white space."""

    id: str  # p1, p2 … in the order of the label
    section: str  # one of SECTIONS; other where the label's own heading is not known
    path: tuple[str, ...]  # the headings above it, outermost first, as the label prints them
    text: str
    place: str  # where it stands in the source: "line 120", or a JSON pointer


@dataclass(frozen=True, slots=True)
class Label:
    """An official label of one medicine in one jurisdiction at a version."""

    drug: str  # generic name, lower case, without the salt
    synonyms: tuple[str, ...]  # other generic names, lower case
    brands: tuple[str, ...]
    classes: tuple[str, ...]  # lower case; OVER_THE_COUNTER among them where it needs no prescription
    routes: tuple[str, ...]  # lower case: oral, intravenous …
    identifier: str  # set id, licence number; empty where the label gives none
    version: str
    date: str  # ISO, or as much of it as the label gives
    jurisdiction: str  # US | UK | EU
    title: str
    url: str
    format: str  # spl | openfda | text | html
    sha256: str  # of the file
    passages: tuple[Passage, ...]

    def section(self, *names: str) -> tuple[Passage, ...]:
        """The passages of some sections, in order."""
        return tuple(passage for passage in self.passages if passage.section in names)
