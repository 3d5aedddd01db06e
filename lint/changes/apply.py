"""The stage that sets aside what stands on unchanged lines."""

from __future__ import annotations

from dataclasses import replace

from lint.changes.git import Changes
from lint.types.review import DocumentReview, Finding

WHOLE = "concerns the document as a whole, which changed"


def on_changed_lines(review: DocumentReview, changes: Changes, context: int = 0) -> DocumentReview:
    """The review with open findings on unchanged lines marked; `context`: how many lines around a changed one count as changed."""
    return replace(review, findings=tuple(_judged(found, changes, context) for found in review.findings))


def _judged(found: Finding, changes: Changes, context: int = 0) -> Finding:
    """The finding, marked unless it stands on a changed line.

    What concerns a document as a whole (a statement that is missing, passages that repeat each other) stays open when one of its
    documents changed, and says so.
    """
    if found.disposition != "open":
        return found
    places = [place for place in (found.place, *(other.place for other in found.related)) if place is not None]
    if any(changes.of(place.path).hold(place.line, place.end_line, context) for place in places):
        return found
    if (found.place is None or found.related) and any(changes.of(path) for path in {found.path, *(place.path for place in places)}):
        return replace(found, note="; ".join(part for part in (found.note, WHOLE) if part))
    return replace(found, disposition="unchanged")
