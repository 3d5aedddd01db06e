"""Labels as running text: summaries of product characteristics, leaflets and US labels in HTML, Markdown or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import takewhile

from lint.labels.sections import by_heading
from lint.types.label import Passage
from lint.types.text import Document

_NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+\S")
_SUB = 9.0  # how deep a heading without a number stands
# Headings of EU leaflets (EMA QRD template, Annex III.B) that extraction has run into the text after them.
_RUN_IN = re.compile(
    r"(?:Warnings? and precautions|Children and adolescents|Other medicines and [A-Z][\w-]+(?: [A-Z][\w-]+)?"
    r"|[A-Z][\w-]+(?: [A-Z][\w-]+)? with (?:food(?:,? (?:and )?drink)?(?:,? and alcohol)?|alcohol)"
    r"|Pregnancy(?:,| and) breast-? ?feeding(?:,? and fertility)?|Driving and using machines)(?= (?!If\b.{0,5}$)[A-Z])"
)
_CAPITALS = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})?\s+)?[A-Z][A-Z&,/() -]{5,80}[A-Z](?![a-z])")
_MARKER = re.compile(r"(?:^|[\r\n])[#*_ \t]*(\d{1,2}[.)])[*_ \t]*$")
_HEADING_WORDS = 14
_SMPC = re.compile(r"4\.1\.?\s+therapeutic indications", re.IGNORECASE)
_SKIPPED = frozenset(["script", "style", "template", "noscript", "head"])
_HTML_BLOCKS = frozenset("p li dt dd h1 h2 h3 h4 h5 h6 tr caption div section article table ul ol dl body pre blockquote td th".split())


@dataclass(frozen=True, slots=True)
class Passing:
    """A block of running text, as a reader gives it."""

    text: str
    level: int  # of a heading, from 1; 0 otherwise
    line: int


def of_document(document: Document) -> Iterator[Passing]:
    """The blocks of a text that leaflint's own readers know."""
    for block in document.blocks:
        text = " ".join(document.text[block.start : block.end].split())
        place = document.place(block.start, block.end)
        number = _MARKER.search(document.source[max(0, place.start - 12) : place.start])
        if number and len(text.split()) <= _HEADING_WORDS and (block.level or text.isupper() or by_heading(text)):
            text = f"{number[1]} {text}"  # a reader takes the number of a heading for the marker of a list
        yield Passing(text, block.level, place.line)


def of_html(text: str) -> tuple[Passing, ...]:
    """The blocks of an HTML page; scripts and styles are left out."""
    parser = _Html()
    parser.feed(text)
    parser.close()
    parser.flush()
    return tuple(parser.found)


def passages(blocks: Iterable[Passing]) -> tuple[Passage, ...]:
    """The blocks as passages by section; headings become the path of what stands under them."""
    listed = list(blocks)
    smpc = any(_SMPC.match(block.text) for block in listed)
    found: list[Passage] = []
    headings: list[tuple[float, str, str]] = []  # depth, heading, section
    empty = False  # the last heading has nothing under it yet

    def add(section: str, text: str, line: int, path: tuple[str, ...]) -> None:
        found.append(Passage(f"p{len(found) + 1}", section, path, text, f"line {line}"))

    for block in listed:
        depth = _depth(block, headings)
        if depth is None:
            capitals = _CAPITALS.match(block.text)
            section = by_heading(capitals[0]) if capitals else ""
            if section:  # a US label's section, heading and text in one run
                headings, empty = [(0, capitals[0].strip() if capitals else "", section)], False
            run_in = _RUN_IN.match(block.text) if headings and not section else None
            if run_in:  # a leaflet's heading, and its text in one run
                headings = [above for above in headings if above[0] < _SUB] + [(_SUB, run_in[0], by_heading(run_in[0]))]
            key = headings[-1][2] if headings else "other"
            add(key, block.text, block.line, tuple(heading for _, heading, _ in headings))
            empty = False
            continue
        if empty and headings:
            add(headings[-1][2], headings[-1][1], block.line, tuple(heading for _, heading, _ in headings[:-1]))
        headings = list(takewhile(lambda above, depth=depth: above[0] < depth, headings))  # type: ignore[misc]
        key = by_heading(block.text, smpc=smpc) or (headings[-1][2] if headings else "other")
        headings.append((depth, block.text, key))
        empty = True
    if empty and headings:
        add(headings[-1][2], headings[-1][1], listed[-1].line, ())
    return tuple(found)


def _depth(block: Passing, headings: list[tuple[float, str, str]]) -> float | None:
    """How deep a heading stands, or None where the block is no heading."""
    if not block.text or len(block.text.split()) > _HEADING_WORDS:
        return None
    numbered = _NUMBERED.match(block.text)
    sections = by_heading(block.text)
    if numbered and (sections or block.level or block.text.isupper()):
        return float(numbered[1].count(".") + 1)
    if block.level:
        return block.level + 4.0 if headings and headings[0][0] <= 3 else float(block.level)
    if sections and block.text[0].isupper() and block.text[-1] not in ".,;:!?":
        return _SUB
    return None


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passing] = []
        self.buffer: list[str] = []
        self.level = 0
        self.line = 1
        self.hidden = 0
        self.row = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _SKIPPED
        if tag == "tr":
            self.flush()
            self.row += 1
        elif self.row or tag == "br":
            self.buffer.append(" ")
        elif tag in _HTML_BLOCKS:
            self.flush()
            self.level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in _SKIPPED))
        if tag == "tr":
            self.row = max(0, self.row - 1)
        if tag in _HTML_BLOCKS and not self.row:
            self.flush()
            self.level = 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            if not self.buffer:
                self.line = self.getpos()[0]
            self.buffer.append(data)

    def flush(self) -> None:
        """Ends the block that is open."""
        text = " ".join("".join(self.buffer).split())
        self.buffer = []
        if text:
            self.found.append(Passing(text, self.level, self.line))
