"""Builds a Document piece by piece, so that every character of its text keeps its way back to the source."""

from __future__ import annotations

import hashlib

from lint.readers.decode import Decoded
from lint.types.text import Block, Directive, Document, Piece, Source


class Builder:
    """Collects blocks of text; pieces are given as source ranges, in any order of blocks but forward inside one."""

    def __init__(self, source: Source, decoded: Decoded, format_name: str) -> None:
        self.source = source
        self.decoded = decoded
        self.format = format_name
        self.directives: list[Directive] = []
        self.links: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self._texts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._open: tuple[str, int, int] | None = None

    def begin(self, kind: str, level: int = 0) -> None:
        """Opens a block; the one before must be closed."""
        if self._blocks or self._texts:
            self._put("\n\n")
        self._open = (kind, level, self._length)

    def take(self, start: int, end: int) -> None:
        """Appends source [start, end) as it stands."""
        if end > start:
            self._pieces.append(Piece(self._length, self._length + end - start, start, end))
            self._put(self.decoded.text[start:end])

    def replace(self, start: int, end: int, text: str) -> None:
        """Appends `text`, which source [start, end) stands for, such as an entity."""
        if text:
            self._pieces.append(Piece(self._length, self._length + len(text), start, end))
            self._put(text)

    def space(self) -> None:
        """Appends a space that no source character stands for, such as a soft line break."""
        self._put(" ")

    def close(self) -> None:
        """Ends the block; one without a word is dropped."""
        assert self._open is not None
        kind, level, start = self._open
        self._open = None
        text = self._tail(start)
        stripped = text.strip()
        if stripped:
            begin = start + len(text) - len(text.lstrip())
            self._blocks.append(Block(kind, begin, begin + len(stripped), level))

    def document(self) -> Document:
        """The document as far as it is built."""
        return Document(
            path=self.source.path, part=self.source.part, text="".join(self._texts), blocks=tuple(self._blocks),
            pieces=tuple(self._pieces), source=self.decoded.text, encoding=self.decoded.encoding, format=self.format,
            sha256=hashlib.sha256(self.source.data).hexdigest(), directives=tuple(self.directives),
            meta=tuple(self.meta), links=tuple(self.links),
        )  # fmt: skip

    def _put(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _tail(self, start: int) -> str:
        """The text from `start` on, without joining all that came before."""
        found, at = [], self._length
        for text in reversed(self._texts):
            at -= len(text)
            found.append(text)
            if at <= start:
                break
        return "".join(reversed(found))[start - at :]
