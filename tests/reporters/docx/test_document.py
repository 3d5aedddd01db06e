"""Tests of reviews in Word: comments at the words, the text as it was, and what stands at the end."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from lint.reporters import REPORTERS
from lint.types.review import DocumentReview, Finding, Run

Make = Callable[..., DocumentReview]
Reviewed = Callable[..., bytes]
TEXT = "Taking it\n\nIt cures you. It is safe.\n\n- one thing\n- two things\n\nAsk your doctor.\n"


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def quoted(word: Any) -> list[tuple[str, str]]:
    """For each comment of leaflint on the text: the words it stands at, and its first line."""
    first = {comment.comment_id: comment.paragraphs[0].text for comment in word.comments if comment.author == "leaflint"}
    found: dict[int, str] = {}
    under: set[int] = set()
    for element in word.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            under.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            under.discard(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            for number in under:
                found[number] = found.get(number, "") + element.text
    return [(found[number], first[number]) for number in first]


def visible_text(word: Any) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p"))]


def test_a_text_becomes_a_document(make: Make, reviewed: Reviewed) -> None:
    """Blocks become headings, list items and paragraphs; each finding is a comment at its words, by leaflint, of the run's day."""
    word = opened(reviewed(make(TEXT, ["cures you", "you", "It is safe"])))
    assert [(p.text, p.style.name) for p in word.paragraphs[:5]] == [
        ("Taking it", "Heading 1"),
        ("It cures you. It is safe.", "Normal"),
        ("one thing", "List Bullet"),
        ("two things", "List Bullet"),
        ("Ask your doctor.", "Normal"),
    ]
    words = quoted(word)
    assert words[:3] == [
        ("cures you", "error: rule-0 (CLM101)"),
        ("you", "warning: rule-1 (CLM102)"),
        ("It is safe", "info: rule-2 (CLM103)"),
    ]
    comment = next(iter(word.comments))
    lines = [p.text for p in comment.paragraphs]
    assert "Suggestion: instead" in lines[1]
    assert lines[2] == "Why: It matters."
    assert lines[3] == "“Malignancy.” [Label of Imuran, BOXED WARNING, 2024-07-20, https://example.org/label]"
    assert lines[-1] == f"leaflint:CLM101:{'0' * 32} a.txt"
    assert comment.timestamp.date().isoformat() == "2026-11-24"


def test_missing_statements_can_be_answered_too(make: Make, reviewed: Reviewed) -> None:
    """A finding without words in the text is a comment at its line in the list at the end."""
    words = quoted(opened(reviewed(make(TEXT, ["cures"]))))
    assert words[-1] == ("error: Nothing says so: add it.", "error: do-not-stop-alone (SAF103)")


def test_the_end_holds_checklist_ledger_and_sign_off(make: Make, reviewed: Reviewed) -> None:
    """After the text: what was not checked, the checklist with what satisfies it, the ledger, and the block to sign."""
    word = opened(reviewed(make(TEXT, ["cures"])))
    cells = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["present", "Talk to a doctor", "line 8: “Ask your doctor.”", "[21 CFR 208.20]"] in cells
    assert ["line 8", "“Ask your doctor.” (effect)", "contradicted", "“Malignancy.” [Label of Imuran, BOXED WARNING, 2024-07-20]"] in cells
    named = dict(row for row in cells if len(row) == 2)
    assert named["Reviewed"] == "2026-11-24 by leaflint 0.1.0, as article for US"
    assert named["Reference"].startswith("azathioprine (US+UK), version 7")
    assert named["Labels and sources cited"] == "Label of Imuran, 2024-07-20"
    assert named["Signature"] == ""
    assert "What was not checked" in [p.text for p in word.paragraphs]


def test_what_is_not_open_has_no_comment(make: Make, reviewed: Reviewed) -> None:
    """Suppressed findings are counted at the end, not commented."""
    word = opened(reviewed(make(TEXT, ["cures"], disposition="suppressed")))
    assert len(list(word.comments)) == 1
    assert any("suppressed: 1" in p.text for p in word.paragraphs)


def test_the_same_review_gives_the_same_bytes(make: Make, reviewed: Reviewed) -> None:
    """Nothing of the hour goes into the file."""
    assert reviewed(make(TEXT, ["cures"])) == reviewed(make(TEXT, ["cures"]))


def test_hostile_text_makes_a_sound_file(hostile: DocumentReview, reviewed: Reviewed) -> None:
    """Characters that XML does not allow, and markup, are words like others."""
    assert any("<script>alert(1)</script>" in p.text for p in opened(reviewed(hostile)).paragraphs)


def rich() -> Any:
    """A Word document whose words are spread over runs, links, tracked changes, tables and fields."""
    word = docx.Document()
    word.add_paragraph("Taking it", style="Title")
    paragraph = word.add_paragraph("It ")
    paragraph.add_run("cu").bold = True
    paragraph.add_run("res yo").italic = True
    paragraph.add_run("u.\tIt is safe.")
    link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="x"><w:r><w:t xml:space="preserve"> Read more here.</w:t></w:r></w:hyperlink>')
    paragraph._p.append(link)
    changed = word.add_paragraph("Take ")
    changed._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="7" w:author="x"><w:r><w:t>two</w:t></w:r></w:ins>'))
    changed._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="8" w:author="x"><w:r><w:delText>one</w:delText></w:r></w:del>'))
    changed.add_run(" tablets.")
    word.add_paragraph("Ask your doctor.")
    return word


