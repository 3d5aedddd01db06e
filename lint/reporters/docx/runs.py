"""A paragraph of WordprocessingML whose runs can be cut at characters, without touching a word of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

_SPACE = re.compile(r"[\s\u00ad\u200b\ufeff]+")
_SIGNS = {qn("w:noBreakHyphen"): "\u2011"}
_SKIPPED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pict")))


def squeezed(text: str) -> str:
    """What two readings of one paragraph have in common: no white space, one kind of hyphen."""
    return _SPACE.sub("", text).replace("\u2011", "-").replace("\u2010", "-")


class Paragraph:
    """A w:p element; its characters are counted without white space."""

    def __init__(self, element: Any) -> None:
        self._element = element
        # one entry per character: the run, the element in it that holds the character, and the index there
        self._places: list[tuple[Any, Any, int]] = []
        letters: list[str] = []
        for run, child, text in _texts(element):
            for index, letter in enumerate(text):
                if squeezed(letter):
                    self._places.append((run, child, index))
                    letters.append(letter)
        self.key = squeezed("".join(letters))

    def cut(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Lets runs begin before and end after the characters [first, last) of each range, so that a comment can stand there."""
        edges = {edge for first, last in ranges if 0 <= first < last <= len(self._places) for edge in ((first, 0), (last - 1, 1))}
        for number, after in sorted(edges, reverse=True):
            run, child, index = self._places[number]
            self._split(number + after, run, child, index + after)

    def runs(self, first: int, last: int) -> tuple[Any, Any] | None:
        """The runs in which characters [first, last) begin and end; None where there are none."""
        if not 0 <= first < last <= len(self._places):
            return None
        return self._places[first][0], self._places[last - 1][0]

    def _split(self, number: int, run: Any, child: Any, index: int) -> None:
        """Moves what a run holds from `index` of `child` on, characters `number` and later, to a new run with the same properties."""
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
    """Every visible text in a paragraph with its run; what tracked changes took away and text boxes hold is left out."""
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == qn("w:t"):
            yield element, child, child.text or ""
        elif child.tag in _SIGNS:
            yield element, child, _SIGNS[child.tag]
        elif child.tag != qn("w:p"):
            yield from _texts(child)
