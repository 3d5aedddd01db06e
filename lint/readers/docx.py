"""Word: the text as it stands with tracked changes accepted, paragraph by paragraph; notes, headers and footers follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lint.readers.builder import Builder
from lint.readers.decode import Decoded
from lint.readers.html import IMAGE
from lint.readers.package import Package, Refused, attribute, local
from lint.readers.text import ITEM, is_heading
from lint.types.review import Skipped
from lint.types.text import Directive, Document, Omitted, Source

# In a paragraph: what is no text of its own, and what stands for a character.
_PASSED_BY = frozenset("del moveFrom instrText delText delInstrText pPr rPr sdtPr Fallback rt txbxContent tblPr".split())
_STANDS_FOR = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "‑"}
_EMBEDDED = {"object": "object", "chart": "chart", "relIds": "diagram", "altChunk": "document"}
_NAMED_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo) ?(\d)|(title|subtitle)", re.IGNORECASE)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("header", "header"), ("footer", "footer"))
_ASIDE = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph's style says of it."""

    level: int = 0  # of a heading, from 1
    listed: bool = False


@dataclass(slots=True)
class _Passage:
    """A paragraph as read: its words and what belongs to them."""

    kind: str
    level: int
    text: str
    location: str
    marker: int = 0  # characters of a list marker that was typed


