"""From places in the source back to the text that a reader sees, and a text cut where marks begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.types.text import Document, Place, Span


class Located:
    """Finds the text of a document that a place of its source became."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._pieces = sorted((p for p in document.pieces if p.source_end > p.source_start), key=lambda p: p.source_start)
        self._starts = [piece.source_start for piece in self._pieces]

    def span(self, place: Place | None) -> Span | None:
        """The place's span of the text; None where it lies in no visible text of this document."""
        if place is None or (place.path, place.part) != (self.document.path, self.document.part):
            return None
        start, last = self._offset(place.start), self._offset(max(place.start, place.end - 1))
        if start is None or last is None:
            return None
        end = start + len(place.quote)
        if self.document.text[start:end] == place.quote and place.quote:
            return Span(start, end)
        return Span(start, last + 1) if start <= last else None

    def _offset(self, source: int) -> int | None:
        index = bisect_right(self._starts, source) - 1
        if index < 0 or source >= self._pieces[index].source_end:
            return None
        piece = self._pieces[index]
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return piece.start + source - piece.source_start
        return piece.start


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same marks lie."""

    start: int
    end: int
    marks: tuple[int, ...]  # indexes into the spans, in their order


def segments(start: int, end: int, spans: Iterable[tuple[int, Span]]) -> Iterator[Segment]:
    """Text [start, end) cut wherever one of the numbered spans begins or ends; every character is in one segment."""
    inside = [(number, max(span.start, start), min(span.end, end)) for number, span in spans if _over(span, start, end)]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, first, last in inside:
        opens.setdefault(first, []).append(number)
        closes.setdefault(last, []).append(number)
    cuts = sorted({start, end, *opens, *closes})
    covering: dict[int, None] = {}
    for cut, following in pairwise(cuts):
        for number in closes.get(cut, ()):
            covering.pop(number, None)
        covering.update(dict.fromkeys(opens.get(cut, ())))
        yield Segment(cut, following, tuple(sorted(covering)))


def _over(span: Span, start: int, end: int) -> bool:
    return span.start < span.end and span.start < end and span.end > start