def test_the_copy_keeps_its_text(original: Callable[..., DocumentReview], reviewed: Reviewed, make: Make) -> None:
    """Paragraph by paragraph the words are the same; formats, links and tracked changes stay; only comments are added."""
    word = rich()
    before = visible_text(word)
    text = "Taking it\n\nIt cures you. It is safe. Read more here.\n\nTake two tablets.\n\nAsk your doctor."
    flagged = ["cures you", "safe", "more", "two tablets", "Ask"]
    shell = original(word, [])
    review = make(text, flagged)
    copy = opened(reviewed(replace(review, document=shell.document)))
    assert visible_text(copy)[: len(before)] == before
    assert [words for words, _ in quoted(copy)][:5] == ["cures you", "safe", "more", "two tablets", "Ask"]
    runs = copy.paragraphs[1].runs
    assert [(run.text, run.bold, run.italic) for run in runs if run.text][:4] == [
        ("It ", None, None), ("cu", True, None), ("res yo", None, True), ("u", None, None),
    ]  # fmt: skip
    assert len(copy.element.body.findall(".//" + qn("w:ins"))) == len(copy.element.body.findall(".//" + qn("w:del"))) == 1
    assert copy.paragraphs[0].style.name == "Title"


def test_every_word_that_is_read_is_found_in_the_file(read_back: Callable[[Any], DocumentReview], reviewed: Reviewed) -> None:
    """A comment on each word of a text as the reader reads it stands at that word: tables, markers, hidden words and all."""
    word = rich()
    word.add_paragraph("1. Wash your hands.")
    hidden = word.add_paragraph("Keep ")
    hidden.add_run("secret ").font.hidden = True
    hidden.add_run("it cool.")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ask", "Dose: 5\u00a0mg"
    word.sections[0].header.paragraphs[0].text = "A header with words"
    review = read_back(word)
    document = review.original
    assert document
    body = document.text[: document.text.index("A header")]
    words = [(found[0], document.place(*found.span())) for found in re.finditer(r"\w+", body)]
    finding = Finding("CLM101", "x", "claims", "error", review.document.path, "", "m", "w")
    findings = tuple(replace(finding, place=place, fingerprint=f"{n:032x}") for n, (_, place) in enumerate(words))
    copy = opened(reviewed(replace(review, findings=findings)))
    assert [quote for quote, _ in quoted(copy)] == [quote for quote, _ in words]
    assert len(words) > 25
    assert "secret" not in body
    assert visible_text(copy)[: len(visible_text(word))] == visible_text(word)


def test_the_original_is_left_alone(original: Callable[..., DocumentReview], reviewed: Reviewed) -> None:
    """The file that was reviewed is not written to."""
    review = original(rich(), ["Ask"])
    before = Path(review.document.path).read_bytes()
    reviewed(review)
    assert Path(review.document.path).read_bytes() == before


def test_a_changed_original_is_not_copied(original: Callable[..., DocumentReview], reviewed: Reviewed) -> None:
    """If the file is not what was reviewed, its text is shown instead, and said so."""
    review = original(rich(), ["Ask"])
    Path(review.document.path).write_bytes(b"other")
    word = opened(reviewed(review))
    assert any("changed after it was reviewed" in p.text for p in word.paragraphs)
    assert quoted(word)[0][0] == "Ask"


def test_words_that_word_cannot_comment_are_listed(original: Callable[..., DocumentReview], reviewed: Reviewed, make: Make) -> None:
    """A finding in a block that the body does not have, such as a footnote, stands at the end with its words."""
    shell = original(rich(), [])
    review = replace(make("Taking it\n\nA footnote that lies.\n", ["lies"]), document=shell.document)
    word = opened(reviewed(review))
    assert "Findings whose words cannot carry a comment" in [p.text for p in word.paragraphs]
    assert any("“lies”" in words for words, _ in quoted(word))


def test_a_folder_has_a_file_each(make: Make, run: Run) -> None:
    """Many documents become many files."""
    files: dict[str, bytes] = {}
    REPORTERS["docx"].write_folder(run, [make(TEXT, ["cures"], path=path) for path in ("a.txt", "b.txt")], files.__setitem__)
    assert list(files) == ["a.txt.docx", "b.txt.docx"]
    assert all(zipfile.is_zipfile(io.BytesIO(data)) for data in files.values())


@pytest.mark.parametrize("suffix", ["pdf", "odt"])
def test_libreoffice_opens_it(make: Make, reviewed: Reviewed, converted: Callable[[bytes, str], bytes], suffix: str) -> None:
    """LibreOffice reads the file and saves it with all comments."""
    data = converted(reviewed(make(TEXT, ["cures you", "safe"])), suffix)
    assert len(data) > 5_000
    if suffix == "odt":
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml").decode()
        assert content.count("<office:annotation ") == 3
        assert f"leaflint:CLM101:{'0' * 32} a.txt" in content