@dataclass(slots=True)
class _Reading:
    """What is collected on the way through a document."""

    styles: dict[str, _Style]
    comments: dict[str, str]  # those addressed to leaflint, by id
    passages: list[_Passage] = field(default_factory=list)
    gaps: list[tuple[int, str, str]] = field(default_factory=list)  # (number of passage, what, reason)
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # comment id: (number of passage, offset)
    joined: str = ""  # words of paragraphs whose mark was deleted
    said: list[str] = field(default_factory=list)  # alternative texts met in a paragraph

    def words(self, element: Any, before: str = "") -> tuple[str, int, int]:
        """The words in an element, and how many of them are in bold and in all."""
        parts, bold, total = [before], 0, 0
        for child in element:
            name = local(child)
            if name == "t":
                parts.append(child.text or "")
                total += len(parts[-1])
                bold += len(parts[-1]) if _is_on(element, "b") else 0
            elif name in _STANDS_FOR:
                parts.append(_STANDS_FOR[name])
            elif name in _EMBEDDED:
                self.gap("embedded object", f"an embedded {_EMBEDDED[name]} is not read")
            elif name == "r" and _is_on(child, "vanish"):
                if any((t.text or "").strip() for t in child.iter("{*}t")):
                    self.gap("hidden text", "marked as hidden")
            elif name not in _PASSED_BY:
                self.note(name, child, sum(map(len, parts)))
                inner, inner_bold, inner_total = self.words(child)
                parts.append(inner)
                bold, total = bold + inner_bold, total + inner_total
        return "".join(parts), bold, total

    def note(self, name: str, element: Any, offset: int) -> None:
        """Keeps what an element says beside the text: a picture, its alternative text, the place of a comment."""
        if name in ("blip", "imagedata"):
            self.gap(*IMAGE)
        elif name in ("docPr", "shape"):
            keys = ("descr", "title") if name == "docPr" else ("alt",)
            self.said += [text for key in keys if (text := element.get(key, "").strip())]
        elif name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            key = attribute(element, "id")
            if key in self.comments:
                self.marks.setdefault(key, []).append((len(self.passages), offset))

    def gap(self, what: str, reason: str) -> None:
        """Something in the next passage that is not read."""
        self.gaps.append((len(self.passages), what, reason))

    def paragraph(self, element: Any, location: str, *, cell: bool) -> bool:
        """The end of a paragraph; whether it had words."""
        text, bold, total = self.words(element, self.joined)
        self.joined = ""
        marked = element.find("./{*}pPr/{*}rPr/{*}del")
        if marked is not None:
            self.joined = text
            return False
        kind, level = self._kind(element, text, cell=cell, bold=bool(total) and bold == total)
        marker = ITEM.match(text) if kind in ("paragraph", "list-item") else None
        if text.strip():
            self.passages.append(_Passage("list-item" if marker else kind, level, text, location, marker.end() if marker else 0))
        self.passages += [_Passage("paragraph", 0, said, location) for said in self.said]
        self.said.clear()
        return bool(text.strip())

    def _kind(self, element: Any, text: str, *, cell: bool, bold: bool) -> tuple[str, int]:
        style = self.styles.get(_value(element, "./{*}pPr/{*}pStyle"), _Style())
        outline = _value(element, "./{*}pPr/{*}outlineLvl")
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else style.level
        if level:
            return "heading", level
        if cell:
            return "cell", 0
        number = _value(element, "./{*}pPr/{*}numPr/{*}numId")
        if number not in ("", "0") or (style.listed and number != "0"):
            return "list-item", 0
        return ("heading", 2) if bold and is_heading(text) else ("paragraph", 0)


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of a Word file, or why there is none. Offsets count in the text that is taken from it."""
    try:
        reading = _read(Package(source))
    except Refused as refused:
        yield Skipped(source.path, source.part, "document", str(refused))
        return
    yield _document(source, reading)


def _read(package: Package) -> _Reading:
    main = next((target for kind, target in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    parts = package.related(main)
    of_kind = {kind: [target for found, target in parts.values() if found == kind] for kind, _ in parts.values()}
    comments = {}
    for _, element in (found for part in of_kind.get("comments", [])[:1] for found in package.elements(part, ("comment",), needed=False)):
        text = "".join(t.text or "" for t in element.iter("{*}t")).strip()
        if re.match(r"leaflint\b", text):
            comments[attribute(element, "id")] = text
    reading = _Reading(_styles(package, of_kind.get("styles", [])[:1]), comments)
    _body(package, main, reading)
    for kind, name in _NOTES:
        for part in of_kind.get(kind, []):
            _body(package, part, reading, name)
    return reading


def _styles(package: Package, parts: list[str]) -> dict[str, _Style]:
    based, own = {}, {}
    for _, style in (found for part in parts for found in package.elements(part, ("style",), needed=False)):
        key, outline = attribute(style, "styleId"), _value(style, "./{*}pPr/{*}outlineLvl")
        named = _NAMED_HEADING.fullmatch(_value(style, "./{*}name"))
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else int(named[1] or 1) if named else 0
        own[key] = _Style(level, style.find("./{*}pPr/{*}numPr") is not None)
        based[key] = _value(style, "./{*}basedOn")
    found = {}
    for key in own:
        chain = [key]
        while (parent := based.get(chain[-1], "")) in own and parent not in chain and len(chain) < 20:
            chain.append(parent)
        levels = [own[name].level for name in chain]
        found[key] = _Style(next((level for level in levels if level), 0), any(own[name].listed for name in chain))
    return found


def _body(package: Package, part: str, reading: _Reading, name: str = "") -> None:
    """The paragraphs of a part; `name` is what people call the part, empty for the body."""
    tables: list[list[int]] = []  # number of the table, row, cell; innermost last
    number = table = note = 0
    for event, element in package.elements(part, ("p", "tbl", "altChunk"), ("tbl", "tr", "tc", *_ASIDE)):
        kind = local(element)
        if event == "start":
            if kind == "tbl":
                table += not tables
                tables.append([table, 0, 0])
            elif kind in _ASIDE:
                note += attribute(element, "type") == ""
            elif tables:
                tables[-1] = [tables[-1][0], tables[-1][1] + 1, 0] if kind == "tr" else [*tables[-1][:2], tables[-1][2] + 1]
        elif kind == "tbl":
            tables.pop()
        elif kind == "altChunk":
            reading.gap("embedded object", "an embedded document is not read")
        else:
            if not any(local(above) in ("Fallback", "del", "moveFrom") for above in element.iterancestors()):
                row = tables[0] if tables else None
                place = f"table {row[0]}, row {row[1]}, cell {row[2]}" if row else f"paragraph {number + 1}"
                where = f"{name} {note}" if name in _ASIDE else name or place
                number += reading.paragraph(element, where, cell=bool(tables)) and not tables
            element.clear()
    if reading.joined.strip():
        reading.passages.append(_Passage("paragraph", 0, reading.joined, name or f"paragraph {number + 1}"))
    reading.joined = ""


def _document(source: Source, reading: _Reading) -> Document:
    starts, at = [], 0
    for passage in reading.passages:
        starts.append(at)
        at += len(passage.text) + 1
    text = "\n".join(passage.text for passage in reading.passages)
    builder = Builder(source, Decoded(text, "utf-8"), "docx")
    for start, passage in zip(starts, reading.passages, strict=True):
        builder.begin(passage.kind, passage.level)
        builder.take(start + passage.marker, start + len(passage.text))
        builder.close()
        builder.locations.append((start, passage.location))
    starts.append(len(text))
    for passage_number, what, reason in reading.gaps:
        place = starts[min(passage_number, max(0, len(starts) - 2))]
        builder.omitted.append(Omitted(what, reason, place, place))
    for key, marks in reading.marks.items():
        places = sorted(min(starts[number] + offset, len(text)) for number, offset in marks)
        builder.directives.append(Directive(reading.comments[key], places[0], places[-1]))
    return builder.document()


def _value(element: Any, path: str) -> str:
    found = element.find(path)
    return attribute(found, "val") if found is not None else ""


def _is_on(run: Any, name: str) -> bool:
    found = run.find(f"./{{*}}rPr/{{*}}{name}")
    return found is not None and attribute(found, "val") not in ("0", "false", "off")
