"""The passages that can repeat each other: sentences and whole blocks, as lists of forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.repeats.words import forms_of
from lint.types.text import Span, Text

SHORTEST = 8  # words of a sentence that is compared
LONG_STEM = 16  # words of a stem before a list that is compared
LONGEST_BLOCK = 400  # words of a block that is compared whole; the sentences of longer ones are


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a block."""

    number: int  # index of its first sentence
    last: int  # index of its last sentence
    block: int
    span: Span
    forms: tuple[str, ...]  # without punctuation
    listed: bool  # whether it is a list item or table cell
    whole: bool = False  # whether it is all of its block


def sentences(text: Text) -> Iterator[Passage]:
    """The sentences long enough to compare; no headings and no stems that introduce a list."""
    counts: dict[int, int] = {}
    for sentence in text.sentences:
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
    for number, sentence in enumerate(text.sentences):
        block = text.document.blocks[sentence.block]
        forms = forms_of(sentence.line)
        if block.kind != "heading" and len(forms) >= (SHORTEST if not sentence.line.rstrip().endswith(":") else LONG_STEM):
            span, listed = Span(sentence.start, sentence.end), block.kind in ("list-item", "cell")
            yield Passage(number, number, sentence.block, span, forms, listed, counts[sentence.block] == 1)


def blocks(text: Text) -> Iterator[Passage]:
    """The blocks of two or more sentences."""
    first = 0
    for number, sentence in enumerate(text.sentences):
        if number + 1 == len(text.sentences) or text.sentences[number + 1].block != sentence.block:
            block = text.document.blocks[sentence.block]
            if number > first and block.kind != "heading":
                forms = tuple(f for s in text.sentences[first : number + 1] for f in forms_of(s.line))
                span = Span(text.sentences[first].start, sentence.end)
                yield Passage(first, number, sentence.block, span, forms, block.kind in ("list-item", "cell"), True)
            first = number + 1
