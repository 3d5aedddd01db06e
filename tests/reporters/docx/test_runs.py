"""Tests of cutting the runs of a paragraph."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.docx.runs import Letters

PIECES = st.sampled_from(
    ["<w:t>one two</w:t>", "<w:t>x</w:t>", "<w:tab/>", "<w:t> y </w:t>", "<w:noBreakHyphen/>", "<w:br/>", "<w:t></w:t>"]
)
RUNS = st.lists(st.lists(PIECES, max_size=4), max_size=4)


def paragraph(runs: list[list[str]]) -> Any:
    bold = "<w:rPr><w:b/></w:rPr>"
    inner = "".join(f"<w:r>{bold if number % 2 else ''}{''.join(run)}</w:r>" for number, run in enumerate(runs))
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def content(element: Any) -> list[tuple[str, str, bool]]:
    """Every character and sign of a paragraph in its order, with whether it is bold."""
    found = []
    for run in element.iter(qn("w:r")):
        bold = run.find(qn("w:rPr")) is not None
        for child in run:
            if child.tag == qn("w:t"):
                found += [("t", letter, bold) for letter in child.text or ""]
            elif child.tag != qn("w:rPr"):
                found.append((child.tag, "", bold))
    return found


@given(RUNS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_cutting_changes_nothing_but_the_runs(runs: list[list[str]], pairs: list[tuple[int, int]]) -> None:
    """Text, signs, formats and order are the same after any cuts; each range begins and ends with a run."""
    element = paragraph(runs)
    before, parsed = content(element), Letters([element])
    length = len(parsed.text)
    ranges = [(min(pair), max(pair)) for pair in pairs if min(pair) < max(pair) <= length]
    parsed.cut(ranges)
    assert content(element) == before
    assert Letters([element]).text == parsed.text
    everything = list(element.iter(qn("w:r")))
    for first, last in ranges:
        found = parsed.runs(first, last)
        assert found
        inside = everything[everything.index(found[0]) : everything.index(found[1]) + 1]
        shell = paragraph([])
        for run in inside:
            shell.append(deepcopy(run))
        assert Letters([shell]).text == parsed.text[first:last]
        words = "".join(letter if kind == "t" else "-" for kind, letter, _ in content(shell) if kind == "t" or "Hyphen" in kind)
        assert words == words.strip(), "no white space at the borders"


def test_there_are_no_runs_outside() -> None:
    """A range that the paragraph does not have has no runs."""
    parsed = Letters([paragraph([["<w:t>one</w:t>"]])])
    assert parsed.runs(0, 4) is None
    assert parsed.runs(2, 2) is None


def test_whole_paragraphs_are_found() -> None:
    """A passage is found where it is one or more paragraphs, after a typed marker too; a word inside another paragraph is not meant."""
    texts = ["now", "one two", "1. now", "two", "parts", "hid"]
    parsed = Letters([paragraph([[f"<w:t>{text}</w:t>"]]) for text in texts])
    assert parsed.find("two", 0) == parsed.text.index("1.now") + 5
    assert parsed.find("now", 1) == parsed.text.index("1.now") + 2
    assert parsed.find("twoparts", 0) == parsed.text.index("twoparts")
    assert parsed.find("art", 0) == parsed.find("", 0) == parsed.find("now", 12) == -1
