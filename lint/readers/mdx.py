"""MDX: Markdown whose imports, expressions and component tags are blanked first; components' attributes that hold prose are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.readers import markdown, text
from lint.readers.builder import Builder
from lint.readers.decode import decode
from lint.readers.markup import take_words
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Source

_EXPRESSION = ("expression", "what code puts into the page is not read")
_MARK = re.compile(
    r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))|^(?P<esm>(?:import|export)\b)|(?P<ticks>`+)|(?P<open>\{)|(?P<tag><(?=[A-Za-z/>]))|\\.", re.M
)
_COMMENT = re.compile(r"\{\s*/\*\s*(leaflint\b.*?)\s*\*/\s*\}", re.DOTALL)
_ONLY_TEXT = re.compile(r"\{\s*(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)'|`([^`\\$]*)`)\s*\}")
_IN_CODE = re.compile(r"[{}]|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|/\*.*?\*/|//[^\n]*", re.DOTALL)
_NAME = re.compile(r"</?[\w.:-]*")
_ATTRIBUTE = re.compile(
    r"\s*(?:(?P<name>[A-Za-z_$][\w$:.-]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<code>\{)))?|(?P<spread>\{))"
)
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_WORDED = frozenset(
    "alt answer aria-label body caption content description heading label message note placeholder question quote subheading subtitle "
    "summary text title tooltip warning".split()
)
_NEVER = frozenset("class className d href id rel sizes src srcSet style to type url viewBox".split())
_PROSE = re.compile(r"\s*[A-Z][\w'’-]*(?:\W+[\w'’-]+){3,}")
_FEW = 100  # characters that become spaces; of many, a parser of Markdown would take quadratic time
_LONGEST = 50_000  # characters of one expression or tag
_MOST_FAULTS = 100  # braces and tags that never end, after which the rest is read as Markdown


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of an MDX source, or why there is none."""
    decoded = decode(source)
    if isinstance(decoded, Skipped):
        yield decoded
        return
    builder = Builder(source, decoded, "mdx")
    blanking = _Blanking(builder, markdown.same_length(builder))
    plain = blanking.plain()
    if markdown.too_hard(plain):
        yield from text.read(source)
        return
    markdown.walk(builder, plain, mdx=True)
    for start, end in blanking.attributes:
        builder.begin("paragraph")
        take_words(builder, start, end)
        builder.close()
    yield builder.document()


class _Blanking:
    """Blanks what is code, and keeps the attributes that are prose."""

    def __init__(self, builder: Builder, source: str) -> None:
        self.builder = builder
        self.text = source
        self.attributes: list[tuple[int, int]] = []
        self.parts: list[str] = []  # the text as blanked so far
        self.done = 0
        self.faults = 0
        self.shown = -1  # where the last line begins that has words before a tag

    def plain(self) -> str:
        """The text with as many characters, and only Markdown in it."""
        at = 0
        while found := _MARK.search(self.text, at):
            kind, start = found.lastgroup, found.start()
            if kind == "fence":
                at = self._fence_end(found["fence"].strip(), found.end())
            elif kind == "esm":
                at = self._esm_end(start)
                self._blank(start, at)
                at = max(at, found.end())
            elif kind == "ticks":
                paragraph = self.text.find("\n\n", found.end())
                close = self.text.find(found["ticks"], found.end(), paragraph if paragraph >= 0 else len(self.text))
                at = (close if close >= 0 else start) + len(found["ticks"])
            elif kind in ("open", "tag") and self.faults < _MOST_FAULTS:
                at = self._expression(start) if kind == "open" else self._tag(start)
                self.faults += at == 0
                at = at or found.end()
            else:
                at = found.end()
        return "".join([*self.parts, self.text[self.done :]])

    def _blank(self, start: int, end: int, put: str = "") -> None:
        """Blanks [start, end) but for a beginning that stays."""
        blank = markdown.BLANK if end - start > _FEW else " "
        self.parts += [self.text[self.done : start], put, markdown.blanked(self.text[start + len(put) : end], blank)]
        self.done = end

    def _fence_end(self, mark: str, at: int) -> int:
        close = re.compile(rf"^[ \t]*{re.escape(mark)}", re.MULTILINE).search(self.text, at)
        return close.end() if close else len(self.text)

    def _esm_end(self, start: int) -> int:
        """The end of imports and exports: the first empty line outside braces; `start` where they are words of a paragraph."""
        above = self.text.rfind("\n", 0, max(0, start - 1)) + 1
        if self.text[above:start].strip():
            return start
        at, depth = start, 0
        while (line := self.text.find("\n", at)) >= 0:
            depth += self.text.count("{", at, line) - self.text.count("}", at, line)
            at = line + 1
            if self.text.startswith(("\n", " \n"), at) and (depth <= 0 or at - start > _LONGEST):
                return at
        return len(self.text)

    def _code_end(self, start: int) -> int:
        """The end of the expression that begins with the brace at `start`; 0: never."""
        depth = 0
        for found in _IN_CODE.finditer(self.text, start, start + _LONGEST):
            depth += (found[0] == "{") - (found[0] == "}")
            if depth == 0:
                return found.end()
        return 0

    def _expression(self, start: int) -> int:
        end = self._code_end(start)
        if not end:
            return 0
        told, only = _COMMENT.fullmatch(self.text, start, end), _ONLY_TEXT.fullmatch(self.text, start, end)
        if told:
            self.builder.directives.append(Directive(told[1], start, end))
        if only:
            first, last = only.span(only.lastindex or 1)
            self._blank(start, first)
            self._blank(last, end)
        else:
            self._blank(start, end)
            if not self.text.startswith("/*", start + 1):
                self.builder.omit(start, end, *_EXPRESSION)
        return end

    def _tag(self, start: int) -> int:
        """Blanks a tag that begins or ends its line; inside a line its name stays, so that it parts no word."""
        name = _NAME.match(self.text, start)
        assert name is not None
        at, kept = name.end(), []
        while found := _ATTRIBUTE.match(self.text, at, start + _LONGEST):
            at = found.end()
            if found.lastgroup in ("code", "spread"):
                brace = at - 1
                at = self._code_end(brace)
                only = _ONLY_TEXT.fullmatch(self.text, brace, at) if at else None
                value = only.span(only.lastindex or 1) if only else None
            else:
                value = found.span(found.lastgroup) if found.lastgroup in ("double", "single") else None
            if not at:
                return 0
            if value and self._is_prose(found["name"] or "", self.text[slice(*value)]):
                kept.append(value)
        close = re.compile(r"\s*/?>").match(self.text, at)
        if not close:
            return 0
        self.attributes += kept
        self._blank_tag(start, name.end(), close.end())
        return close.end()

    def _blank_tag(self, start: int, name_end: int, end: int) -> None:
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[max(line, self.done) : start].strip():
            self.shown = line
        last = _LINE_END.match(self.text, end) is not None
        named = name_end - start > 2 or self.text[start + 1 : name_end].isalpha()
        inside = self.shown == line and not last and named
        self._blank(start, end - 1 if inside else end, self.text[start:name_end] if inside else "")

    def _is_prose(self, name: str, value: str) -> bool:
        return bool(value.strip()) and name not in _NEVER and (name in _WORDED or bool(_PROSE.match(value)))
