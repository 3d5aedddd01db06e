"""Approved texts: shared freely, changed never."""

from __future__ import annotations

from tests.across.conftest import Joined, digest

FOOTER = "Do not stop taking @drug unless your doctor tells you to do so. Call your doctor at once if you have a fever or a sore throat."
STANDARD = digest("standard/safety-footer.md", FOOTER)


def test_the_approved_wording_is_silent(joined: Joined) -> None:
    """Pages may share an approved text."""
    assert joined({"a.md": f"One thing.\n{FOOTER}", "b.md": f"Another thing.\n{FOOTER}"}, [STANDARD]) == []


def test_a_page_that_differs_names_what_differs(joined: Joined) -> None:
    """A “not” that is gone is an error which names the text and the word; one page in a run is enough."""
    (finding,) = joined({"a.md": FOOTER.replace("Do not", "Do")}, [STANDARD])
    assert (finding.name, finding.severity) == ("other-than-approved", "error")
    assert "approved safety footer in: ‘not’" in finding.message
    assert finding.related[0].place.path == "standard/safety-footer.md"


def test_a_sentence_that_is_left_out_is_missed(joined: Joined) -> None:
    """A page with the larger part of an approved paragraph lacks the rest."""
    (finding,) = joined({"a.md": f"One thing.\n{FOOTER.split('. ')[1]}"}, [STANDARD])
    assert finding.severity == "warning"
    assert "‘Do not stop taking @drug" in finding.message
    assert "left out" in finding.message


def test_a_page_without_the_text_is_silent(joined: Joined) -> None:
    """An approved text need not stand on every page."""
    assert joined({"a.md": "The drops lower the pressure inside the eye."}, [STANDARD]) == []


def test_an_approved_text_is_no_page(joined: Joined) -> None:
    """A standard that lies among the pages is not held against itself."""
    assert joined([STANDARD, digest("a.md", FOOTER)], [STANDARD]) == []
