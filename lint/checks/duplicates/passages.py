"""The passages that can repeat each other: sentences and whole blocks, as lists of forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from lint.types.text import Span, Text

SHORTEST = 8  # words of a sentence that is compared
LONG_STEM = 16  # words of a stem before a list that is compared
# Words without which a sentence still says what it is about.
_EMPTY = frozenset(
    "a about after all also an and any are as at be because been before being but by can could did do does during each even for from had "
    "has have having he her his how however i if in into is it its may might more most much must my no nor not now of on once only or "
    "other our out over own same she should so some such than that the their them then there these they this those through to too under "
    "until up very was we were what when where which while who whom why will with would you your @drug 's , . ; :".split()
)
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a block."""

    number: int  # index of its first sentence
    last: int  # index of its last sentence
    block: int
    span: Span
    forms: tuple[str, ...]  # without punctuation
    listed: bool  # whether it is a list item or table cell


def sentences(text: Text) -> Iterator[Passage]:
    """The sentences long enough to compare; no headings and no stems that introduce a list."""
    for number, sentence in enumerate(text.sentences):
        block = text.document.blocks[sentence.block]
        forms = _forms(sentence.line)
        if block.kind != "heading" and len(forms) >= (SHORTEST if not sentence.line.rstrip().endswith(":") else LONG_STEM):
            span = Span(sentence.start, sentence.end)
            yield Passage(number, number, sentence.block, span, forms, block.kind in ("list-item", "cell"))


def blocks(text: Text) -> Iterator[Passage]:
    """The blocks of two or more sentences."""
    first = 0
    for number, sentence in enumerate(text.sentences):
        if number + 1 == len(text.sentences) or text.sentences[number + 1].block != sentence.block:
            block = text.document.blocks[sentence.block]
            if number > first and block.kind != "heading":
                forms = tuple(f for s in text.sentences[first : number + 1] for f in _forms(s.line))
                span = Span(text.sentences[first].start, sentence.end)
                yield Passage(first, number, sentence.block, span, forms, block.kind in ("list-item", "cell"))
            first = number + 1


def content(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of the words that say what a passage is about, in order."""
    return tuple(_stem(form) for form in forms if form not in _EMPTY)


@lru_cache(maxsize=20_000)
def _stem(form: str) -> str:
    return str(_stemmer.stemWord(form))


def _forms(line: str) -> tuple[str, ...]:
    return tuple(form for form in line.split() if form[0].isalnum() or form[0] == "@")
