"""Markdown that is read without the parser gives the document that the parser gives."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.readers import markdown
from lint.readers.quick import take
from lint.types.review import Skipped
from lint.types.text import Document, Source

STARTS = [
    "", "", "", "", "# ", "## ", "### ", "- ", "* ", "+ ", "1. ", "2) ", "12. ", "> ", "    ", "  ", "  - ", "   1. ", "\t", "#", "-", "| ",
    "[x]: ", "[^1]: ", "<div>", "<!-- a -->", "<!--", "```", "~~~", "===", "---", "***", "- [ ] ", ":", "<pre>", "</pre>", "-   ", "-     ",
    "\u00a0",
]  # fmt: skip
PIECES = [
    "one", "two three", "Take 5 mg", "**bold**", "*em*", "__bold__", "_em_", "**Note:**", "**a b**,", "(*x*)", "snake_case", "2 * 3", "*",
    "**", "_", "`code`", "`", "[a](http://b.org/c_d)", '[a b](/c "d e")', "[a]", "[x]", "[a][x]", "[^1]", "![i](p.png)", "[**a**](b)",
    "**[a](b)**", "]", "[", "(b)", "www.x.org", "http://x.org/y.", "a@b.org", "<br>", "<b>", "</b>", "<http://x.org>", "&amp;", "&nbsp;",
    "\\*", "\\", "~~s~~", "!", "# #", "#", "|", "a | b", "“q”", "’s", ".", ",", ":", ")", "(", "—", "  ", " ", "\u00e9", "\u00ad", "www.",
    "[a](b)c", "x[a](b)", "**a**b", "*a*.", "**a.** b", "[1](2)", "1.", "-",
]  # fmt: skip
line = st.builds(
    lambda start, pieces, gap, end: start + gap.join(pieces) + end,
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(PIECES), max_size=5),
    st.sampled_from([" ", " ", ""]),
    st.sampled_from(["", "", "", " ", "  ", "\\", "\t", " #"]),
)
texts = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.one_of(line, line, st.just("")), max_size=12),
    st.sampled_from(["\n", "\n", "\r\n"]),
)


def read(text: str) -> Document | Skipped:
    """The document of a Markdown text."""
    return next(markdown.read(Source("a.md", text.encode())))


def parsed(text: str) -> Document | Skipped:
    """The same as the parser alone reads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "take", lambda text: ({}, text))
        return read(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_it_reads_as_the_parser_does(text: str) -> None:
    """Every text gives the same document, whatever stands around the passages that are taken."""
    assert read(text) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nSome text.\n",
        "Symptoms:\n- a rash\n- *itching* and **swelling**\n\nCall your doctor.",
        "- see [the leaflet](https://www.example.org/a_b.html) and **ask**\n\n1. one\n2. two\n",
        'One line\nand another, with [a link](/a "its title").\n',
    ],
)
def test_plain_markup_needs_no_parser(text: str) -> None:
    """Text, headings, lists, stressed words and links are read without it."""
    taken, left = take(text)
    assert len(taken) == len(left.split())
    assert len(left) == len(text)
    assert read(text) == parsed(text)


@pytest.mark.parametrize(
    "text", ["- a\n\n  more of it", "a\n===", "[x]: /y", "> a", "a | b\n- | -", "```\na\n```\nb", "a `b` c", "a [x] b", "a <b> c"]
)
def test_other_markup_is_left_to_the_parser(text: str) -> None:
    """Whatever may mean something else than it says is not taken."""
    assert not take(text)[0]
    assert read(text) == parsed(text)


@pytest.mark.parametrize(
    "piece", ["[", "]", "*", "**a ", "_a ", "`", "[a](", "[a](b ", "- ", "# ", "*a* ", " \n", "**a**", "1. a\n", "[a](b)*"]
)
def test_hostile_runs_take_linear_time(piece: str) -> None:
    """A hundred thousand brackets or stars are looked through in well under a second."""
    started = time.process_time()
    take(piece * 100_000)
    assert time.process_time() - started < 2
