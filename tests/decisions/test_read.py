"""Tests of comments addressed to leaflint: where they hold in every kind of block, and what cannot be followed."""

from __future__ import annotations

import pytest

from lint.decisions import read_suppressions
from lint.readers import read
from lint.types.decision import Suppression
from lint.types.text import Document, Source

ASIDE = "<!-- leaflint ignore-next CLM103: quoted -->"


def suppressions(text: str) -> tuple[tuple[Suppression, ...], Document]:
    document = next(iter(read(Source("a.md", text.encode()))))
    assert isinstance(document, Document)
    return read_suppressions(document), document


def covered(text: str) -> list[str]:
    """The source that each suppression covers."""
    found, document = suppressions(text)
    return [document.source[one.start : one.end].strip() for one in found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"One.\n\n{ASIDE}\n\nTwo.\n\nThree.\n", "Two."),
        (f"One.\n\n{ASIDE}\nTwo.\nStill two.\n\nThree.\n", "Two.\nStill two."),
        (f"One. {ASIDE} Two. Three.\n\nFour.\n", "Two. Three."),
        (f"One. {ASIDE}\n\nTwo.\n", "Two."),
        (f"- One.\n- {ASIDE} Two.\n- Three.\n", "Two."),
        (f"- One.\n\n  {ASIDE}\n\n  Two.\n\n- Three.\n", "Two."),
        (f"| a | b |\n|---|---|\n| {ASIDE} One. | Two. |\n", "One."),
        (f"Text.[^1]\n\n[^1]: {ASIDE} Note.\n", "Note."),
        (f"> {ASIDE} One.\n\nTwo.\n", "One."),
        (f"{ASIDE}\n\n# One\n\nTwo.\n", "One"),
        (f"One.\n\n{ASIDE}\n", ""),
        (f"One.\r\n\r\n{ASIDE}\r\n\r\nTwo 😀.\r\n\r\nThree.\r\n", "Two 😀."),
    ],
)
def test_ignore_next_reaches_to_the_end_of_the_next_block(text: str, what: str) -> None:
    """The comment holds for the rest of its own block, else for the next block; in lists, tables, footnotes and quotations too."""
    assert covered(text) == [what]


def test_blocks_of_disabled_rules() -> None:
    """`enable` ends what it names, or all; what is not ended holds to the end of the text."""
    text = (
        "A.\n\n<!-- leaflint disable CLM, DUP102: a story -->\n\nB.\n\n<!-- leaflint enable CLM -->\n\nC.\n\n"
        "<!-- leaflint disable SPE101: names -->\n\nD.\n\n<!-- leaflint enable -->\n\nE.\n"
    )
    found, document = suppressions(text)
    reach = {one.rule: [word for word in "ABCDE" if one.start <= document.source.index(word + ".") < one.end] for one in found}
    assert reach == {"CLM": ["B"], "DUP102": ["B", "C", "D"], "SPE101": ["D"]}


def test_a_file_as_a_whole() -> None:
    """`ignore-file` holds wherever it stands, for missing statements too."""
    (one,) = suppressions("A.\n\n<!-- leaflint ignore-file cancer-risk: storage only by=AB -->\n")[0]
    assert one.whole
    assert (one.rule, one.decision.reason, one.decision.by, one.decision.source) == ("cancer-risk", "storage only", "AB", "a.md:3")


@pytest.mark.parametrize(
    ("comment", "reason", "by", "until"),
    [
        ("leaflint ignore-next CLM107: a reason by=AB until=2027-01-01", "a reason", "AB", "2027-01-01"),
        ('leaflint ignore-next CLM107: by="Anna Berg" a reason: with colon', "a reason: with colon", "Anna Berg", ""),
        ("leaflint: ignore-next aza:cancer-risk CLM107: a reason", "a reason", "", ""),
        ("leaflint ignore-next CLM107,\nby=AB", "", "", ""),
        ("leaflint ignore-next CLM107", "", "", ""),
        ("leaflint ignore-next CLM107: by=AB", "", "AB", ""),
    ],
)
def test_reason_and_signature(comment: str, reason: str, by: str, until: str) -> None:
    """The reason is what is left after the colon when `by` and `until` are taken out."""
    found, _ = suppressions(f"<!-- {comment} -->\n\nA.\n")
    assert {(one.decision.reason, one.decision.by, one.decision.until) for one in found} == {(reason, by, until)}


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("leaflint hide CLM101: reason", "write ignore-next"),
        ("leaflint", "write ignore-next"),
        ("leaflint ignore-next: reason", "names no rule"),
        ("leaflint ignore-file", "names no rule"),
        ("leaflint ignore-next CLM101: reason until=tomorrow", "until=tomorrow is not a date"),
        ("leaflint ignore-next CLM101: reason until=2027-1-1", "is not a date"),
        ("leaflint enable CLM101", "nothing that it could end"),
    ],
)
def test_what_cannot_be_followed(comment: str, fault: str) -> None:
    """A comment that cannot be followed says why, and covers nothing by itself."""
    (one,) = suppressions(f"<!-- {comment} -->\n\nA.\n")[0]
    assert fault in one.fault
    assert one.place.quote == comment
