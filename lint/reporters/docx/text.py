"""The reviewed text in a Word document: put into a new one, or found again in a copy; and comments at words in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from docx.document import Document as Word
from docx.oxml.ns import qn

from lint.reporters.docx.comments import Commenter
from lint.reporters.docx.runs import Letters, squeezed
from lint.reporters.visible import visible
from lint.types.review import Finding
from lint.types.text import Document, Span

_STYLES = {"list-item": "List Bullet"}
_DEEPEST = 9  # Word's heading styles


def add(word: Word, document: Document) -> None:
    """Adds a paragraph for each block of a document."""
    for block in document.blocks:
        style = f"Heading {min(block.level or 1, _DEEPEST)}" if block.kind == "heading" else _STYLES.get(block.kind, "Normal")
        word.add_paragraph(style=style).add_run(visible(document.text[block.start : block.end]))


def comment(word: Word, document: Document, placed: Sequence[tuple[Finding, Span]], commenter: Commenter) -> list[Finding]:
    """Comments on every finding whose words stand in the body; the others are given back."""
    letters = Letters(_paragraphs(word))
    blocks = _aligned(letters, document)
    starts = [block.start for block in document.blocks]
    ranges: list[tuple[Finding, int, int]] = []
    left = []
    for found, span in placed:
        number = max(0, bisect_right(starts, span.start) - 1)
        if number in blocks:
            block = document.blocks[number]
            start, end = max(span.start, block.start), min(span.end, block.end)
            first = blocks[number] + len(squeezed(document.text[block.start : start]))
            ranges.append((found, first, first + len(squeezed(document.text[start:end]))))
        else:
            left.append(found)
    letters.cut((first, last) for _, first, last in ranges)
    for found, first, last in ranges:
        runs = letters.runs(first, last)
        if runs:
            commenter.add(found, *runs)
        else:
            left.append(found)
    return left


def _paragraphs(word: Word) -> Iterable[object]:
    """The paragraphs of the body; Word takes no comment in text boxes."""
    boxed = qn("w:txbxContent")
    return (p for p in word.element.body.iter(qn("w:p")) if not any(parent.tag == boxed for parent in p.iterancestors()))


def _aligned(letters: Letters, document: Document) -> dict[int, int]:
    """By number of each block: the letter with which it begins. Blocks from headers, notes and text boxes have none."""
    found, at = {}, 0
    for number, block in enumerate(document.blocks):
        passage = squeezed(document.text[block.start : block.end])
        place = letters.find(passage, at)
        if place >= 0:
            found[number], at = place, place + len(passage)
    return found
