"""A label's sentences, each with its stems and amounts, and where each stem occurs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.evidence.quantities import Quantity, frequencies, quantities
from lint.evidence.words import plain, stem
from lint.types.label import Passage
from lint.types.text import Block, Document, Sentence, Text

COMMON = frozenset(
    "a an and any are as at be been before but by can could do does for from had has have if in into is it its may might more most "
    "must no nor not of on only or other our shall should so some such than that the their them then there these they this those what "
    "to under until up was were when where which while who will with without within would you your also see each per all about "
    "after during because been being she he his her we us @drug".split()
)  # says nothing about which sentence is meant
NEGATIONS = frozenset(["not", "no", "never", "without", "avoid", "nor", "neither", "cannot"])


@dataclass(frozen=True, slots=True)
class LabelSentence:
    """One sentence of a label."""

    passage: int  # index into the reference's passages
    start: int  # code points of the passage's text
    end: int
    stems: tuple[str, ...]  # of the words that say something, in order
    negations: int
    quantities: tuple[Quantity, ...]
    frequencies: frozenset[float]


@dataclass(frozen=True)
class LabelIndex:
    """The sentences of one label, and in which of them each stem occurs."""

    sentences: tuple[LabelSentence, ...]
    postings: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]  # how much a stem says: the rarer in this label, the more
    unseen: float  # the weight of a stem that the label does not have

    @cached_property
    def bags(self) -> Sequence[tuple[frozenset[str], float]]:
        """For each sentence its stems, each once, and how much they say together."""
        return [(stems, self.weigh(stems)) for stems in (frozenset(sentence.stems) for sentence in self.sentences)]

    def weigh(self, stems: Iterable[str]) -> float:
        """How much some stems say together; the same in whatever order they come."""
        weights, unseen = self.weights, self.unseen
        return math.fsum([weights.get(stem, unseen) for stem in stems])


def label_text(passages: Sequence[Passage], analyse: Callable[[Document], Text]) -> Text:
    """A label as the language step sees it: each passage one block, in order."""
    blocks, texts, at = [], [], 0
    for passage in passages:
        blocks.append(Block("paragraph", at, at + len(passage.text)))
        texts.append(passage.text)
        at += len(passage.text) + 2
    whole = "\n\n".join(texts)
    return analyse(Document("label", "", whole, tuple(blocks), (), whole, "utf-8", "label", ""))


def build_index(text: Text) -> LabelIndex:
    """The index of a label's text, made by `label_text`."""
    found, postings = [], dict[str, list[int]]()
    for number, sentence in enumerate(text.sentences):
        offset = text.document.blocks[sentence.block].start
        stems, negations = stems_of(sentence)
        raw = text.document.text[sentence.start : sentence.end]
        found.append(
            LabelSentence(
                sentence.block, sentence.start - offset, sentence.end - offset, stems, negations, quantities(raw), frequencies(raw)
            )
        )
        for each in set(stems):
            postings.setdefault(each, []).append(number)
    weights = {stem: math.log(1 + len(found) / (1 + len(numbers))) for stem, numbers in postings.items()}
    return LabelIndex(tuple(found), {stem: tuple(numbers) for stem, numbers in postings.items()}, weights, math.log(1 + len(found)))


def stems_of(sentence: Sentence) -> tuple[tuple[str, ...], int]:
    """The stems of the words that say something, and how many negations there are; numbers are left out."""
    forms = plain(sentence.line)
    return tuple(stem(form) for form in forms if says(form)), sum(form in NEGATIONS for form in forms)


def says(form: str) -> bool:
    """Whether a word says something of its own."""
    return form not in COMMON and form[0].isalpha() and len(form) > 1
