"""Tests of the formats that are one entry after another: each is what its readers parse, whatever the text holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from lint.types.review import DocumentReview

Make = Callable[..., DocumentReview]
Write = Callable[..., str]


def test_github_escapes_what_the_runner_reads(make: Make, write: Write) -> None:
    """Percent signs, line ends, colons and commas of a text never end a property or a command."""
    review = make("It cures 100% of: all, you.\n", ["100% of: all, you"], path="a,b:c%.txt")
    lines = write("github", review).splitlines()
    assert lines[0] == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=10,endColumn=27,title=CLM101 rule-0::"
        "“100%25 of: all, you” is at fault. Suggestion: instead."
    )
    assert lines[1].startswith("::error file=a%2Cb%3Ac%25.txt,title=SAF103 do-not-stop-alone::Nothing")
    assert all(line.startswith("::") for line in lines)


def test_github_commands_stay_on_their_line(hostile: DocumentReview, write: Write) -> None:
    """One command a line, whatever the message holds."""
    assert all(re.match(r"::(error|warning|notice) file=[^:]*::\S", line) for line in write("github", hostile).splitlines())


def test_csv_holds_no_formula(hostile: DocumentReview, write: Write) -> None:
    """No cell begins with what a spreadsheet would run; the cells are as many as the titles."""
    rows = list(csv.reader(io.StringIO(write("csv", hostile))))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any(row[11] == "'=cmd|" for row in rows)


def test_junit_counts(make: Make, write: Write) -> None:
    """A clean document is a passing case; suppressed findings are skipped, gaps are errors; the counts agree with the cases."""
    review = make("It cures you.\n", ["cures", "you"])
    clean = replace(make("Ask.\n", path="b.txt"), findings=())
    closed = replace(review, findings=(replace(review.findings[0], disposition="suppressed"), *review.findings[1:]))
    suites = {suite.get("name"): suite for suite in ElementTree.fromstring(write("junit", closed, clean))}
    for suite in suites.values():
        cases = list(suite)
        assert suite.get("tests") == str(len(cases))
        for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(count) == str(sum(case.find(tag) is not None for case in cases))
    assert (suites["a.txt"].get("failures"), suites["a.txt"].get("skipped")) == ("2", "1")
    assert [len(case) for case in suites["b.txt"]] == [0]
    assert suites["gone.txt"].get("errors") == "1"


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_is_well_formed(name: str, hostile: DocumentReview, write: Write) -> None:
    """Markup and characters that XML does not allow are in no file as such."""
    assert "<script>" in "".join(ElementTree.fromstring(write(name, hostile)).itertext()) or name == "checkstyle"


def test_rdjson_columns_are_bytes(make: Make, write: Write) -> None:
    """Columns count UTF-8 bytes from 1: é is two, 😀 four."""
    text = "Plain.\n\né😀 cures è you.\n"
    review = make(text, ["cures è"])
    place = review.findings[0].place
    assert place
    assert (place.line, place.column, place.end_column) == (3, 4, 11)
    (first, *_) = json.loads(write("rdjson", review))["diagnostics"]
    assert first["location"]["range"] == {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 16}}
    line = text.split("\n")[2].encode()
    assert line[7:15].decode() == "cures è"


def test_rdjson_without_the_text_has_no_columns(make: Make, write: Write) -> None:
    """Where bytes cannot be counted, none are claimed."""
    review = replace(make("It cures you.\n", ["cures"]), original=None)
    assert json.loads(write("rdjson", review))["diagnostics"][0]["location"]["range"]["start"] == {"line": 1}


def test_rdjson_offers_only_safe_fixes(make: Make, write: Write) -> None:
    """A suggestion that a machine may apply is the finding's fix, nothing else."""
    review = make("It cures you.\n", ["cures"])
    assert "suggestions" not in json.loads(write("rdjson", review))["diagnostics"][0]
    fixed = replace(review, findings=(replace(review.findings[0], fix="helps"),))
    (found, *_) = json.loads(write("rdjson", fixed))["diagnostics"]
    assert [one["text"] for one in found["suggestions"]] == ["helps"]


def test_concise_is_one_line_each(hostile: DocumentReview, write: Write) -> None:
    """Place, severity, rule and message on one line; the last line counts."""
    lines = write("concise", hostile).splitlines()
    assert len(lines) == len(hostile.findings) + 2 + 1
    assert re.match(r"a\.txt:3:\d+: error CLM101 rule-0: Odd: ", lines[0])
    assert lines[-1] == "3 errors, 2 warnings, 1 info; not checked: 2"


def test_concise_has_one_line_for_each_entry(make: Make, write: Write) -> None:
    """Even where the name of a file has a line end."""
    lines = write("concise", make("It cures all of you.\n", ["cures all"], path="a\nb.txt")).splitlines()
    assert [line.startswith("a␊b.txt") for line in lines] == [True, True, False, False]  # two findings, a gap, the total
