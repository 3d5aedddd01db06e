"""A block's text as HTML: escaped, cut where findings begin and end, each finding underlined and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from lint.reporters.located import segments
from lint.reporters.visible import visible
from lint.types.review import Finding
from lint.types.text import Block, Span

_LONG = 180  # code points from which an underline would drown the text; such a passage is marked lightly
_DEEPEST = 8  # findings over the same words that are all underlined; more are only numbered


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that lies over a stretch of text: a finding, or what a ledger or checklist row points at."""

    span: Span
    id: str  # the anchor at its beginning
    finding: Finding | None = None
    number: int = 0  # of the finding's note
    note: str = ""  # id of the finding's note


def inline(text: str, block: Block, marks: Mapping[int, Mark]) -> Markup:
    """The block's text with its marks; overlapping findings are nested, the weaker inside."""
    return Markup("").join(_pieces(text, block, marks))


def _pieces(text: str, block: Block, marks: Mapping[int, Mark]) -> Iterator[Markup]:
    anchored: set[int] = set()
    for segment in segments(block.start, block.end, ((number, mark.span) for number, mark in marks.items())):
        covering = [marks[number] for number in segment.marks]
        for number in segment.marks:
            if number not in anchored and marks[number].span.start >= block.start:
                yield Markup('<span class="at" id="{}"></span>').format(marks[number].id)
            anchored.add(number)
        yield _wrapped(escape(visible(text[segment.start : segment.end])), covering)
        for mark in covering:
            if mark.finding and mark.span.end == segment.end:
                yield Markup('<a class="ref {} {}" href="#{}"><span class="hidden"> finding </span>{}</a>').format(
                    mark.finding.severity, mark.finding.check, mark.note, mark.number
                )


def _wrapped(inner: Markup, covering: Iterable[Mark]) -> Markup:
    found = [mark for mark in covering if mark.finding][:_DEEPEST]
    for depth, mark in reversed(list(enumerate(found))):
        assert mark.finding is not None
        length = mark.span.end - mark.span.start
        css = f"w {mark.finding.severity} {mark.finding.check} n{min(depth, 2)}{' long' if length > _LONG else ''}"
        inner = Markup('<span class="{}" data-n="{}">{}</span>').format(css, mark.note, inner)
    rows = " ".join(mark.id for mark in covering if not mark.finding)
    return Markup('<span data-c="{}">{}</span>').format(rows, inner) if rows else inner
