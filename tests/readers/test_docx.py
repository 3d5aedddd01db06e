"""Tests of the Word reader: the text with tracked changes accepted, with everything that stands around it."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from lint.readers import read
from lint.readers.omitted import left_out
from lint.types.review import Skipped
from lint.types.text import Source
from tests.readers.conftest import Read, passages, texts
from tests.readers.makers import docx, package, paragraph, word_run

INSERTED = f'<w:ins w:id="1" w:author="a">{word_run("not ")}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>always </w:delText></w:r></w:del>'
TEXTBOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" descr="A warning sign"/>'
    f"<w:txbxContent>{paragraph('Do not drive.')}</w:txbxContent></wp:inline></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('Do not drive.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Uses", style="H1") + paragraph("Text."), [("heading", "Uses"), ("paragraph", "Text.")]),
        (paragraph("Uses", style="Mine"), [("heading", "Uses")]),
        (paragraph("one", style="Bullets") + NUMBERED, [("list-item", "one"), ("list-item", "item")]),
        (paragraph("•\ttyped"), [("list-item", "typed")]),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>How to take it</w:t></w:r></w:p>", [("heading", "How to take it")]),
        (paragraph("ana", "phyl", "axis"), [("paragraph", "anaphylaxis")]),
        (paragraph("Do ", INSERTED, DELETED, "stop."), [("paragraph", "Do not stop.")]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>", [("paragraph", "In a control.")]),
        (paragraph("See ", f'<w:hyperlink r:id="x">{word_run("the site")}</w:hyperlink>', "."), [("paragraph", "See the site.")]),
        (paragraph("anti", "<w:r><w:noBreakHyphen/></w:r>", "acid"), [("paragraph", "anti‑acid")]),
        (paragraph("soft", "<w:r><w:softHyphen/></w:r>", "ware"), [("paragraph", "software")]),
        (paragraph("a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), [("paragraph", "a b c")]),
        (paragraph('<w:r><w:instrText> PAGE </w:instrText></w:r>', "3 of 9"), [("paragraph", "3 of 9")]),
        (TABLE, [("cell", "a"), ("cell", "b")]),
        (f"<w:tbl><w:tr><w:tc>{TABLE}</w:tc></w:tr></w:tbl>", [("cell", "a"), ("cell", "b")]),
        (paragraph("Around.", TEXTBOX), [("paragraph", "Do not drive."), ("paragraph", "Around."), ("paragraph", "A warning sign")]),
        (
            f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{word_run('One ')}</w:p>" + paragraph("sentence."),
            [("paragraph", "One sentence.")],
        ),
    ],
)  # fmt: skip
def test_passages(document: Read, body: str, expected: list[tuple[str, str]]) -> None:
    """Headings, lists and cells by style or numbering; insertions taken, deletions not; nothing lost in controls and links."""
    assert passages(document("a.docx", docx(body))) == expected


def test_notes_headers_and_footers(document: Read) -> None:
    """They follow the body, named so that people find them; separators of notes are no text."""
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote><w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'
    data = docx(paragraph("Text."), footnotes=notes, header1=paragraph("Top"), footer1=paragraph("Bottom"))
    found = document("a.docx", data)
    assert texts(found)[0] == "Text."
    places = [(found.text[b.start : b.end], found.place(b.start, b.end).location) for b in found.blocks]
    assert places[0] == ("Text.", "paragraph 1")
    assert ("A note.", "footnote 1") in places
    assert places[-2:] == [("Top", "header"), ("Bottom", "footer")]


def test_places_count_in_the_extracted_text(document: Read) -> None:
    """One line for each passage; offsets, lines and names of places lead to the words."""
    found = document("a.docx", docx(paragraph("Uses", style="H1") + TABLE + paragraph("Take it daily.")))
    start = found.text.index("daily")
    place = found.place(start, start + 5)
    assert found.source.splitlines()[place.line - 1][place.column - 1 :] == "daily."
    assert place.location == "paragraph 2"
    start = found.text.index("b")
    assert found.place(start, start + 1).location == "table 1, row 1, cell 2"


def test_comments_to_leaflint_are_directives(document: Read) -> None:
    """A comment that begins with leaflint speaks to it, at the words it is attached to; others are no text."""
    made = python_docx.Document()
    made.add_paragraph("One.")
    second = made.add_paragraph("Two words.")
    made.add_comment(runs=second.runs, text="leaflint ignore CLM101", author="editor")
    made.add_comment(runs=second.runs, text="Please check", author="editor")
    out = io.BytesIO()
    made.save(out)
    found = document("a.docx", out.getvalue())
    assert [(d.text, found.source[d.start : d.end]) for d in found.directives] == [("leaflint ignore CLM101", "Two words.")]
    assert "check" not in found.text


def test_what_is_left_out_is_said(document: Read) -> None:
    """Pictures, charts, objects and hidden text are gaps with their paragraph."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    odd = "<w:r><w:drawing><a:blip/></w:drawing></w:r>", "<w:r><w:object/></w:r>", "<w:r><w:drawing><c:chart/></w:drawing></w:r>"
    found = document("a.docx", docx(paragraph("One.") + paragraph("Two.", *odd, hidden)))
    assert [gap.what for gap in left_out(found)] == [
        "image (paragraph 2)", "embedded object (paragraph 2)", "embedded object (paragraph 2)", "hidden text (paragraph 2)",
    ]  # fmt: skip
    assert "secret" not in found.text


def skipped(data: bytes) -> str:
    (found,) = read(Source("a.docx", data))
    assert isinstance(found, Skipped)
    return found.reason


def test_bombs_and_damage_are_refused() -> None:
    """What cannot be read within bounds is refused with its reason."""
    fine = docx(paragraph("x"))
    assert "whatever its name says" in skipped(b"plain words")
    assert "password" in skipped(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    assert "damaged" in skipped(fine[: len(fine) // 2])
    assert "word/document.xml is missing" in skipped(package({"x": "y"}))
    assert "not valid XML" in skipped(docx("<w:p>"))
    assert "unpacks to 30 MB" in skipped(package({"word/document.xml": b"<a>" + b" " * 30_000_000}))
    assert "10001 parts" in skipped(package({str(n): "" for n in range(10_001)}))
    assert "not valid XML" in skipped(docx("<w:p>" * 10_000 + "</w:p>" * 10_000))
    assert "type declaration" in skipped(package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:p xmlns:w="w">&b;</w:p>'}))
    assert "no text" in skipped(docx(paragraph("")))


def test_a_size_that_lies_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks to more than its package says is stopped while it is read."""
    monkeypatch.setattr("lint.readers.package.MOST_BYTES", 2_000_000)
    real = zipfile.ZipInfo
    data = docx(paragraph("x" * 3_000_000))
    monkeypatch.setattr("lint.readers.package._check_size", lambda info: isinstance(info, real))
    assert "more than 2 MB" in skipped(data)
