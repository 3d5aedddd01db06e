"""HTML: the words that a page shows, passage by passage; navigation, code and pictures are reported as left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lint.readers.builder import Builder
from lint.readers.decode import decode
from lint.readers.markup import DIRECTIVE, Token, attributes, take_words, tokens
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Source

_DECLARED = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|^<\?xml[^>]{0,100}?encoding=[\"']([\w.-]+)", re.IGNORECASE)
_PASSAGES = frozenset(
    "address article aside blockquote body button caption center dd desc details dialog dir div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav noscript ol optgroup option p pre search "
    "section select summary svg table tbody td template text textarea tfoot th thead title tr ul video".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNTRACKED = _VOID | {"p"}  # a paragraph is often not ended, and nothing depends on it
_KINDS = {"li": "list-item", "dt": "list-item", "dd": "list-item", "td": "cell", "th": "cell"}
_ENDS_HEADING = frozenset("div section article ul ol table".split())
# An element that ends an open one of the same group, and what it cannot reach beyond.
_SIBLINGS = {
    "li": ({"li"}, {"ul", "ol", "menu"}), "dt": ({"dt", "dd"}, {"dl"}), "dd": ({"dt", "dd"}, {"dl"}), "option": ({"option"}, {"select"}),
    "td": ({"td", "th"}, {"table", "tr"}), "th": ({"td", "th"}, {"table", "tr"}), "tr": ({"tr"}, {"table"}),
}  # fmt: skip
_WORDED = frozenset(["alt", "title", "aria-label", "aria-description", "placeholder"])
CODE = "code is not checked"
IMAGE = ("image", "words in a picture are not read, only its alternative text")
_LEFT_OUT = {
    "nav": ("navigation", "links to other pages are no part of the text"),
    "del": ("deleted text", "marked as deleted"),
    "template": ("hidden text", "a page does not show what a template holds"),
    "noscript": ("hidden text", "a page shows it only where scripts are off"),
    "code": ("code", CODE),
}
_AROUND = ("page frame", "a fragment of the page's foot or margin; sentences there are read")
_EMBEDDED = frozenset(["iframe", "object", "embed", "video", "audio", "canvas", "frame"])
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.!?][\"”’)]*(?:\s|$)")
_DEEPEST = 500  # elements within each other that are told apart, as in browsers


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """An element whose words are left out: how deep it stands, where it begins, and why."""

    depth: int
    start: int
    what: str
    reason: str


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of an HTML source, or why there is none."""
    declared = _DECLARED.search(source.data[:4096])
    decoded = decode(source, next((name.decode("ascii") for name in declared.groups() if name), "") if declared else "")
    if isinstance(decoded, Skipped):
        yield decoded
        return
    builder = Builder(source, decoded, "html")
    page = Page(builder)
    page.feed(1 if decoded.text.startswith("\ufeff") else 0, len(decoded.text))
    yield builder.document()


