"""Offsets become the lines and columns that an editor counts in, and the other way."""

from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="leaflint[lsp] is not installed")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp

from lint.live.positions import Positions

ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# Line ends, what Python takes for line ends and the protocol does not, emoji, a flag of two, a combining mark, a plain letter.
TEXTS = st.lists(st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\x0c", "\x85", "😀", "🇬🇧", "e\u0301", "ß", "a", " "])).map("".join)


@pytest.mark.parametrize(
    ("encoding", "character"), [("utf-8", 4 + 3 + 1), ("utf-16", 2 + 2 + 1), ("utf-32", 1 + 2 + 1)]
)  # fmt: skip
def test_a_word_beside_emoji_and_combining_marks(encoding: str, character: int) -> None:
    """A column counts the units that were agreed upon, from 0."""
    text = "first\r\n😀e\u0301 word"
    positions = Positions(text, encoding)
    assert positions.position(text.index("word")) == lsp.Position(1, character)
    assert positions.offset(lsp.Position(1, character)) == text.index("word")


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)), st.data())
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    """Every offset that is not inside a line end comes back, and its column is the length of what stands before it on its line."""
    offset = data.draw(st.integers(0, len(text)))
    if text[max(0, offset - 1) : offset + 1] == "\r\n":
        return
    positions = Positions(text, encoding)
    found = positions.position(offset)
    assert positions.offset(found) == offset
    codec, size = ENCODINGS[encoding]
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    assert found.line == before.count("\n")
    assert found.character == len(before[before.rfind("\n") + 1 :].encode(codec)) // size


def test_positions_that_are_nowhere() -> None:
    """Beyond the end of a line, its end; beyond the text, its end; within a character, its start."""
    positions = Positions("a😀b\nlast")
    assert positions.offset(lsp.Position(0, 99)) == 3
    assert positions.offset(lsp.Position(9, 0)) == 8
    assert positions.offset(lsp.Position(0, 2)) == 1


def test_the_first_line_is_without_its_end() -> None:
    """What belongs to the whole text is shown on its first line."""
    assert Positions("😀 one\r\ntwo").first_line() == lsp.Range(lsp.Position(0, 0), lsp.Position(0, 6))
    assert Positions("").first_line() == lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
