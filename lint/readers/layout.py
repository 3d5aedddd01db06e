"""From words with their places on a page to lines, columns and passages in reading order. Lengths are points, y counts upwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lint.readers.text import ITEM, is_heading

_SPLIT, _APART = 1.5, 3.0  # gaps in ems: from which a line may be two columns; from which it is two cells
_COLUMN_LINES = 4  # fewer lines beside each other are no columns
_COLUMN_WIDTH = 10  # ems that the longer lines of a column have at least; less is a table
_RAGGED = 3  # ems by which lines of a paragraph may be shorter than they could be
_SHORT = 0.5  # share of a column's width; a line that ends before goes on in no other
_BEFORE = 2.5  # ems between a bullet and its words
_FLUSH, _MOSTLY = 0.5, 0.4  # ems from the edge, and the share of lines that close to it, where text is set flush
_BAND = 4  # ems between two lines with nothing beside them
_CROSSING = 0.25  # share of lines that may run across all columns, such as titles
_ENDS = re.compile(r"[.!?:;][\"”’)\]]*$")
# Words that keep their hyphen when a line ends at it.
_KEEP = frozenset(
    "all anti blood breast co day double drug ex extra far film five four full gluten half hand heart high hour kidney lactose life light "
    "liver long low mid month multi near non off on once one over post pre self semi short single six slow sugar ten three time twice two "
    "under up water week well year".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other; also used for one word."""

    text: str
    left: float
    right: float
    y: float  # of the base line
    size: float  # of the letters
    bold: bool = False
    hyphen: bool = False  # it ends in a hyphen at which a word was or may have been divided
    cell: bool = False  # other lines of its height stand apart from it: a row of a table
    item: bool = False  # a drawn bullet stands before it


