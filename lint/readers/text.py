"""Plain text: paragraphs, headings and list items are guessed from lines; a line break inside a paragraph is a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.readers.builder import Builder
from lint.readers.decode import decode
from lint.readers.markup import DIRECTIVE
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
ITEM = re.compile(r"\s*(?:[-*•▪◦‣·–—o]|\(?(?:\d{1,2}|[a-zA-Z])[.)]|\(?[ivx]{1,4}\))[ \t]+(?=\S)")
_RULER = re.compile(r"\s*([-=_*~#.·•])(?:\s*\1)*\s*")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,})\s*")
_ENDS_OPEN = re.compile(r"[.!?:;,…][\"'”’)\]]*\s*$")
_SMALL_WORDS = frozenset(
    "a an and as at by for from how in into is it its of on or the to under what when with you your if not do my".split()
)
_HEADING_WORDS = 12
_WRAP_MIN, _WRAP_MAX = 45, 110  # code points between which the lines of hard-wrapped text end


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without the line end
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip() or bool(_RULER.fullmatch(self.text))


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of a plain text source, or why there is none."""
    decoded = decode(source)
    if isinstance(decoded, Skipped):
        yield decoded
        return
    builder = Builder(source, decoded, "text")
    lines = _lines(decoded.text, 1 if decoded.text.startswith("\ufeff") else 0)
    wrapped = _is_wrapped(lines)
    for group in _groups(_told(lines, builder)):
        for part in _passages(group, wrapped):
            _add(builder, part, alone=len(group) == len(part), wrapped=wrapped)
    yield builder.document()


def _lines(text: str, start: int) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text, start):
        content = match[0].rstrip("\r\n")
        if match[0]:
            found.append(_Line(match.start(), match.start() + len(content), content))
    return found


def _told(lines: list[_Line], builder: Builder) -> Iterator[_Line]:
    """The lines without those that speak to leaflint, which are kept as directives."""
    for line in lines:
        told = DIRECTIVE.fullmatch(line.text.strip())
        if told:
            builder.directives.append(Directive(told[1], line.start, line.end))
        else:
            yield line


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether paragraphs run over several lines: most lines with a next one end in mid-sentence near one width."""
    pairs = [(a, b) for a, b in pairwise(lines) if not a.blank and not b.blank and not ITEM.match(b.text)]
    if len(pairs) < 2:
        return False
    open_ends = [a for a, _ in pairs if _WRAP_MIN <= len(a.text.rstrip()) <= _WRAP_MAX and not _ENDS_OPEN.search(a.text)]
    longest = max(len(line.text) for line in lines)
    return longest <= 2 * _WRAP_MAX and len(open_ends) * 2 >= len(pairs)


def _groups(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines without a blank one or a ruler between them; an underline stays with the line above it."""
    group: list[_Line] = []
    for line in lines:
        if group and len(group) == 1 and _UNDERLINE.fullmatch(line.text):
            group.append(line)
        elif line.blank:
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _passages(group: list[_Line], wrapped: bool) -> Iterator[list[_Line]]:
    """The lines of a group that belong together: each alone, or in wrapped text up to the next item or short line."""
    if len(group) > 1 and _UNDERLINE.fullmatch(group[1].text):
        yield group[:1]
        group = group[2:]
    passage: list[_Line] = []
    for line in group:
        if passage and (not wrapped or ITEM.match(line.text) or _ends(passage[-1], line)):
            yield passage
            passage = []
        passage.append(line)
    if passage:
        yield passage


def _ends(line: _Line, following: _Line) -> bool:
    """Whether a line of wrapped text closes its passage: much shorter than it could be, or a heading."""
    first = following.text.strip().split(" ", 1)[0]
    room = len(line.text.rstrip()) + 1 + len(first) < _WRAP_MIN
    return room or (len(line.text) < _WRAP_MIN and is_heading(line.text))


def _add(builder: Builder, passage: list[_Line], *, alone: bool, wrapped: bool) -> None:
    first = passage[0]
    item = ITEM.match(first.text)
    heading = len(passage) == 1 and is_heading(first.text) and (alone or not wrapped or len(first.text) < _WRAP_MIN)
    kind = "heading" if heading and not (item and not _numbered_heading(first.text)) else "list-item" if item else "paragraph"
    builder.begin(kind, 1 if kind == "heading" else 0)
    before = first.end
    for line in passage:
        if line is not first:
            builder.space(before, line.start)
            before = line.end
        lead = item.end() if item and line is first else len(line.text) - len(line.text.lstrip())
        builder.take(line.start + lead, line.end)
    builder.close()


def _numbered_heading(text: str) -> bool:
    return bool(re.match(r"\s*\d{1,2}[.)]\s+\S", text)) and is_heading(ITEM.sub("", text, count=1)) and _capitals(text) >= 0.5


def is_heading(text: str) -> bool:
    """Whether a line reads like a heading: short, without a sentence's end, in capitals, title case or as a question."""
    line = text.strip()
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    if not words or len(words) > _HEADING_WORDS or not line[0].isalnum() or re.search(r"[.;,!…]$", line):
        return False
    if line.endswith(":"):
        return bool(re.match(r"(step|part|section|chapter)\b", line, re.IGNORECASE))
    if line.endswith("?"):
        return len(words) <= 10
    return line[0].isupper() or line[0].isdigit()


def _capitals(text: str) -> float:
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if w.lower() not in _SMALL_WORDS]
    return sum(1 for w in words if w[0].isupper()) / len(words) if words else 0.0
