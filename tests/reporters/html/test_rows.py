"""Tests of how blocks and notes are put into rows."""

from __future__ import annotations

from collections.abc import Callable

from lint.reporters.html.view import document_view
from lint.types.review import DocumentReview, Run

Make = Callable[..., DocumentReview]
TEXT = "# One\n\nFirst plain.\n\nSecond plain.\n\n## Two\n\n### Three\n\nIt cures.\n\nAfter.\n\nIt cures again.\n"


def rows(review: DocumentReview, run: Run) -> list[tuple[list[str], list[int], list[str]]]:
    """Lead, notes and rest of each row, marks left out."""
    view = document_view(review, 1, run)
    return [
        ([str(b.html.striptags()) for b in row.lead], [n.number for n in row.notes], [str(b.html.striptags()) for b in row.rest])
        for row in view.rows
    ]


def test_a_row_begins_where_there_are_notes(make: Make, run: Run) -> None:
    """Blocks before the first note stand alone; headings go with the block under them; what follows stays in the row."""
    found = rows(make(TEXT, ["cures", "cures again"], path="a.md"), run)
    assert found == [
        ([], [], ["One", "First plain.", "Second plain."]),
        (["Two", "Three", "It cures finding 1."], [1], ["After."]),
        (["It cures again finding 2."], [2], []),
    ]


def test_without_findings_there_is_one_row(make: Make, run: Run) -> None:
    """The text stands as it is."""
    ((lead, notes, rest),) = rows(make(TEXT, path="a.md"), run)
    assert (lead, notes, len(rest)) == ([], [], 8)


def test_a_note_on_a_heading_begins_a_row(make: Make, run: Run) -> None:
    """A finding in a heading stands beside the heading, and the text under it follows."""
    found = rows(make(TEXT, ["Two"], path="a.md"), run)
    assert found[1] == (["Two finding 1"], [1], ["Three", "It cures.", "After.", "It cures again."])
