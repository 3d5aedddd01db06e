"""Whatever the format, it is the same review: the same findings, in the same order, with the same names."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pytest

from lint.reporters import REPORTERS
from lint.reporters.docx.comments import KEY
from lint.types.review import DocumentReview, Run

TEXT = "A HEADING\n\nIt cures you. It is safe, and nothing can go wrong.\n\nAsk your doctor.\n"
Make = Callable[..., DocumentReview]
Write = Callable[..., str]


@pytest.fixture
def reviews(make: Make) -> list[DocumentReview]:
    """Two documents; the second has a finding that is suppressed."""
    second = make(TEXT, ["cures", "safe"], path="b/c.txt")
    closed = replace(second.findings[0], disposition="suppressed")
    return [make(TEXT, ["cures", "safe", "nothing", "doctor"]), replace(second, findings=(closed, *second.findings[1:]))]


def rules(name: str, text: str) -> Sequence[str]:
    """The rule of every open finding in a report, in its order."""
    if name in ("checkstyle", "junit"):
        root = ElementTree.fromstring(text)
        if name == "checkstyle":
            found = [error.get("source", "").removeprefix("leaflint.") for error in root.iter("error")]
        else:
            found = [case.get("name", "").split()[0] for case in root.iter("testcase") if case.find("failure") is not None]
        return [rule for rule in found if rule != "not-checked"]
    if name == "csv":
        return [row["rule"] for row in csv.DictReader(io.StringIO(text)) if row["disposition"] == "open"]
    if name == "rdjson":
        return [found["code"]["value"] for found in json.loads(text)["diagnostics"] if "code" in found]
    if name == "sarif":
        return [found["ruleId"] for found in json.loads(text)["runs"][0]["results"] if "suppressions" not in found]
    if name == "json":
        return [found["rule"] for found in json.loads(text)["findings"] if found["disposition"] == "open"]
    patterns = {
        "html": r'data-fingerprint="\w+" data-rule="(\w+)"', "markdown": r"^\|.*`(\w+)`", "github": r"title=([A-Z]\w+) ",
        "concise": r": (?:error|warning|info) (\w+) ", "text": r": (\w{3}\d{3}) \[",
    }  # fmt: skip
    return re.findall(patterns[name], text, re.MULTILINE)


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if not reporter.binary])
def test_all_formats_hold_the_same_findings(name: str, reviews: list[DocumentReview], write: Write) -> None:
    """Every open finding is in every format, in one order; one that is suppressed is in none of them as open."""
    expected = [found.rule for review in reviews for found in review.findings if found.disposition == "open"]
    assert len(expected) == 5 + 2
    if name == "html":  # missing statements stand after the text
        expected = sorted(expected[:5], key=lambda rule: rule == "SAF103") + expected[5:]
    assert list(rules(name, write(name, *reviews))) == expected


@pytest.mark.parametrize("name", ["json", "sarif", "csv", "html"])
def test_fingerprints_are_the_same(name: str, reviews: list[DocumentReview], write: Write) -> None:
    """Formats that carry fingerprints carry those of the findings."""
    wanted = {found.fingerprint for review in reviews for found in review.findings if found.disposition == "open"}
    assert wanted <= set(re.findall(r"\b[0-9a-f]{32}\b", write(name, *reviews)))


def test_word_comments_hold_the_same_findings(reviews: list[DocumentReview], run: Run) -> None:
    """Each open finding is one comment, with its fingerprint in its last line."""
    out = io.BytesIO()
    REPORTERS["docx"](run, reviews[:1], out)
    keys = [KEY.fullmatch(comment.paragraphs[-1].text) for comment in docx.Document(out).comments]
    assert [key[2] for key in keys if key] == [found.fingerprint for found in reviews[0].findings]


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if not reporter.binary])
def test_what_was_not_checked_is_said(name: str, reviews: list[DocumentReview], write: Write) -> None:
    """A file that could not be read stands in every format with the reason."""
    text = write(name, *reviews)
    assert "gone.txt" in text
    assert "cannot be read: Permission denied" in text


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if not reporter.binary])
def test_an_interrupted_run_is_said(name: str, reviews: list[DocumentReview], write: Write, run: Run) -> None:
    """A partial review never looks whole."""
    assert "partial" in write(name, *reviews, run=replace(run, partial=True))


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if not reporter.binary])
def test_nothing_steers_a_terminal(name: str, hostile: DocumentReview, write: Write) -> None:
    """Control characters, escapes and direction overrides of a text are in no report as such."""
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", write(name, hostile))


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if not reporter.binary])
def test_reviews_are_read_once_and_one_by_one(name: str, reviews: list[DocumentReview], run: Run) -> None:
    """An iterator is enough: no format asks for all reviews at once or twice."""
    out = io.StringIO()
    REPORTERS[name](run, iter(reviews), out)
    assert "c.txt" in out.getvalue()
