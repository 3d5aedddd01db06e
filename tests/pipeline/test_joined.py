"""The findings across documents, put into the reviews they belong to."""

from __future__ import annotations

from lint.pipeline.joined import with_findings
from lint.types.review import DocumentInfo, DocumentReview, Finding, Related
from lint.types.text import Place


def found(start: int, end: int, name: str = "x", *related: Related) -> Finding:
    place = Place("a.md", "", start, end, 1, start + 1, 1, end + 1, "q")
    return Finding("DUP101", name, "duplicates", "error", "a.md", "", "m", "w", place, related=related)


def review(*findings: Finding) -> DocumentReview:
    return DocumentReview(DocumentInfo("a.md", "", "", "text", "utf-8", "en-US", "article", "US", (), 1), findings, (), ())


OTHER = Related(Place("b.md", "", 0, 1, 1, 1, 1, 2, "q"), "this page is about x")


def test_findings_come_into_their_document_in_order() -> None:
    """Those of its path and part only; without any it stays as it is."""
    own, across, elsewhere = found(5, 9), found(1, 3), found(0, 1)
    assert with_findings(review(own), {("a.md", ""): [across], ("a.md", "#/1"): [elsewhere]}).findings == (across, own)
    alone = review(own)
    assert with_findings(alone, {("b.md", ""): [elsewhere]}) is alone


def test_a_leftover_learns_where_it_comes_from() -> None:
    """A passage of another page around a leftover medicine is not told twice; elsewhere it is told."""
    leftover = found(5, 9, "wrong-drug-leftover")
    (known,) = with_findings(review(leftover), {("a.md", ""): [found(4, 12, "passage-of-another-page", OTHER)]}).findings
    assert (known.name, known.place, known.related) == ("wrong-drug-leftover", leftover.place, (OTHER,))
    apart = found(6, 12, "passage-of-another-page", OTHER)
    assert with_findings(review(leftover), {("a.md", ""): [apart]}).findings == (leftover, apart)