def lines_of(words: Sequence[Line]) -> list[Line]:
    """The lines that words make up, given in the order in which the page draws them; wide gaps divide lines."""
    lines: list[list[Line]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last and not last.hyphen and _beside(last, word) and word.left - last.right < _SPLIT * max(word.size, last.size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(line) for line in lines]


def with_bullets(lines: Sequence[Line], bullets: Sequence[tuple[float, float]]) -> list[Line]:
    """The lines, those marked as items that have a bullet (right edge, height of its middle) drawn before them."""
    by_height: dict[int, list[tuple[float, float]]] = {}
    for right, y in bullets:
        by_height.setdefault(round(y / 10), []).append((right, y))

    def has(line: Line) -> bool:
        near = (place for row in range(round(line.y / 10), round((line.y + line.size) / 10) + 1) for place in by_height.get(row, ()))
        return any(0 < line.left - right < _BEFORE * line.size and -0.2 * line.size < y - line.y < line.size for right, y in near)

    return [replace(line, item=True) if bullets and has(line) else line for line in lines]


def _beside(one: Line, other: Line) -> bool:
    return abs(one.y - other.y) < 0.5 * max(one.size, other.size) and other.left > one.right - 0.5 * other.size


def _line(words: Sequence[Line], *, cell: bool = False) -> Line:
    size = max(words, key=lambda word: len(word.text) * word.size).size
    main = next(word for word in words if word.size == size)
    return Line(
        " ".join(word.text for word in words), min(w.left for w in words), max(w.right for w in words), main.y, size,
        all(word.bold for word in words), words[-1].hyphen, cell, words[0].item,
    )  # fmt: skip


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in reading order, column by column.

    What runs across columns, or an empty band across the page, parts what is above from what is below.
    """
    gutter = _gutter(lines)
    bands = list(_bands(lines)) if gutter is not None else []
    if len(bands) > 1:
        yield from (column for band in bands for column in columns(band))
        return
    if gutter is None:
        yield list(_rows(lines))
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter - 1:
            right.append(line)
        else:
            yield from (column for side in (left, right) if side for column in columns(side))
            left, right = [], []
            yield [line]
    yield from (column for side in (left, right) if side for column in columns(side))


def _bands(lines: Sequence[Line]) -> Iterator[list[Line]]:
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if band and band[-1].y - line.y > _BAND * max(line.size, band[-1].size):
            yield band
            band = []
        band.append(line)
    if band:
        yield band


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the right one of two columns begins; None where there is one column."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    edges = {round(line.left) for line in lines if start + 0.2 * (end - start) < line.left < end - 0.15 * (end - start)}
    best: tuple[int, float] | None = None
    for edge in sorted(edges):
        left = [line for line in lines if line.right <= edge - 2]
        right = [line for line in lines if line.left >= edge - 1]
        crossing = len(lines) - len(left) - len(right)
        if crossing <= _CROSSING * len(lines) and _stand_beside(left, right) and (best is None or crossing < best[0]):
            best = crossing, edge - 1
    return best[1] if best else None


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if min(len(left), len(right)) < _COLUMN_LINES:
        return False
    low, high = (max(min(line.y for line in side) for side in (left, right)), min(max(line.y for line in side) for side in (left, right)))
    for side in (left, right):
        beside = [line for line in side if low - 1 <= line.y <= high + 1]
        widths = sorted((line.right - line.left) / line.size for line in beside)
        if len(beside) < _COLUMN_LINES or widths[len(widths) * 3 // 4] < _COLUMN_WIDTH:
            return False
    return True


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a column from above; what stands at one height is one line, or cells of a row."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.left)):
        if rows and abs(rows[-1][0].y - line.y) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.left)
        groups = [[row[0]]]
        for one, other in pairwise(row):
            if other.left - one.right < _APART * one.size:
                groups[-1].append(other)
            else:
                groups.append([other])
        yield from (_line(group, cell=len(groups) > 1) for group in groups)


def passages(column: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a column that belong together."""
    pitches = sorted(a.y - b.y for a, b in pairwise(column) if 0 < a.y - b.y < 2.5 * a.size)
    usual = pitches[len(pitches) // 10] if pitches else 1.2 * (column[0].size if column else 0)  # most others may part paragraphs
    sides = min((line.left for line in column), default=0.0), max((line.right for line in column), default=0.0)
    flush = sum(1 for line in column if sides[1] - line.right < _FLUSH * line.size) > _MOSTLY * len(column)
    ragged = _FLUSH if flush else _RAGGED
    passage: list[Line] = []
    for line in column:
        if passage and not _continues(passage[-1], line, usual, sides, ragged):
            yield passage
            passage = []
        passage.append(line)
    if passage:
        yield passage


def _continues(line: Line, following: Line, usual: float, sides: tuple[float, float], ragged: float) -> bool:
    """Whether a line goes on in the next one of its column."""
    if line.cell or following.cell or following.item or ITEM.match(following.text):
        return False
    if not 0 < line.y - following.y <= 1.25 * usual + 1 or abs(line.size - following.size) > 0.12 * line.size:
        return False
    if line.hyphen:
        return True
    if line.bold != following.bold and (is_heading(line.text) or is_heading(following.text)):
        return False
    first = len(following.text.split(" ", 1)[0]) * 0.5 * following.size
    room = line.right + first + ragged * line.size < sides[1]
    if line.right - sides[0] < _SHORT * (sides[1] - sides[0]):
        return False
    if _ENDS.search(line.text):
        return not room and following.left - line.left < line.size
    return not (room and following.text[:1].isupper())


def goes_on(line: Line, following: Line) -> bool:
    """Whether a passage that ends a column or page goes on in the next one."""
    same = abs(line.size - following.size) <= 0.12 * line.size and not (line.cell or following.cell or following.item)
    return same and (line.hyphen or (not _ENDS.search(line.text) and following.text[:1].islower()))


def keeps_hyphen(line: Line, following: Line, hyphenated: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word; `hyphenated` are the text's words with hyphens, lower case."""
    first = re.split(r"[^\w-]", line.text.rstrip("-‐‑"))[-1].lower()
    second = re.split(r"[^\w-]", following.text)[0].lower()
    if not first or not first[-1].isalpha() or not second[:1].islower():
        return True
    return f"{first}-{second}" in hyphenated or first.rpartition("-")[2] in _KEEP


def bare(line: Line) -> Line:
    """The line without a hyphen that divides a word."""
    return replace(line, text=line.text.rstrip("-‐‑\u00ad"))
