"""The letters of WordprocessingML paragraphs, whose runs can be cut at any of them without touching a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from lint.reporters.visible import visible

_UNSEEN = frozenset("\u00ad\u200b\ufeff")
_SPACE = re.compile(r"[\s\u00ad\u200b\ufeff]+")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_SIGNS = {qn("w:noBreakHyphen"): "-"}
_PASSED_BY = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pict", "w:rt", "w:p")))
_MARKER = re.compile(r"\W{0,2}(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})?\W{0,2}")  # of a list, typed: it may stand before a passage


def squeezed(text: str) -> str:
    """What two readings of a passage have in common: no white space, one kind of hyphen."""
    return _SPACE.sub("", visible(text)).translate(_HYPHENS)


class Letters:
    """The letters of some paragraphs (w:p elements) in their order, white space not counted."""

    def __init__(self, paragraphs: Iterable[Any]) -> None:
        # one entry per letter: the run, the element in it that holds the letter, and the index there
        self._places: list[tuple[Any, Any, int]] = []
        self._borders = [0]  # where paragraphs begin, and where the last one ends
        letters: list[str] = []
        for paragraph in paragraphs:
            for run, child, text in _texts(paragraph):
                for index, letter in enumerate(text):
                    if not letter.isspace() and letter not in _UNSEEN:
                        self._places.append((run, child, index))
                        letters.append(letter)
            self._borders.append(len(letters))
        self.text = visible("".join(letters)).translate(_HYPHENS)

    def find(self, passage: str, start: int) -> int:
        """Where a squeezed passage that is whole paragraphs stands at or after letter `start`; -1 if nowhere."""
        found = self.text.find(passage, start) if passage else -1
        while found >= 0:
            border = bisect_right(self._borders, found) - 1
            end = bisect_right(self._borders, found + len(passage)) - 1
            whole = self._borders[end] == found + len(passage)
            if whole and _MARKER.fullmatch(self.text, self._borders[border], found):
                return found
            found = self.text.find(passage, found + 1)
        return -1

    def cut(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Lets runs begin before and end after the letters [first, last) of each range, so that a comment can stand there."""
        edges = {edge for first, last in ranges if 0 <= first < last <= len(self._places) for edge in ((first, 0), (last - 1, 1))}
        for number, after in sorted(edges, reverse=True):
            run, child, index = self._places[number]
            self._split(number + after, run, child, index + after)

    def runs(self, first: int, last: int) -> tuple[Any, Any] | None:
        """The runs in which letters [first, last) begin and end; None where there are none."""
        if not 0 <= first < last <= len(self._places):
            return None
        return self._places[first][0], self._places[last - 1][0]

    def _split(self, number: int, run: Any, child: Any, index: int) -> None:
        """Moves what a run holds from `index` of `child` on, letters `number` and later, to a new run with the same properties."""
        whole, rest = len(child.text or "") or 1, list(child.itersiblings())
        before = [sibling for sibling in child.itersiblings(preceding=True) if sibling.tag != qn("w:rPr")]
        if (index == whole and not rest) or (index == 0 and not before):
            return
        tail = deepcopy(run)
        for copied in list(tail):
            if copied.tag != qn("w:rPr"):
                tail.remove(copied)
        moved = child if index == 0 else None
        if 0 < index < whole:
            moved = deepcopy(child)
            moved.text, child.text = child.text[index:], child.text[:index]
            for piece in (moved, child):
                piece.set(qn("xml:space"), "preserve")
        tail.extend([moved, *rest] if moved is not None else rest)
        run.addnext(tail)
        for later in range(number, len(self._places)):
            owner, held, at = self._places[later]
            if owner is not run:
                break
            self._places[later] = (tail, moved, at - index) if held is child else (tail, held, at)


def _texts(element: Any) -> Iterator[tuple[Any, Any, str]]:
    """Every visible text in a paragraph with its run; what is hidden, was taken away or stands in a text box is left out."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _PASSED_BY or child.tag.endswith("}Fallback") or _is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield element, child, child.text or ""
        elif child.tag in _SIGNS:
            yield element, child, _SIGNS[child.tag]
        else:
            yield from _texts(child)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if run.tag == qn("w:r") else None
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off")
