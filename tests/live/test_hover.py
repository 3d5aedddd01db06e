"""What an editor shows beside the words: Markdown that nothing in a text or reference can turn into something else."""

from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="leaflint[lsp] is not installed")

from pathlib import Path

from lsprotocol import types as lsp

from lint.live.buffer import Buffer, Reviewed
from lint.live.diagnostics import diagnostics
from lint.live.hover import checklist, hover
from lint.live.positions import Positions
from lint.types.review import Claim, DocumentInfo, DocumentReview, Evidence, Finding, Related, Requirement, Skipped
from lint.types.text import Document, Place

TEXT = "One *two* three.\nAgain two.\n"
PATH = "/texts/a.md"
EVIL = "<script>alert(1)</script> [click](https://evil.example) **bold** `code` @team"
EVIDENCE = Evidence(
    "aza.one", f"A fact. {EVIL}", "Label", "Boxed warning", "2025-01-01", "https://label.example/1", f"Quoted {EVIL}", False
)


def place(start: int, end: int, path: str = PATH) -> Place:
    line = TEXT.count("\n", 0, start) + 1
    return Place(path, "", start, end, line, 1, line, 2, TEXT[start:end])


def reviewed(*findings: Finding, claims: tuple[Claim, ...] = ()) -> Reviewed:
    info = DocumentInfo(PATH, "", "", "markdown", "utf-8", "en-US", "blurb", "US", (), 5)
    document = Document(PATH, "", TEXT, (), (), TEXT, "utf-8", "markdown", "")
    review = DocumentReview(info, findings, claims, (), (Skipped(PATH, "", "check: claims", "it failed"),))
    return Reviewed(Buffer("file:///texts/a.md", Path(PATH), TEXT, 1), None, ((document, review),))


def finding(where: Place | None, **values: object) -> Finding:
    return Finding("CLM101", "a-rule", "claims", "error", PATH, "", f"Message {EVIL}", f"Why {EVIL}", where, **values)  # type: ignore[arg-type]


def said(found: Reviewed, line: int, character: int, *, markdown: bool = True) -> str:
    shown = hover(found, Positions(TEXT), lsp.Position(line, character), markdown=markdown)
    assert shown is not None
    assert isinstance(shown.contents, lsp.MarkupContent)
    return shown.contents.value


def test_nothing_of_a_text_is_markup() -> None:
    """Tags, links, emphasis and code in messages, facts and quotes are shown as they are."""
    found = reviewed(finding(place(4, 9), evidence=(EVIDENCE,)))
    value = said(found, 0, 5)
    assert "<script" not in value
    assert "[click]" not in value.replace("\\[click\\]", "")
    assert value.count("**") == 2
    assert "> “Quoted" in value
    assert "Label, Boxed warning, 2025-01-01, <https://label.example/1>" in value
    assert "(unconfirmed)" in value


def test_an_address_that_is_none_is_text() -> None:
    """Only a plain web address becomes a link."""
    evidence = Evidence("aza.one", "A fact.", "Label", url="javascript:alert(1)> <https://evil.example")
    assert "<" not in said(reviewed(finding(place(4, 9), evidence=(evidence,))), 0, 5)


def test_plain_text_for_editors_that_want_it() -> None:
    """Without Markdown the same words, and none of its signs."""
    value = said(reviewed(finding(place(4, 9), evidence=(EVIDENCE,))), 0, 5, markdown=False)
    assert f"Message {EVIL}" in value
    assert "&lt;" not in value
    assert "https://label.example/1" in value


def test_a_claim_shows_its_verdict_where_nothing_is_wrong() -> None:
    """The evidence of a claim is shown once, also where a finding beside it rests on the same."""
    claim = Claim(place(0, 16), "effect", "azathioprine", "supported", "comparison", (EVIDENCE,))
    assert said(reviewed(claims=(claim,)), 0, 1).startswith("**supported** effect of azathioprine")
    both = said(reviewed(finding(place(4, 9), evidence=(EVIDENCE,)), claims=(claim,)), 0, 5)
    assert both.count("> “Quoted") == 1


def test_what_belongs_to_the_whole_text_gives_way() -> None:
    """On the first line, missing statements are shown only where no words have a finding of their own."""
    found = reviewed(finding(None), finding(place(4, 9)))
    assert said(found, 0, 5).count("CLM101") == 1
    assert hover(found, Positions(TEXT), lsp.Position(0, 1), markdown=True) is not None
    assert hover(found, Positions(TEXT), lsp.Position(1, 1), markdown=True) is None


def test_related_places_are_shown_by_editors_that_can() -> None:
    """A place in this text by its words, one in another by its lines; gaps stand on the first line."""
    related = (Related(place(23, 26), "first stated here"), Related(place(0, 3, "/texts/b.md"), "and there"))
    shown, gap = diagnostics(reviewed(finding(place(4, 9), related=related)), Positions(TEXT), related=True)
    assert shown.related_information is not None
    here, there = shown.related_information
    assert here.location == lsp.Location("file:///texts/a.md", Positions(TEXT).range(23, 26))
    assert here.message == "first stated here: “two”"
    assert there.location.uri == "file:///texts/b.md"
    assert there.location.range.start.line == 0
    assert gap.code == "not-checked"
    assert gap.range.start.line == 0
    bare, _ = diagnostics(reviewed(finding(place(4, 9), related=related)), Positions(TEXT), related=False)
    assert bare.related_information is None
    assert bare.code_description is None


def test_the_checklist_holds_what_is_due() -> None:
    """Statements that are there are not in the list."""
    statuses = ("missing", "inadequate", "present", "not-applicable")
    due = [Requirement(f"r{n}", f"Title {n} {EVIL}", PATH, "", status, "error", evidence=(EVIDENCE,)) for n, status in enumerate(statuses)]
    text = checklist(due)
    assert text.startswith("# Missing safety statements: 2\n")
    assert "Title 0" in text
    assert "Title 1" in text
    assert "Title 2" not in text
    assert "<script" not in text
    assert checklist(due[2:]) == "# No safety statement is missing\n"
