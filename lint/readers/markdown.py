"""Markdown: the words a reader sees, with front matter, code, tags and addresses left out and the way back kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lint.readers import text as plain
from lint.readers.builder import Builder
from lint.readers.decode import decode
from lint.readers.front import front_directives
from lint.readers.html import CODE, IMAGE, Page
from lint.readers.markup import DIRECTIVE, Token
from lint.readers.quick import Passage, Taken, take
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Source

_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)", re.DOTALL)
_META = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_STANDS_FOR = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\(?=\|)|[ \t]{2,}|\ufdd0+")
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_BREAKS = frozenset("br p div li td tr hr".split())
# Beyond these Markdown parsers take quadratic time or run out of stack; such a text is read as plain lines.
_DEEP = re.compile(r"^(?:[ \t]*(?:>|[-*+]|\d{1,3}[.)])){40}", re.MULTILINE)
_RUN = re.compile(r"[\[\]()*_`<>~!^\\]{200}|\S[ \t]{300}")
_LONGEST_LINE = 100_000
_BLANKS = " \t\ufdd0"
BLANK = "\ufdd0"  # stands for what is left out, where spaces would be too many; no text has it
_DENSE = 2_000  # brackets or marks in one paragraph
_MARKS = re.compile(r"[\[\]*_`<~]")


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of a Markdown source, or why there is none."""
    decoded = decode(source)
    if isinstance(decoded, Skipped):
        yield decoded
        return
    if too_hard(decoded.text):
        yield from plain.read(source)
        return
    builder = Builder(source, decoded, "markdown")
    walk(builder, same_length(builder))
    yield builder.document()


def same_length(builder: Builder) -> str:
    """The source with its front matter blanked, kept as facts about the document, and with plain line ends."""
    text = builder.decoded.text
    plain_ends = text.replace("\ufeff", " ").replace("\r\n", " \n").replace("\r", "\n")
    front = _FRONT.match(text)
    if not front:
        return plain_ends
    builder.meta += [(key.lower(), value.strip("\"'")) for key, value in _META.findall(front[1])]
    builder.directives += front_directives(text, *front.span(1))
    return blanked(plain_ends[: front.end()]) + plain_ends[front.end() :]


def blanked(text: str, blank: str = " ") -> str:
    """As many blanks and line ends as the text has characters."""
    return re.sub(r"[^\n]", blank, text)


def walk(builder: Builder, text: str, *, mdx: bool = False) -> None:
    """Reads Markdown of the source's length into the builder; in MDX, indented lines are no code and tags say nothing."""
    taken, left = take(text)
    walk = _Walk(builder, text, taken, mdx=mdx)
    if len(taken) == len(left.split()):
        walk.passages(passage for start in taken for passage in taken[start])
        return
    parser = _parser()
    if mdx:
        parser.parse("")  # its blocks are known from the first text on
        del parser.parser.block_elements["CodeBlock"]
    walk.blocks(parser.parse(left))


def _parser() -> Any:
    from marko import Markdown  # 0.1 s to import: only for those who read Markdown

    return Markdown(extensions=["gfm", "footnote"])


def too_hard(text: str) -> bool:
    """Whether a parser of Markdown would take quadratic time over a text, or run out of stack."""
    if _DEEP.search(text) or _RUN.search(text):
        return True
    paragraphs = re.split(r"\n[ \t\r]*\n", text)
    return any(len(p) > _LONGEST_LINE or (len(p) > _DENSE and sum(1 for _ in _MARKS.finditer(p)) > _DENSE) for p in paragraphs)


class _Walk:
    """Walks marko's tree and hands every visible character to the builder."""

    def __init__(self, builder: Builder, text: str, taken: Taken, *, mdx: bool) -> None:
        self.builder = builder
        self.text = text
        self.taken = taken
        self.mdx = mdx
        self.page = Page(builder)

    def blocks(self, element: Any, kind: str = "paragraph") -> None:
        """The blocks under an element; `kind` is what a paragraph counts as here."""
        for child in element.children:
            name = type(child).__name__
            if name == "Heading" and child.source_span[0] in self.taken:
                self.passages(self.taken[child.source_span[0]])
            elif name in ("Heading", "SetextHeading"):
                self.block(child, "heading", child.level)
            elif name == "Paragraph":
                self.block(child, kind)
            elif name == "TableCell":
                self.block(child, "cell")
            elif name == "HTMLBlock":
                self.page.feed(*child.source_span)
            elif name in ("FencedCode", "CodeBlock"):
                self.builder.omit(child.source_span[0], child.source_span[1], "code", CODE)
            elif name not in ("BlankLine", "ThematicBreak", "LinkRefDef") and isinstance(child.children, list):
                self.blocks(child, "list-item" if name == "ListItem" else kind)

    def passages(self, found: Iterable[Passage]) -> None:
        """Passages that were read without the parser."""
        for passage in found:
            self.builder.begin(passage.kind, passage.level)
            for step in passage.steps:
                if step.kind == "raw":
                    self.raw(step.start, step.end)
                elif step.kind == "space":
                    self.space(step.start, step.end)
                else:
                    self.builder.links.append(step.address)
                    if step.end:
                        self.page.waiting.append((step.start, step.end))
            self.page.close()

    def block(self, element: Any, kind: str, level: int = 0) -> None:
        """One block of running text."""
        self.builder.begin(kind, level)
        self.inlines(element)
        self.page.close()

    def inlines(self, element: Any) -> None:
        """The visible characters of an element's inline content."""
        for child in element.children:
            name, span = type(child).__name__, child.source_span
            if name == "RawText":
                self.raw(*span)
            elif name == "Literal":
                self.builder.take(span[0] + 1, span[1])
            elif name == "LineBreak":
                self.space(*span)
            elif name == "InlineHTML":
                self.tag(*span)
            elif name == "CodeSpan":
                self.builder.omit(span[0], span[1], "code", CODE)
            elif isinstance(getattr(child, "children", None), list):
                self.link(child)
                self.inlines(child)

    def link(self, element: Any) -> None:
        """What a link or picture says besides its words."""
        if getattr(element, "dest", ""):
            self.builder.links.append(element.dest)
        if getattr(element, "title", "") and getattr(element, "title_span", None):
            start, end = element.title_span
            self.page.waiting.append((start + 1, end - 1))
        if type(element).__name__ == "Image":
            self.builder.omit(element.source_span[0], element.source_span[1], *IMAGE)

    def raw(self, start: int, end: int) -> None:
        """Text as it stands, with entities decoded and escaped pipes freed."""
        at = start
        for found in _STANDS_FOR.finditer(self.text, start, end):
            self.builder.take(at, found.start())
            if found[0][0] in _BLANKS:
                self.space(found.start(), found.end())
            elif found[0] != "\\":
                self.builder.replace(found.start(), found.end(), html.unescape(found[0]))
            at = found.end()
        self.builder.take(at, end)

    def space(self, start: int, end: int) -> None:
        """A space for white space of the source, or for code that was blanked, which is no text."""
        if self.builder.decoded.text[start:end].isspace():
            self.builder.space(start, end)
        else:
            self.builder.space()

    def tag(self, start: int, end: int) -> None:
        """An inline tag or comment: left out, unless it parts words, holds some or speaks to leaflint."""
        told, name = DIRECTIVE.fullmatch(self.text, start, end), _TAG_NAME.match(self.text, start, end)
        if told:
            self.builder.directives.append(Directive(told[1], start, end))
        elif name and name[2].lower() in _BREAKS:
            self.builder.space(start, end)
        elif name and not name[1] and not self.mdx:
            self.page.attributes(Token("start", start, end, name[2].lower()))