class Page:
    """Walks a page's stretches of markup and hands its words to the builder."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.text = builder.decoded.text
        self.stack: list[str] = []  # open elements
        self.open: Counter[str] = Counter()
        self.left_out: _LeftOut | None = None
        self.waiting: list[tuple[int, int]] = []  # values of attributes that become passages after this one

    def feed(self, start: int, end: int) -> None:
        """Reads source [start, end) as a whole: what is open at its end ends there."""
        for token in tokens(self.text, start, end):
            self.add(token)
        self.close()
        self.shrink(0, end)

    def add(self, token: Token) -> None:
        """The next stretch."""
        if token.kind == "text":
            self.words(token)
        elif token.kind == "start":
            self.start(token)
        elif token.kind == "end":
            self.finish(token)
        elif token.kind == "cut":
            self.builder.omit(token.start, token.end, "damaged markup", "a tag, comment or script begins here and does not end")
        elif token.kind == "comment" and (told := DIRECTIVE.fullmatch(self.text, token.start, token.end)):
            self.builder.directives.append(Directive(told[1], token.start, token.end))

    def words(self, token: Token) -> None:
        """Text: a passage begins with the first word."""
        if self.left_out or (not self.builder.is_open and self.text[token.start : token.end].isspace()):
            return
        if token.name == "title" and not any(key == "title" for key, _ in self.builder.meta):
            self.builder.meta.append(("title", " ".join(unescape(self.text[token.start : token.end]).split())))
        if not self.builder.is_open:
            self.builder.begin(*self.kind())
        take_words(self.builder, token.start, token.end)

    def kind(self) -> tuple[str, int]:
        """What a passage here is, and the level of a heading."""
        inside = False
        for name in reversed(self.stack):
            if name in _KINDS:
                return _KINDS[name], 0
            if not inside and len(name) == 2 and name[0] == "h" and name[1] in "123456":
                return "heading", int(name[1])
            if name == "title" and not self.open["svg"]:
                return "heading", 1
            inside = inside or name in _ENDS_HEADING
        return "paragraph", 0

    def start(self, token: Token) -> None:
        """A start tag."""
        name = token.name
        if name in _PASSAGES:
            self.close()
            self.implied(name, token.start)
        elif name == "br":
            if self.builder.is_open:
                self.builder.space(token.start, token.end)
        elif name == "sup" and self.builder.is_open:
            self.builder.space()
        if not self.left_out:
            self.attributes(token)
        if name in _UNTRACKED or len(self.stack) >= _DEEPEST:
            return
        self.stack.append(name)
        self.open[name] += 1
        if not self.left_out and name in _LEFT_OUT:
            self.left_out = _LeftOut(len(self.stack), token.end, *_LEFT_OUT[name])

    def attributes(self, token: Token) -> None:
        """What a tag says itself: words in attributes, addresses, pictures and embedded things."""
        name, found = token.name, {}
        if token.end - token.start > len(name) + 2:
            for attribute in attributes(self.text, token):
                found[attribute.name] = attribute.value
                if attribute.name in _WORDED and attribute.value.strip():
                    self.waiting.append((attribute.start, attribute.end))
        if name == "a" and found.get("href"):
            self.builder.links.append(found["href"])
        if name == "img" and found.get("alt") != "":
            self.builder.omit(token.start, token.end, *IMAGE)
        elif name in _EMBEDDED:
            self.builder.omit(token.start, token.end, "embedded object", f"what the {name} shows is not read")
        if found.get("role") == "navigation" and name not in _UNTRACKED:
            self.left_out = _LeftOut(len(self.stack) + 1, token.end, *_LEFT_OUT["nav"])
        if "</" in self.text[token.start : token.end]:
            self.builder.omit(token.start, token.end, "damaged markup", "a quotation mark is missing: text was taken for an attribute")
        if not self.builder.is_open:
            self.close()

    def finish(self, token: Token) -> None:
        """An end tag: ends the innermost element of that name and all within it."""
        if token.name in _PASSAGES:
            self.close()
        if self.open[token.name]:
            depth = len(self.stack) - 1
            while self.stack[depth] != token.name:
                depth -= 1
            self.shrink(depth, token.start)

    def implied(self, name: str, at: int) -> None:
        """Ends the sibling that was left open: an item by the next item, a cell by the next cell."""
        same, limits = _SIBLINGS.get(name, (set(), set()))
        if not any(self.open[other] for other in same):
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth] in same:
                self.shrink(depth, at)
            if depth >= len(self.stack) or self.stack[depth] in limits:
                return

    def shrink(self, depth: int, at: int) -> None:
        """Ends the elements below a depth; what was left out there ends with them."""
        for name in self.stack[depth:]:
            self.open[name] -= 1
        del self.stack[depth:]
        left = self.left_out
        if left and depth < left.depth:
            self.left_out = None
            if not self.text[left.start : at].isspace() and at > left.start:
                self.builder.omit(left.start, at, left.what, left.reason)

    def close(self) -> None:
        """Ends the passage; in the page's foot or margin it counts only if it holds a sentence."""
        if self.builder.is_open:
            framed = (self.open["footer"] or self.open["aside"]) and not (self.open["main"] or self.open["article"])
            if framed and not _SENTENCE.search(self.builder.open_text()):
                self.builder.drop(*_AROUND)
            else:
                self.builder.close()
        for start, end in self.waiting:
            self.builder.begin("paragraph")
            take_words(self.builder, start, end)
            self.builder.close()
        self.waiting.clear()
