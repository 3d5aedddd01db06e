"""From the lines of pages to one document: running heads said once, passages joined across pages, divided words made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lint.readers import layout
from lint.readers.builder import Builder
from lint.readers.decode import Decoded
from lint.readers.html import IMAGE
from lint.readers.layout import Line
from lint.readers.text import ITEM, is_heading
from lint.types.text import Directive, Document, Omitted, Source

_EDGE_LINES = 2  # lines at the top and the bottom of a page that may be said on every page
_OFTEN = 3  # pages on which a line stands that is a running head
_NUMBER = re.compile(r"(?:page|p\.)?\s*[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_LARGER, _MUCH_LARGER = 1.15, 1.5  # than the body's letters: headings
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_RUNNING = ("running head", "it stands on several pages and is read once")
_PAGE_NUMBER = ("page number", "no part of the text")


@dataclass(slots=True)
class Page:
    """What a page holds."""

    columns: list[list[Line]] = field(default_factory=list)
    images: int = 0
    told: list[tuple[float, str]] = field(default_factory=list)  # height and text of notes to leaflint
    gap: str = ""  # why it cannot be read


@dataclass(slots=True)
class _Passage:
    lines: list[tuple[int, Line]]  # number of the page, line
    left_out: tuple[str, str] | None = None  # what it is, and why it is not read


def assemble(source: Source, pages: Sequence[Page], meta: Sequence[tuple[str, str]] = ()) -> Document:
    """The document that pages make up; offsets count in its source: one line for each line, an empty one between passages."""
    found = list(_passages(pages))
    starts, at = [], 0
    for passage in found:
        starts.append(at)
        at += sum(len(line.text) + 1 for _, line in passage.lines) + 1
    text = "\n\n".join("\n".join(line.text for _, line in passage.lines) for passage in found)
    builder = Builder(source, Decoded(text, "utf-8"), "pdf")
    builder.meta += meta
    writer = _Writer(builder, _body_size(pages), frozenset(word.lower() for word in _HYPHENATED.findall(text)))
    for start, passage in zip(starts, found, strict=True):
        writer.write(passage, start)
    for number, page in enumerate(pages, 1):
        place = writer.first.get(number, len(text))
        builder.omitted += [Omitted(*IMAGE, place, place)] * page.images
        builder.directives += [Directive(said, *writer.near(number, height)) for height, said in page.told]
    builder.locations.sort()
    return builder.document()


def _passages(pages: Sequence[Page]) -> Iterator[_Passage]:
    """The passages of all pages in reading order; what is left out follows the passage that it interrupts."""
    running, shift = _running(pages), _shift(pages)
    seen: set[str] = set()
    current: _Passage | None = None
    aside: list[_Passage] = []
    for number, page in enumerate(pages, 1):
        edges = _edges(page)
        for column in page.columns:
            text = []
            for line in column:
                key = _key(line, number)
                if line in edges and _counted(line) in (number, number + shift):
                    aside.append(_Passage([(number, line)], _PAGE_NUMBER))
                elif line in edges and key in running:
                    aside.append(_Passage([(number, line)], _RUNNING if key in seen else None))
                    seen.add(key)
                else:
                    text.append(line)
            for position, lines in enumerate(layout.passages(text)):
                if current and position == 0 and layout.goes_on(current.lines[-1][1], lines[0]):
                    current.lines += [(number, line) for line in lines]
                    continue
                yield from [current] if current else []
                yield from aside
                aside = []
                current = _Passage([(number, line) for line in lines])
    yield from [current] if current else []
    yield from aside


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """The lines, but for the page's number in them, that stand at the edge of several pages."""
    counts = Counter(key for number, page in enumerate(pages, 1) for key in {_key(line, number) for line in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= _OFTEN)


def _counted(line: Line) -> int | None:
    """The number that a line gives its page; None where it is no page number."""
    found = _NUMBER.fullmatch(line.text)
    return int(found[1]) if found else None


def _shift(pages: Sequence[Page]) -> int:
    """By how much the numbers printed on several pages differ from their count; 0 where they do not."""
    shifts = Counter(
        printed - number for number, page in enumerate(pages, 1) for line in _edges(page) if (printed := _counted(line)) is not None
    )
    shift, count = shifts.most_common(1)[0] if shifts else (0, 0)
    return shift if count >= 2 else 0


def _edges(page: Page) -> set[Line]:
    heights = sorted({round(line.y) for column in page.columns for line in column})
    outer = {*heights[:_EDGE_LINES], *heights[-_EDGE_LINES:]}
    return {line for column in page.columns for line in column if round(line.y) in outer}


def _key(line: Line, number: int) -> str:
    return re.sub(rf"^{number}\b|\b{number}(?: (?:of|/) \d+)?$", "#", line.text.casefold())


def _body_size(pages: Sequence[Page]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in (line for column in page.columns for line in column):
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


@dataclass(slots=True)
class _Writer:
    """Writes passages into a builder, and keeps where the lines of each page stand in the source."""

    builder: Builder
    body: float
    hyphenated: frozenset[str]
    first: dict[int, int] = field(default_factory=dict)  # page: source offset of its first line
    places: dict[int, list[tuple[float, int, int]]] = field(default_factory=dict)  # page: (height, start, end) of its lines

    def near(self, number: int, height: float) -> tuple[int, int]:
        """The source span of the line of a page that stands nearest to a height."""
        places = self.places.get(number, [(0.0, 0, 0)])
        _, start, end = min(places, key=lambda place: abs(place[0] - height))
        return start, end

    def write(self, passage: _Passage, start: int) -> None:
        """One passage, whose first line stands at a source offset."""
        places = []
        for number, line in passage.lines:
            end = start + len(line.text)
            places.append((start, end))
            self.first.setdefault(number, start)
            self.places.setdefault(number, []).append((line.y + line.size / 2, start, end))
            self.builder.locations.append((start, f"page {number}"))
            start = end + 1
        if passage.left_out:
            self.builder.omit(places[0][0], places[-1][1], *passage.left_out)
            return
        lines = [line for _, line in passage.lines]
        marker = ITEM.match(lines[0].text)
        self.builder.begin(*self._kind(lines, listed=bool(marker)))
        lead = marker.end() if marker else 0
        for position, (line, (first, last)) in enumerate(zip(lines, places, strict=True)):
            following = lines[position + 1] if position + 1 < len(lines) else None
            divided = following and line.hyphen and not layout.keeps_hyphen(line, following, self.hyphenated)
            self.builder.take(first + lead, last - (1 if divided else 0))
            if following and not line.hyphen:
                self.builder.space(last, last + 1)
            lead = 0
        self.builder.close()

    def _kind(self, lines: Sequence[Line], *, listed: bool) -> tuple[str, int]:
        text = " ".join(line.text for line in lines)
        if lines[0].size >= _LARGER * self.body and len(text) < 200 and not text.endswith("."):
            return "heading", 1 if lines[0].size >= _MUCH_LARGER * self.body else 2
        if listed or lines[0].item:
            return "list-item", 0
        if lines[0].cell:
            return "cell", 0
        return ("heading", 3) if len(lines) == 1 and is_heading(text) else ("paragraph", 0)
