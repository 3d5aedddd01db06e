"""From code points of a text to an editor's lines and columns, and back."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types as lsp

_LINE_END = re.compile(r"\r\n|\n|\r")  # those of the protocol; Python's own lines end at many more characters
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}  # name: codec, bytes of a unit


class Positions:
    """Converts between offsets in code points and positions in the units that the editor counts in."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._codec, self._size = _CODECS[encoding]

    def position(self, offset: int) -> lsp.Position:
        """The position of an offset; beyond the text, its end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return lsp.Position(line, len(before) if before.isascii() else len(self._encoded(before)) // self._size)

    def range(self, start: int, end: int) -> lsp.Range:
        """The range of [start, end)."""
        return lsp.Range(self.position(start), self.position(end))

    def offset(self, position: lsp.Position) -> int:
        """The offset of a position; beyond a line, its end; within a character, its start."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, line = self._starts[position.line], self.line(position.line)
        if line.isascii():
            return start + min(position.character, len(line))
        cut = self._encoded(line)[: position.character * self._size]
        return start + len(cut.decode(self._codec, "ignore"))

    def line(self, number: int) -> str:
        """A line, counted from 0, without its end."""
        until = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : until].rstrip("\r\n")

    def first_line(self) -> lsp.Range:
        """Where things are shown that belong to the whole document."""
        return self.range(0, len(self.line(0)))

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._codec, "replace")  # a lone surrogate counts as one unit
