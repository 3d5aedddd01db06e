"""Tests of the Markdown reader: the words a reader sees, with the way back; the rest left out and said."""

from __future__ import annotations

import pytest

from tests.readers.conftest import Read, omitted, passages, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Uses\n\nOne\ntwo.", [("heading", "Uses"), ("paragraph", "One two.")]),
        ("Uses\n====\n- one\n- two\n", [("heading", "Uses"), ("list-item", "one"), ("list-item", "two")]),
        ("| a | b |\n|---|---|\n| c \\| d | e |\n", [("cell", "a"), ("cell", "b"), ("cell", "c | d"), ("cell", "e")]),
        ("A **bold** ana*phyl*axis\\! &amp; ~~old~~", [("paragraph", "A bold anaphylaxis! & old")]),
        ("See [the leaflet](x.md) <https://a.example>", [("paragraph", "See the leaflet https://a.example")]),
        ("A note.[^1]\n\n[^1]: It says this.\n", [("paragraph", "A note."), ("paragraph", "It says this.")]),
        ("---\ntitle: X\ndrug: aza\n---\nText", [("paragraph", "Text")]),
        ("> quoted\n> text", [("paragraph", "quoted text")]),
        ("one<br>two <sub>x</sub>", [("paragraph", "one two x")]),
        ("<div>Block <b>of</b> HTML<p>more\n</div>\n\nEnd", [("paragraph", "Block of HTML"), ("paragraph", "more"), ("paragraph", "End")]),
        ("- [ ] to do\n- [x] done", [("list-item", "to do"), ("list-item", "done")]),
        ("a\r\nb\r\n\r\nc", [("paragraph", "a b"), ("paragraph", "c")]),
        ("\ufeff# T", [("heading", "T")]),
    ],
)  # fmt: skip
def test_passages(document: Read, source: str, expected: list[tuple[str, str]]) -> None:
    """Marks are left out, entities and escapes decoded, soft line ends are spaces."""
    assert passages(document("a.md", source)) == expected


def test_words_beside_the_text(document: Read) -> None:
    """Titles of links and pictures, and alternative texts in inline HTML, are passages of their own."""
    found = document("a.md", "![A tablet](x.png \"Blue one\") and [here](y 'Read on') <img src=z alt='A box'>")
    assert texts(found) == ["A tablet and here", "Blue one", "Read on", "A box"]


def test_what_is_left_out_is_said(document: Read) -> None:
    """Code, pictures and navigation are gaps; front matter is kept as facts."""
    found = document("a.md", "---\ndrug: aza\n---\nTake `x`.\n\n```\ncode\n```\n\n    more\n\n![p](q)\n\n<nav>Home</nav>\n")
    assert [what for what, _ in omitted(found)] == ["code", "code", "code", "image", "navigation"]
    assert found.meta == (("drug", "aza"),)


def test_directives(document: Read) -> None:
    """Comments addressed to leaflint are kept, in a line and between blocks."""
    found = document("a.md", "a <!-- leaflint one --> b\n\n<!-- leaflint two -->\n\n<!-- else -->\n")
    assert [d.text for d in found.directives] == ["leaflint one", "leaflint two"]


@pytest.mark.parametrize("unit", ["[", "*", "> ", "- ", "`", "<a ", "![", "a\n", "|", " ", "a   ", "\t>"])
def test_hard_texts_are_read_somehow(document: Read, unit: str) -> None:
    """What a parser of Markdown would choke on is read as plain lines: in time, and with its words."""
    assert "words" in document("a.md", "words\n\n" + unit * 20_000).text
