"""What is set aside on unchanged lines, and what concerns the document as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from lint.changes.apply import WHOLE, on_changed_lines
from lint.changes.patch import Lines
from lint.types.review import DocumentInfo, DocumentReview, Finding, Related
from lint.types.text import Place


class Changes:
    """Files and their changed lines."""

    def __init__(self, **lines: Lines) -> None:
        self.lines = lines

    def of(self, path: str) -> Lines:
        return self.lines.get(path.removesuffix(".md"), Lines())


def at(line: int, path: str = "a.md") -> Place:
    return Place(path, "", 0, 1, line, 1, line, 2, "x")


def judged(changes: Changes, context: int = 0, **more: Any) -> Finding:
    """What becomes of a finding in a.md."""
    values = {"rule": "CLM101", "name": "x", "check": "claims", "severity": "error", "path": "a.md", "part": "", "message": "m", "why": "w"}
    info = DocumentInfo("a.md", "", "", "text", "utf-8", "en-US", "article", "US", (), 1)
    review = DocumentReview(info, (Finding(**{**values, **more}),), (), ())
    (found,) = on_changed_lines(review, changes, context).findings  # type: ignore[arg-type]
    return found


CHANGED = Changes(a=Lines(((5, 6),), touched=True))


@pytest.mark.parametrize(("line", "context", "wanted"), [(5, 0, "open"), (4, 0, "unchanged"), (4, 1, "open"), (9, 2, "unchanged")])
def test_lines(line: int, context: int, wanted: str) -> None:
    """A finding counts on a changed line, or near one as far as is asked for."""
    found = judged(CHANGED, context, place=at(line))
    assert (found.disposition, found.note) == (wanted, "")


@pytest.mark.parametrize(("changes", "wanted"), [(CHANGED, ("open", WHOLE)), (Changes(b=Lines(whole=True)), ("unchanged", ""))])
def test_what_is_missing_counts_where_the_document_changed(changes: Changes, wanted: tuple[str, str]) -> None:
    """And says why; an earlier note stays."""
    found = judged(changes, place=None)
    assert (found.disposition, found.note) == wanted
    assert judged(CHANGED, place=None, note="new").note == f"new; {WHOLE}"


def test_passages_count_where_one_of_their_documents_changed() -> None:
    """On a changed line without a word; elsewhere in a changed document with one; in unchanged ones not at all."""
    other = (Related(at(5, "b.md"), "there"),)
    assert judged(Changes(b=Lines(((5, 5),), touched=True)), place=at(1), related=other).note == ""
    assert judged(Changes(b=Lines(((9, 9),), touched=True)), place=at(1), related=other).note == WHOLE
    assert judged(Changes(c=Lines(whole=True)), place=at(1), related=other).disposition == "unchanged"


def test_what_was_decided_stays_decided() -> None:
    """Only open findings are judged."""
    assert judged(Changes(), place=at(1), disposition="suppressed").disposition == "suppressed"
