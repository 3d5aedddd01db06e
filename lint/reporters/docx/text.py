"""The reviewed text as paragraphs of a Word document: those it has, found again, or new ones; and comments at words in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from docx.document import Document as Word
from docx.oxml.ns import qn

from lint.reporters.docx.comments import Commenter
from lint.reporters.docx.runs import Paragraph, squeezed
from lint.reporters.visible import visible
from lint.types.review import Finding
from lint.types.text import Block, Document, Span

_STYLES = {"list-item": "List Bullet"}
_DEEPEST = 9  # Word's heading styles


def added(word: Word, document: Document) -> dict[int, Paragraph]:
    """Adds a paragraph for each block of a document; by number of the block."""
    made = {}
    for number, block in enumerate(document.blocks):
        style = f"Heading {min(block.level or 1, _DEEPEST)}" if block.kind == "heading" else _STYLES.get(block.kind, "Normal")
        paragraph = word.add_paragraph(style=style)
        paragraph.add_run(visible(document.text[block.start : block.end]))
        made[number] = Paragraph(paragraph._p)
    return made


def aligned(word: Word, document: Document) -> dict[int, Paragraph]:
    """The paragraphs of a Word document that the blocks of its text were read from; by number of the block.

    Matched by their words in order. A block from a header, footnote or text box has no paragraph: Word takes no comment there.
    """
    boxed = qn("w:txbxContent")
    elements = (p for p in word.element.body.iter(qn("w:p")) if not any(parent.tag == boxed for parent in p.iterancestors()))
    paragraphs = [Paragraph(element) for element in elements]
    places: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        places.setdefault(paragraph.key, []).append(index)
    found, at = {}, 0
    for number, block in enumerate(document.blocks):
        indexes = places.get(squeezed(document.text[block.start : block.end]), ())
        index = bisect_left(indexes, at) if indexes else 0
        if indexes:
            chosen = indexes[index] if index < len(indexes) else indexes[-1]
            found[number] = paragraphs[chosen]
            at = max(at, chosen + 1) if index < len(indexes) else at
    return found


def comment(
    paragraphs: Mapping[int, Paragraph], document: Document | None, placed: Iterable[tuple[Finding, Span]], commenter: Commenter
) -> list[Finding]:
    """Comments on every finding whose words stand in one of the paragraphs; the others are given back."""
    if document is None:
        return [found for found, _ in placed]
    starts = [block.start for block in document.blocks]
    by_block: dict[int, list[tuple[Finding, Span]]] = {}
    left = []
    for found, span in placed:
        number = max(0, bisect_right(starts, span.start) - 1)
        if number in paragraphs:
            by_block.setdefault(number, []).append((found, span))
        else:
            left.append(found)
    for number, items in sorted(by_block.items()):
        block = document.blocks[number]
        ranges = [(found, *_inside(document.text, block, span)) for found, span in items]
        paragraphs[number].cut((first, last) for _, first, last in ranges)
        for found, first, last in ranges:
            runs = paragraphs[number].runs(first, last)
            if runs:
                commenter.add(found, *runs)
            else:
                left.append(found)
    return left


def _inside(text: str, block: Block, span: Span) -> tuple[int, int]:
    """A span as counts of characters of the block that are no white space, as paragraphs count them."""
    start, end = max(span.start, block.start), min(span.end, block.end)
    before = len(squeezed(text[block.start : start]))
    return before, before + len(squeezed(text[start:end]))
