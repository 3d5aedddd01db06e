"""Cuts HTML into text, tags and comments at exact places, as browsers do, in time linear in its length.

The standard library's parser takes quadratic time on unfinished tags and cuts comments differently from one version to the next.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.readers.builder import Builder

DIRECTIVE = re.compile(r"<!--\s*(leaflint\b.*?)\s*-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_STOP = re.compile(r"[>=]")
_VALUE = re.compile(r"=\s*([\"']?)")
_BARE = re.compile(r"[^\s>]*")
_RAW = frozenset(["script", "style", "iframe", "noembed", "noframes", "xmp"])  # nothing in them is markup or text
_WORDS_ONLY = frozenset(["title", "textarea"])  # nothing in them is markup
_ATTRIBUTE = re.compile(r"([^\s/>=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_LITERAL = re.compile(
    r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
)  # fmt: skip


class Token(NamedTuple):
    """A stretch of markup; all stretches together are the whole source."""

    kind: str  # text | start | end | comment | raw (what scripts and styles hold) | cut (markup that never ends)
    start: int
    end: int
    name: str = ""  # of a tag, lower case


class Attribute(NamedTuple):
    """An attribute of a start tag; [start, end) is its value, undecoded, in the source."""

    name: str
    value: str  # decoded
    start: int
    end: int


def tokens(text: str, start: int, last: int) -> Iterator[Token]:
    """The stretches of source [start, last), in order."""
    at = begin = start
    while (at := text.find("<", at, last)) >= 0:
        token = _markup(text, at, last)
        if token is None:
            at += 1
            continue
        if at > begin:
            yield Token("text", begin, at)
        yield token
        at = begin = token.end
        if token.kind == "start" and token.name in _RAW | _WORDS_ONLY:
            closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(text, at, last)
            at = closing.start() if closing else last
            kind = "text" if token.name in _WORDS_ONLY else "raw" if closing else "cut"
            if at > begin:
                yield Token(kind, begin, at, token.name)
            begin = at
    if begin < last:
        yield Token("text", begin, last)


def _markup(text: str, at: int, last: int) -> Token | None:
    """The tag or comment that begins with the “<” at a place; None where that is only a sign."""
    tag = _TAG.match(text, at, last)
    if tag:
        end = _tag_end(text, tag.end(), last)
        return Token("end" if tag[1] else "start", at, end, tag[2].lower()) if end else Token("cut", at, last)
    if text.startswith("<!--", at):
        if text.startswith((">", "->"), at + 4):
            return Token("comment", at, text.index(">", at) + 1)
        return _until(text, at, last, "-->", 4)
    return _until(text, at, last, ">", 2) if text.startswith(("<!", "<?", "</"), at) else None


def _until(text: str, at: int, last: int, mark: str, skip: int) -> Token:
    end = text.find(mark, at + skip, last)
    return Token("comment", at, end + len(mark)) if end >= 0 else Token("cut", at, last)


def _tag_end(text: str, at: int, last: int) -> int:
    """Where a tag ends whose name ends at a place: behind the first “>” that is in no value; 0: never."""
    while stop := _STOP.search(text, at, last):
        if stop[0] == ">":
            return stop.end()
        value = _VALUE.match(text, stop.start(), last)
        assert value is not None
        if value[1]:
            close = text.find(value[1], value.end(), last)
            if close < 0:
                return 0
            at = close + 1
        else:
            bare = _BARE.match(text, value.end(), last)
            at = bare.end() if bare else value.end()
    return 0


def attributes(text: str, tag: Token) -> Iterator[Attribute]:
    """The attributes of a start tag."""
    for found in _ATTRIBUTE.finditer(text, tag.start + 1 + len(tag.name), tag.end - 1):
        number = next((n for n in (2, 3, 4) if found[n] is not None), 0)
        value = html.unescape(found[number]) if number else ""
        start, end = found.span(number) if number else (found.end(), found.end())
        yield Attribute(found[1].lower(), value, start, end)


def take_words(builder: Builder, start: int, end: int) -> None:
    """Appends source [start, end) to the open block: entities decoded, white space as one space."""
    text, at = builder.decoded.text, start
    for found in _LITERAL.finditer(text, start, end):
        builder.take(at, found.start())
        at = found.end()
        builder.replace(found.start(), at, " " if found[0].isspace() else html.unescape(found[0]))
    builder.take(at, end)
