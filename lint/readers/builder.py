"""Builds a Document piece by piece, so that every character of its text keeps its way back to the source."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from lint.readers.decode import Decoded
from lint.types.text import Block, Directive, Document, Omitted, Piece, Source

# What is written otherwise than it is read: soft hyphens, letters followed by their accents, joined letters.
_UNPLAIN = re.compile("\u00ad|[ﬀ-ﬆ]|[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class _Open:
    """The block that is being built, and how far everything had got when it was begun."""

    kind: str
    level: int
    start: int
    texts: int
    pieces: int


class Builder:
    """Collects blocks of text; pieces are given as source ranges, in any order of blocks but forward inside one."""

    def __init__(self, source: Source, decoded: Decoded, format_name: str) -> None:
        self.source = source
        self.decoded = decoded
        self.format = format_name
        self.directives: list[Directive] = []
        self.links: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self.omitted: list[Omitted] = []
        self.locations: list[tuple[int, str]] = [(0, source.location)] if source.location else []
        self._texts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._open: _Open | None = None

    @property
    def is_open(self) -> bool:
        """Whether a block has been begun and not yet ended."""
        return self._open is not None

    def begin(self, kind: str, level: int = 0) -> None:
        """Opens a block; the one before must be closed."""
        texts, pieces = len(self._texts), len(self._pieces)
        if self._texts:
            self._put("\n\n")
        self._open = _Open(kind, level, self._length, texts, pieces)

    def take(self, start: int, end: int) -> None:
        """Appends source [start, end): as it stands, but composed, without soft hyphens and joined letters."""
        text = self.decoded.text[start:end]
        at = start
        if not text.isascii():
            for found in _UNPLAIN.finditer(text):
                self._take(at, start + found.start())
                at = start + found.end()
                composed = unicodedata.normalize("NFKC" if "ﬀ" <= found[0] <= "ﬆ" else "NFC", found[0])
                self.replace(start + found.start(), at, composed)
        self._take(at, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Appends `text`, which source [start, end) stands for, such as an entity."""
        if text and text != "\u00ad":
            self._pieces.append(Piece(self._length, self._length + len(text), start, end))
            self._put(text)

    def space(self, start: int = 0, end: int = 0) -> None:
        """Appends a space, for source [start, end) if that is given, such as a soft line break."""
        if end > start:
            self.replace(start, end, " ")
        else:
            self._put(" ")

    def close(self) -> None:
        """Ends the block; one without a word is dropped."""
        assert self._open is not None
        kind, level, start = self._open.kind, self._open.level, self._open.start
        text = self.open_text()
        self._open = None
        stripped = text.strip()
        if stripped:
            begin = start + len(text) - len(text.lstrip())
            self._blocks.append(Block(kind, begin, begin + len(stripped), level))

    def drop(self, what: str, reason: str) -> None:
        """Ends the block and leaves it out of the text; what it was read from is reported."""
        assert self._open is not None
        pieces = self._pieces[self._open.pieces :]
        if pieces and self.open_text().strip():
            self.omit(pieces[0].source_start, pieces[-1].source_end, what, reason)
        del self._texts[self._open.texts :], self._pieces[self._open.pieces :]
        self._length = self._open.start - (2 if self._texts else 0)
        self._open = None

    def omit(self, start: int, end: int, what: str, reason: str) -> None:
        """Reports that source [start, end) is not in the text."""
        self.omitted.append(Omitted(what, reason, start, end))

    def open_text(self) -> str:
        """The text of the open block so far."""
        assert self._open is not None
        return "".join(self._texts[self._open.texts :])[2 if self._open.texts else 0 :]

    def document(self) -> Document:
        """The document as far as it is built."""
        return Document(
            path=self.source.path, part=self.source.part, text="".join(self._texts), blocks=tuple(self._blocks),
            pieces=tuple(self._pieces), source=self.decoded.text, encoding=self.decoded.encoding, format=self.format,
            sha256=hashlib.sha256(self.source.data).hexdigest(), directives=tuple(self.directives),
            meta=tuple(self.meta), links=tuple(self.links), omitted=tuple(self.omitted), locations=tuple(self.locations),
            guessed=self.decoded.guessed,
        )  # fmt: skip

    def _take(self, start: int, end: int) -> None:
        if end > start:
            self._pieces.append(Piece(self._length, self._length + end - start, start, end))
            self._put(self.decoded.text[start:end])

    def _put(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)
