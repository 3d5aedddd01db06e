"""Markdown: the words a reader sees, with front matter, code, tags and addresses left out and the way back kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lint.readers import text as plain
from lint.readers.builder import Builder
from lint.readers.decode import decode
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Source

_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)", re.DOTALL)
_META = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_STANDS_FOR = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\(?=\|)")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--\s*(leaflint\b.*?)\s*-->", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?td|/?tr|hr)\b", re.IGNORECASE)
# Beyond these Markdown parsers take quadratic time or run out of stack; such a text is read as plain lines.
_DEEP = re.compile(r"(?:[ \t]*(?:>|[-*+]|\d{1,3}[.)])[ \t]*){40}")
_RUN = re.compile(r"[\[\]()*_`<>~!^\\]{200}")
_LONGEST_LINE = 100_000
_DENSE = 2_000  # brackets or marks in one paragraph
_MARKS = re.compile(r"[\[\]*_`<~]")


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of a Markdown source, or why there is none."""
    decoded = decode(source)
    if isinstance(decoded, Skipped):
        yield decoded
        return
    if _too_hard(decoded.text):
        yield from plain.read(source)
        return
    builder = Builder(source, decoded, "markdown")
    same_length = decoded.text.replace("\ufeff", " ").replace("\r\n", " \n").replace("\r", "\n")
    front = _FRONT.match(decoded.text)
    if front:
        builder.meta += [(key.lower(), value.strip("\"'")) for key, value in _META.findall(front[1])]
        same_length = re.sub(r"[^\n]", " ", same_length[: front.end()]) + same_length[front.end() :]
    _Walk(builder, same_length).blocks(_parser().parse(same_length))
    yield builder.document()


def _parser() -> Any:
    from marko import Markdown  # 0.1 s to import: only for those who read Markdown

    return Markdown(extensions=["gfm", "footnote"])


def _too_hard(text: str) -> bool:
    if _DEEP.search(text) or _RUN.search(text):
        return True
    paragraphs = re.split(r"\n[ \t\r]*\n", text)
    return any(len(p) > _LONGEST_LINE or (len(p) > _DENSE and sum(1 for _ in _MARKS.finditer(p)) > _DENSE) for p in paragraphs)


class _Walk:
    """Walks marko's tree and hands every visible character to the builder."""

    def __init__(self, builder: Builder, text: str) -> None:
        self.builder = builder
        self.text = text

    def blocks(self, element: Any, kind: str = "paragraph") -> None:
        """The blocks under an element; `kind` is what a paragraph counts as here."""
        for child in element.children:
            name = type(child).__name__
            if name in ("Heading", "SetextHeading"):
                self.block(child, "heading", child.level)
            elif name == "Paragraph":
                self.block(child, kind)
            elif name == "TableCell":
                self.block(child, "cell")
            elif name == "HTMLBlock":
                self.html(*child.source_span)
            elif name in ("FencedCode", "CodeBlock", "BlankLine", "ThematicBreak", "LinkRefDef"):
                continue
            elif isinstance(getattr(child, "children", None), list):
                self.blocks(child, "list-item" if name == "ListItem" else kind)

    def block(self, element: Any, kind: str, level: int = 0) -> None:
        """One block of running text."""
        self.builder.begin(kind, level)
        self.inlines(element)
        self.builder.close()

    def inlines(self, element: Any) -> None:
        """The visible characters of an element's inline content."""
        for child in element.children:
            name, span = type(child).__name__, child.source_span
            if name == "RawText":
                self.raw(*span)
            elif name == "Literal":
                self.builder.take(span[0] + 1, span[1])
            elif name == "LineBreak":
                self.builder.space()
            elif name == "InlineHTML":
                self.tag(*span)
            elif isinstance(getattr(child, "children", None), list):
                if getattr(child, "dest", ""):
                    self.builder.links.append(child.dest)
                self.inlines(child)

    def raw(self, start: int, end: int) -> None:
        """Text as it stands, with entities decoded and escaped pipes freed."""
        at = start
        for found in _STANDS_FOR.finditer(self.text, start, end):
            self.builder.take(at, found.start())
            if found[0] != "\\":
                self.builder.replace(found.start(), found.end(), html.unescape(found[0]))
            at = found.end()
        self.builder.take(at, end)

    def tag(self, start: int, end: int) -> None:
        """An inline tag or comment: left out, unless it parts words or speaks to leaflint."""
        comment = _COMMENT.fullmatch(self.text, start, end)
        if comment:
            self.builder.directives.append(Directive(comment[1], start, end))
        elif _BREAK.match(self.text, start, end):
            self.builder.space()

    def html(self, start: int, end: int) -> None:
        """A block of HTML: its text, without tags, scripts and comments."""
        self.builder.begin("paragraph")
        at = start
        for found in _TAG.finditer(self.text, start, end):
            self.raw(at, found.start())
            self.tag(found.start(), found.end())
            at = found.end()
        self.raw(at, end)
        self.builder.close()
