"""What the page shows of one document: its text in rows with the notes beside them, and everything that has no place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from lint.reporters.html import pictures
from lint.reporters.html.inline import Mark
from lint.reporters.html.rows import Note, Row, rows_of
from lint.reporters.located import Located
from lint.reporters.visible import short
from lint.types.review import Claim, DocumentReview, Evidence, Finding, Requirement, Run
from lint.types.text import Place

_TITLE = 90  # code points


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's line in the index."""

    title: str
    href: str
    path: str
    part: str
    severities: Mapping[str, int]  # open findings
    checks: Mapping[str, int]  # open findings
    verdicts: Mapping[str, int]
    statuses: Mapping[str, int]
    unchecked: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document as the page shows it."""

    id: str
    title: str
    review: DocumentReview
    rows: tuple[Row, ...]
    missing: tuple[Note, ...]  # statements that are not in the text
    raised: Mapping[str, list[Note]]  # requirement id: the findings on it
    elsewhere: tuple[Note, ...]  # findings whose words are not in the text shown
    closed: tuple[Finding, ...]  # suppressed, baselined or unchanged
    claims: tuple[tuple[Claim, str], ...]  # with the anchor in the text, or ""
    requirements: tuple[tuple[Requirement, str], ...]
    strip: pictures.Strip
    verdicts: tuple[pictures.Share, ...]
    statuses: tuple[pictures.Share, ...]
    tiles: tuple[pictures.Tile, ...]
    references: tuple[tuple[str, str, str, str], ...]  # of Run.references, those of the document's medicines
    sources: tuple[Evidence, ...]  # every source that stands as evidence, once
    entry: Entry


def document_view(review: DocumentReview, number: int, run: Run) -> DocumentView:
    """The view of a review; ids on the page begin with d<number>."""
    prefix, document = f"d{number}", review.original
    marker = _Marker(Located(document) if document else None)
    notes = tuple(_notes(review, prefix, marker))
    claims = tuple((claim, marker.put(claim.place, f"{prefix}c{n}")) for n, claim in enumerate(review.claims, 1))
    requirements = tuple((one, marker.put(one.place, f"{prefix}q{n}")) for n, one in enumerate(review.requirements, 1))
    placed = [(mark.number, mark.finding.severity, mark.span) for mark in marker.marks if mark.finding]
    return DocumentView(
        id=prefix,
        title=_title(review),
        review=review,
        rows=tuple(rows_of(document, marker.marks, {note.id: note for note in notes})) if document else (),
        missing=tuple(note for note in notes if note.finding.place is None),
        raised=_raised(notes),
        elsewhere=tuple(note for note in notes if note.finding.place is not None and not note.anchor),
        closed=tuple(found for found in review.findings if found.disposition != "open"),
        claims=claims,
        requirements=requirements,
        strip=pictures.strip(len(document.text), placed, document.blocks) if document else pictures.strip(1, (), ()),
        verdicts=pictures.verdicts(review.claims),
        statuses=pictures.statuses(review.requirements),
        tiles=pictures.tiles(review.requirements),
        references=tuple(reference for reference in run.references if reference[0] in review.document.drugs),
        sources=tuple(_sources(review)),
        entry=_entry(review, f"#{prefix}", notes),
    )


@dataclass(slots=True)
class _Marker:
    """Finds places in the text, and keeps a mark for each."""

    located: Located | None
    marks: list[Mark] = field(default_factory=list)

    def put(self, place: Place | None, anchor: str, *, finding: Finding | None = None, number: int = 0, note: str = "") -> str:
        """The anchor of the place, or "" where it is not in the text shown."""
        span = self.located.span(place) if self.located else None
        if span is None:
            return ""
        self.marks.append(Mark(span, anchor, finding, number, note))
        return anchor


def _notes(review: DocumentReview, prefix: str, marker: _Marker) -> Iterator[Note]:
    opened = (found for found in review.findings if found.disposition == "open")
    for number, found in enumerate(opened, 1):
        name = f"{prefix}f{number}"
        anchor = marker.put(found.place, f"{prefix}t{number}", finding=found, number=number, note=name)
        related = tuple(marker.put(other.place, f"{name}r{n}") for n, other in enumerate(found.related, 1))
        yield Note(number, name, found, anchor, related)


def _raised(notes: Iterable[Note]) -> dict[str, list[Note]]:
    raised: dict[str, list[Note]] = {}
    for note in notes:
        if note.finding.check == "safety":
            raised.setdefault(note.finding.requirement or note.finding.name, []).append(note)
    return raised


def _entry(review: DocumentReview, href: str, notes: Sequence[Note]) -> Entry:
    return Entry(
        title=_title(review),
        href=href,
        path=review.document.path,
        part=review.document.part,
        severities=Counter(note.finding.severity for note in notes),
        checks=Counter(note.finding.check for note in notes),
        verdicts=Counter(claim.verdict for claim in review.claims),
        statuses=Counter(requirement.status for requirement in review.requirements),
        unchecked=len(review.skipped),
    )


def _title(review: DocumentReview) -> str:
    """The document's own title, its first heading, or the name of its file."""
    document = review.original
    own = dict(document.meta).get("title", "") if document else ""
    heading = next((block for block in document.blocks if block.kind == "heading"), None) if document else None
    if not own and document and heading and heading is document.blocks[0]:
        own = document.text[heading.start : heading.end]
    name = f"{PurePath(review.document.path).name} {review.document.part}".strip()
    return short(own, _TITLE) or name


def _sources(review: DocumentReview) -> Iterator[Evidence]:
    seen: set[tuple[str, str, str]] = set()
    holders: Sequence[Finding | Claim | Requirement] = (*review.findings, *review.claims, *review.requirements)
    for evidence in (evidence for holder in holders for evidence in holder.evidence):
        key = (evidence.source, evidence.date, evidence.url)
        if evidence.source and key not in seen:
            seen.add(key)
            yield evidence
