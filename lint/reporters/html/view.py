"""What the page shows of one document: its text in rows with the notes beside them, and everything that has no place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from lint.reporters.html import pictures
from lint.reporters.html.inline import Mark, inline
from lint.reporters.located import Located
from lint.reporters.visible import short
from lint.types.review import Claim, DocumentReview, Evidence, Finding, Requirement, Run
from lint.types.text import Document

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
class Note:
    """A finding in the margin."""

    number: int
    id: str
    finding: Finding
    anchor: str = ""  # the id of its words; empty where they are not in the text shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of the text."""

    tag: str  # h4 … h6, p
    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks with the notes beside them."""

    lead: tuple[Shown, ...]  # the block that the notes belong to, with the headings above it
    notes: tuple[Note, ...]
    rest: tuple[Shown, ...]  # blocks after it that have no notes


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
    info, prefix = review.document, f"d{number}"
    located = Located(review.original) if review.original else None
    opened = [found for found in review.findings if found.disposition == "open"]
    spans = [located.span(found.place) if located else None for found in opened]
    notes = [Note(n, f"{prefix}f{n}", f, f"{prefix}t{n}" if s else "") for n, (f, s) in enumerate(zip(opened, spans, strict=True), 1)]
    claimed = [located.span(claim.place) if located else None for claim in review.claims]
    satisfied = [located.span(requirement.place) if located else None for requirement in review.requirements]
    marks = [Mark(s, n.anchor, n.finding, n.number, n.id) for n, s in zip(notes, spans, strict=True) if s]
    marks += [Mark(s, f"{prefix}c{n}") for n, s in enumerate(claimed, 1) if s]
    marks += [Mark(s, f"{prefix}q{n}") for n, s in enumerate(satisfied, 1) if s]
    placed = {note.id: note for note in notes if note.anchor}
    raised: dict[str, list[Note]] = {}
    for note in notes:
        if note.finding.check == "safety":
            raised.setdefault(note.finding.requirement or note.finding.name, []).append(note)
    title = _title(review)
    return DocumentView(
        id=prefix,
        title=title,
        review=review,
        rows=tuple(_rows(review.original, marks, placed)) if review.original else (),
        missing=tuple(note for note in notes if note.finding.place is None),
        raised=raised,
        elsewhere=tuple(note for note in notes if note.finding.place is not None and not note.anchor),
        closed=tuple(found for found in review.findings if found.disposition != "open"),
        claims=tuple((c, f"{prefix}c{n}" if s else "") for n, (c, s) in enumerate(zip(review.claims, claimed, strict=True), 1)),
        requirements=tuple(
            (r, f"{prefix}q{n}" if s else "") for n, (r, s) in enumerate(zip(review.requirements, satisfied, strict=True), 1)
        ),
        strip=pictures.strip(
            len(review.original.text) if review.original else 1,
            [(n.number, n.finding.severity, s) for n, s in zip(notes, spans, strict=True) if s],
            review.original.blocks if review.original else (),
        ),
        verdicts=pictures.verdicts(review.claims),
        statuses=pictures.statuses(review.requirements),
        tiles=pictures.tiles(review.requirements),
        references=tuple(reference for reference in run.references if reference[0] in info.drugs),
        sources=tuple(_sources(review)),
        entry=Entry(
            title, f"#{prefix}", info.path, info.part,
            Counter(found.severity for found in opened), Counter(found.check for found in opened),
            Counter(claim.verdict for claim in review.claims),
            Counter(requirement.status for requirement in review.requirements), len(review.skipped),
        ),
    )  # fmt: skip


def _title(review: DocumentReview) -> str:
    """The document's own title, its first heading, or the name of its file."""
    document = review.original
    own = dict(document.meta).get("title", "") if document else ""
    heading = next((block for block in document.blocks if block.kind == "heading"), None) if document else None
    if not own and document and heading and heading is document.blocks[0]:
        own = document.text[heading.start : heading.end]
    name = f"{PurePath(review.document.path).name} {review.document.part}".strip()
    return short(own, _TITLE) or name


def _rows(document: Document, marks: Sequence[Mark], notes: Mapping[str, Note]) -> Iterator[Row]:
    starts = [block.start for block in document.blocks]
    over: list[dict[int, Mark]] = [{} for _ in starts]
    first: dict[int, list[Note]] = {}
    for number, mark in enumerate(marks):
        index = max(0, bisect_right(starts, mark.span.start) - 1)
        if mark.finding:
            first.setdefault(index, []).append(notes[mark.note])
        while index < len(starts) and starts[index] < mark.span.end:
            over[index][number] = mark
            index += 1
    level, shown = 3, []
    for index, block in enumerate(document.blocks):
        level = max(4, min(6, level + 1, block.level + 3)) if block.kind == "heading" else level
        shown.append(Shown(f"h{level}" if block.kind == "heading" else "p", block.kind, inline(document.text, block, over[index])))
    at = begin = 0
    lead: tuple[Shown, ...] = ()
    beside: tuple[Note, ...] = ()
    for index in (*sorted(first), len(shown)):
        begin = index
        while begin > at and index < len(shown) and shown[begin - 1].kind == "heading":
            begin -= 1
        if lead or begin > at:
            yield Row(lead, beside, tuple(shown[at:begin]))
        lead, beside, at = tuple(shown[begin : index + 1]), tuple(first.get(index, ())), index + 1


def _sources(review: DocumentReview) -> Iterator[Evidence]:
    seen: set[tuple[str, str, str]] = set()
    holders: Sequence[Finding | Claim | Requirement] = (*review.findings, *review.claims, *review.requirements)
    for evidence in (evidence for holder in holders for evidence in holder.evidence):
        key = (evidence.source, evidence.date, evidence.url)
        if evidence.source and key not in seen:
            seen.add(key)
            yield evidence
