"""A document as read, and as the language step sees it. All offsets are code points, half-open."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from lint.types.quick import Quick

EXCERPT = 160
_LINE_END = re.compile(r"\r\n|\n|\r")


SHARED = 100  # words of a sentence: texts may share such a one, and what follows from it is remembered; longer ones are not


@dataclass(frozen=True, slots=True)
class Span(Quick):
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: a file, one record of a file, standard input or an editor's buffer."""

    path: str
    data: bytes
    part: str = ""
    location: str = ""  # of the part in its file, for people: "line 12"
    format: str = ""  # text | markdown | html, where the path does not say it by its suffix


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of a document's text that stands alone: sentences never cross its border."""

    kind: str  # heading | paragraph | list-item | cell
    start: int
    end: int
    level: int = 0  # of a heading, from 1; 0 otherwise


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment in the source addressed to leaflint, such as a suppression; offsets are the source's."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Omitted:
    """A stretch of the source that holds words or may do so and is not in the text; offsets are the source's."""

    what: str  # navigation, code, image …
    reason: str
    start: int
    end: int  # equal to start where the source has no characters for it, such as an image


@dataclass(frozen=True, slots=True)
class Piece:
    """Document text [start, end) was read from source [source_start, source_end).

    Equal lengths map character by character; unequal ones stand for a decoded whole, such as an entity.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Place(Quick):
    """Where something stands in the decoded source, for people and for machines."""

    path: str
    part: str
    start: int
    end: int
    line: int  # from 1; lines end at LF, CRLF or CR
    column: int  # from 1, in code points
    end_line: int
    end_column: int  # exclusive
    quote: str
    excerpt: str = ""  # the source line at `line`, cut to about EXCERPT code points around the place
    excerpt_column: int = 1  # column at which the excerpt begins
    location: str = ""  # for people, where lines say little: "paragraph 12", "page 3", "record 7"


@dataclass(frozen=True, slots=True)
class Document:
    """One patient-facing text: the words a reader sees, and the way back to the source."""

    path: str
    part: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]  # sorted by start; text between pieces was put in by the reader
    source: str  # the decoded source, byte order mark included
    encoding: str
    format: str
    sha256: str
    directives: tuple[Directive, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()  # front matter: title, date, drug …
    links: tuple[str, ...] = ()  # addresses the text links to
    name: str = ""  # what it is called in fingerprints: its path below the project's folder; empty: its path
    omitted: tuple[Omitted, ...] = ()  # what the source says besides the text
    locations: tuple[tuple[int, str], ...] = ()  # (source offset, what begins there), sorted: (812, "page 2")
    guessed: bool = False  # nothing says what encoding the source is in, and it is not UTF-8
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _lines: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece.start for piece in self.pieces))
        object.__setattr__(self, "_lines", (0, *(m.end() for m in _LINE_END.finditer(self.source))))

    def origin(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans that text [start, end) was read from, in order; touching ones are joined."""
        spans: list[Span] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            if piece.end <= start:
                continue
            first, last = piece.source_start, piece.source_end
            if piece.end - piece.start == last - first:
                first += max(0, start - piece.start)
                last -= max(0, piece.end - end)
            if spans and spans[-1].end == first:
                spans[-1] = Span(spans[-1].start, last)
            else:
                spans.append(Span(first, last))
        return tuple(spans)

    def place(self, start: int, end: int) -> Place:
        """Where text [start, end) stands in the source, with line and column."""
        spans = self.origin(start, end)
        if not spans:
            raise ValueError(f"{self.path}: text [{start}, {end}) has no origin")
        return self.place_in_source(spans[0].start, spans[-1].end, self.text[start:end])

    def place_in_source(self, first: int, last: int, quote: str) -> Place:
        """The place of source [first, last), with line and column; `quote` is what stands there."""
        line, end_line = bisect_right(self._lines, first), bisect_right(self._lines, max(first, last - 1))
        begin = self._lines[line - 1]
        cut = max(begin, first - EXCERPT // 2)
        until = self._lines[line] if line < len(self._lines) else len(self.source)
        excerpt = self.source[cut : min(until, max(last, cut) + EXCERPT // 2, cut + 3 * EXCERPT)].rstrip("\r\n")
        return Place(
            self.path, self.part, first, last,
            line, first - begin + 1, end_line, last - self._lines[end_line - 1] + 1,
            quote, excerpt, cut - begin + 1, self.location(first),
        )  # fmt: skip

    def location(self, offset: int) -> str:
        """What people call the place of a source offset, such as "page 2"; empty where line and column say enough."""
        number = bisect_right(self.locations, offset, key=lambda location: location[0])
        return self.locations[number - 1][1] if number else ""

    def line(self, offset: int) -> int:
        """The line of a source offset, from 1."""
        return bisect_right(self._lines, offset)


class Word(NamedTuple):
    """A word or punctuation mark as the checks see it. A tuple: every text has thousands, and tuples are quickest to make."""

    start: int
    end: int
    text: str
    norm: str  # lower case, one spelling of US/UK pairs, plain quotes, corrected where unambiguous


class Scope(NamedTuple):
    """Words [first, last) of a sentence that stand under a negation, hedge, question or condition."""

    kind: str  # negated | hedged | question | conditional | quoted
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what patterns match: `line`, the words' forms between single spaces.

    In `line` every mention of a drug the document is about reads `@drug`; hyphens between letters are left out.
    """

    block: int  # index into Document.blocks
    start: int
    end: int
    words: tuple[Word, ...]
    line: str  # starts and ends with a space
    offsets: tuple[int, ...]  # where each word's form begins in line; len(words) entries
    scopes: tuple[Scope, ...]
    subject: str  # drug | professional | disease | reader | other


@dataclass(frozen=True, slots=True)
class Text:
    """A document after the language step."""

    document: Document
    sentences: tuple[Sentence, ...]
    drugs: tuple[str, ...]  # ids of the drugs the text is about, most mentioned first
