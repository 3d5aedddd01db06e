"""Tests of the PDF reader: pages in reading order, places by page, and pages that cannot be read said."""

from __future__ import annotations

import pytest

from lint.readers import pdf as module
from lint.readers import read
from lint.types.review import Skipped
from lint.types.text import Document, Source
from tests.readers.conftest import Read, omitted, passages, texts
from tests.readers.makers import assembled, pdf

PICTURE = "q 400 0 0 400 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID A EI Q\n"


def lines(*texts: str, top: float = 700, size: float = 10, pitch: float = 12) -> list[tuple[float, float, float, str]]:
    return [(50, top - pitch * number, size, text) for number, text in enumerate(texts)]


def test_passages(document: Read) -> None:
    """Larger letters are headings, bullets are items, lines of a paragraph are joined and divided words made whole."""
    page = [
        (50, 760, 18, "Taking it"),
        *lines("Take one tablet each day with a glass of water, and do not stop signi-", "ficantly earlier (really) than you were told."),
        *lines("• with food", "• at night", top=650),
    ]
    found = document("a.pdf", pdf([page]))
    assert passages(found) == [
        ("heading", "Taking it"),
        ("paragraph", "Take one tablet each day with a glass of water, and do not stop significantly earlier (really) than you were told."),
        ("list-item", "with food"), ("list-item", "at night"),
    ]  # fmt: skip
    place = found.place(found.text.index("significantly"), found.text.index("significantly") + 13)
    spans = found.origin(found.text.index("significantly"), found.text.index("significantly") + 13)
    assert (place.quote, [found.source[s.start : s.end] for s in spans]) == ("significantly", ["signi", "ficantly"])


def test_places_name_the_page(document: Read) -> None:
    """A passage that goes on on the next page is one; its words are placed on their own pages."""
    found = document("a.pdf", pdf([lines("The first page ends in the middle of a"), lines("sentence that goes on.")]))
    assert texts(found) == ["The first page ends in the middle of a sentence that goes on."]
    assert [found.place(at, at + 1).location for at in (0, found.text.index("goes"))] == ["page 1", "page 2"]


def test_running_heads_are_read_once(document: Read) -> None:
    """What stands on each page is read where it stands first; page numbers are left out, and both are said."""
    pages = [[(50, 800, 10, "Aza leaflet"), *lines(f"Text of page {n}."), (50, 30, 10, f"Page {n} of 4")] for n in range(1, 5)]
    found = document("a.pdf", pdf(pages))
    assert texts(found).count("Aza leaflet") == 1
    assert [what for what, _ in omitted(found)].count("running head") == 3
    assert [text for what, text in omitted(found) if what == "page number"] == [f"Page {n} of 4" for n in range(1, 5)]


def test_numbers_that_do_not_count_pages_are_text(document: Read) -> None:
    """A number that stands alone is a page number only if it counts the pages, from wherever it begins."""
    pages = [
        [*lines(f"The text of a page about {word}."), (300, 30, 10, str(number))]
        for word, number in (("one", 7), ("two", 8), ("three", 500))
    ]
    found = document("a.pdf", pdf(pages))
    assert [text for what, text in omitted(found) if what == "page number"] == ["7", "8"]
    assert "500" in texts(found)


def test_pages_that_are_pictures_are_gaps() -> None:
    """A scanned page is a gap of its own; a picture beside text is said; a file of scans has one gap."""
    some = list(read(Source("a.pdf", pdf([lines("Some text."), []], extra=PICTURE))))
    assert isinstance(some[0], Document)
    assert [gap.part for gap in some if isinstance(gap, Skipped)] == ["page 2"]
    assert ("image", "") in omitted(some[0])
    (whole,) = read(Source("a.pdf", pdf([[], []], extra=PICTURE)))
    assert isinstance(whole, Skipped)
    assert "all of its 2 pages: it shows pictures" in whole.reason
    (single,) = read(Source("a.pdf", pdf([[]], extra=PICTURE)))
    assert isinstance(single, Skipped)
    assert single.reason.startswith("its one page: it shows pictures")


def reason(data: bytes) -> str:
    (found,) = read(Source("a.pdf", data))
    assert isinstance(found, Skipped)
    return found.reason


def test_what_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a PDF, damaged, protected, empty, or with too many pages: each has its reason."""
    assert "not a PDF" in reason(b"plain words")
    assert "damaged" in reason(pdf([lines("x")])[:200].replace(b"obj", b"xxx"))
    encrypted = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >> /ID [<00> <00>]"
    catalogue = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]
    assert "password" in reason(assembled(catalogue, trailer=encrypted))
    assert "no text" in reason(pdf([[]]))
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    assert "3 pages, more than 2" in reason(pdf([[], [], []]))


def test_a_page_with_too_much_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page beyond the limit is refused, the others are read."""
    monkeypatch.setattr(module, "MOST_CHARACTERS", 20)
    found = list(read(Source("a.pdf", pdf([lines("Short text."), lines("A text of more letters than may be.")]))))
    assert [type(item).__name__ for item in found] == ["Document", "Skipped"]


def test_notes_to_leaflint_are_directives(document: Read) -> None:
    """A note on a page that begins with leaflint speaks to it, at the line it stands beside."""
    content = "BT /F1 10 Tf 50 700 Td (First line) Tj ET BT /F1 10 Tf 50 600 Td (Second line) Tj ET"
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> "
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [20 595 40 612] /Contents (leaflint off CLM101) >>] >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", page, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]  # fmt: skip
    found = document("a.pdf", assembled(objects))
    assert [(d.text, found.source[d.start : d.end]) for d in found.directives] == [("leaflint off CLM101", "Second line")]


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, a PDF is a gap that says how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    assert "leaflint[pdf]" in reason(pdf([lines("x")]))
