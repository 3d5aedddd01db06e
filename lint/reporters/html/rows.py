"""The text in rows: blocks on the left, the notes on them on the right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lint.reporters.html.inline import Mark, inline
from lint.types.review import Finding
from lint.types.text import Document

_ABOVE = 3  # the level of the heading over the text: its own begin one deeper


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in the margin."""

    number: int
    id: str
    finding: Finding
    anchor: str = ""  # the id of its words; empty where they are not in the text shown
    related: tuple[str, ...] = ()  # the anchor of each related place, or ""


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


def rows_of(document: Document, marks: Sequence[Mark], notes: Mapping[str, Note]) -> Iterator[Row]:
    """Every block of the document in its order, in rows that begin where a block has notes. `notes` by id."""
    starts = [block.start for block in document.blocks]
    over: list[dict[int, Mark]] = [{} for _ in starts]
    beside: dict[int, list[Note]] = {}
    for number, mark in enumerate(marks):
        index = max(0, bisect_right(starts, mark.span.start) - 1)
        if mark.finding:
            beside.setdefault(index, []).append(notes[mark.note])
        while index < len(starts) and starts[index] < mark.span.end:
            over[index][number] = mark
            index += 1
    return _grouped(list(_shown(document, over)), beside)


def _shown(document: Document, over: Sequence[Mapping[int, Mark]]) -> Iterator[Shown]:
    """The blocks as HTML; no level of heading is skipped, whatever the document does."""
    level = _ABOVE
    for block, marks in zip(document.blocks, over, strict=True):
        if block.kind == "heading":
            level = max(_ABOVE + 1, min(6, level + 1, block.level + _ABOVE))
        tag = f"h{level}" if block.kind == "heading" else "p"
        yield Shown(tag, block.kind, inline(document.text, block, marks))


def _grouped(shown: Sequence[Shown], beside: Mapping[int, Sequence[Note]]) -> Iterator[Row]:
    """A row for each block with notes: headings right above it go with it, blocks after it follow in the same row."""
    at = 0  # blocks before this one are in rows, or in `lead`
    lead: tuple[Shown, ...] = ()
    notes: tuple[Note, ...] = ()
    for index in (*sorted(beside), len(shown)):
        begin = index
        while begin > at and index < len(shown) and shown[begin - 1].kind == "heading":
            begin -= 1
        if lead or begin > at:
            yield Row(lead, notes, tuple(shown[at:begin]))
        lead, notes, at = tuple(shown[begin : index + 1]), tuple(beside.get(index, ())), index + 1
