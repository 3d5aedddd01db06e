"""The model at work: which sentences of a text it takes for claims, of which kind, where and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from lint.data import data_path
from lint.model.features import Feature, features, forms_of
from lint.model.known import Known
from lint.model.rows import Rows
from lint.model.span import clause
from lint.model.weights import Illustration, Weights, load_weights
from lint.model.wording import Wording
from lint.rulebook import Matches, Rulebook
from lint.rulebook.line import words_of
from lint.types.text import SHARED, Sentence, Span, Text

FILE = "claims.npz"
_REMEMBERED = 8192  # sentences that are remembered
_REASONS = 3  # runs of words that are named as reasons
_SHORTEST_REASON = 4  # code points
_NONE: Mapping[int, Sequence[Span]] = {}


def _any(sentence: Sentence, rule: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that the model takes for a claim."""

    sentence: int  # index into Text.sentences
    rule: str  # name of the rule it most likely breaks
    probability: float  # that it makes a claim at all, 0 to 1
    span: Span  # of the document's text: the clause that weighed most
    reasons: tuple[str, ...]  # the words that weighed most, in order of weight
    example: Illustration | None  # the annotated sentence it is most like


@dataclass(frozen=True, slots=True)
class _View:
    """What the model tells of a sentence that it takes for a claim."""

    first: int  # words of the sentence: the clause that weighed most, the last one included
    last: int
    reasons: tuple[str, ...]
    example: Illustration | None

    def marked(self, number: int, sentence: Sentence, rule: str, probability: float) -> Marked:
        """The same for a sentence of a text."""
        span = Span(sentence.words[self.first].start, sentence.words[self.last].end)
        return Marked(number, rule, probability, span, self.reasons, self.example)


@dataclass(slots=True)
class _Looked:
    """What is known of a sentence that was looked at; what goes beyond its score is made when it is first taken for a claim."""

    score: float
    rule: str = ""
    view: _View | None = None


@dataclass(frozen=True)
class ClaimModel:
    """Weights with all that is needed to see sentences as training saw them."""

    weights: Weights
    wording: Wording
    known: Known
    drug_of: Callable[[str], str | None]  # the drug that a word is a name of
    _memory: dict[object, _Looked] = field(default_factory=dict, compare=False, repr=False)

    def seen(self, text: Text, number: int, matches: Matches) -> list[Feature]:
        """The features of a sentence of a text."""
        sentence = text.sentences[number]
        kind, found = text.document.blocks[sentence.block].kind, self.known.features(sentence, matches[number])
        return features(sentence, kind, forms_of(sentence, self.drug_of), self.wording, found)

    def mark(
        self, text: Text, matches: Matches, least: float, divisor: float = 1.0, taken: Mapping[int, Sequence[Span]] = _NONE,
        among: Iterable[int] | None = None, wanted: Callable[[Sentence, str], bool] = _any,
    ) -> Iterator[Marked]:  # fmt: skip
        """The sentences that make a claim with a probability of at least `least`, in order; `among` these, or all.

        Words of a sentence that are `taken` already count for nothing: what is left must be a claim by itself, and a plain one.
        `wanted` tells whether a sentence may break a rule, by its name.
        """
        for number in range(len(text.sentences)) if among is None else among:
            sentence, spans = text.sentences[number], taken.get(number, ())
            looked, rows = self._looked(text, number, matches, spans)
            probability = self.weights.probability(looked.score, divisor)
            if probability >= (max(least, self.weights.decision["second"]) if spans else least):
                looked.rule = looked.rule or self.rule_of(rows or self._rows(text, number, matches, spans))
                if wanted(sentence, looked.rule):
                    looked.view = looked.view or self._view(text, number, matches, spans, looked.rule)
                    yield looked.view.marked(number, sentence, looked.rule, probability)

    def _looked(self, text: Text, number: int, matches: Matches, taken: Sequence[Span]) -> tuple[_Looked, Set[int]]:
        """What a sentence scores; remembered where it is all of its own, for other pages of the site may have it too.

        Besides, its rows, unless it is remembered.
        """
        sentence = text.sentences[number]
        key = None if taken or len(sentence.words) > SHARED else _key(text, sentence)
        looked = self._memory.get(key) if key else None
        if looked is not None:
            return looked, frozenset()
        rows = self._rows(text, number, matches, taken)
        looked = _Looked(self.weights.score_of_rows(rows))
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        if key:
            self._memory[key] = looked
        return looked, rows

    def _rows(self, text: Text, number: int, matches: Matches, taken: Sequence[Span]) -> Set[int]:
        """The rows of a sentence's features, without those that rest on words taken."""
        sentence = text.sentences[number]
        if taken:
            return self.weights.rows(name for name, _, _ in _left(sentence, self.seen(text, number, matches), taken))
        return self.rows.of(sentence, text.document.blocks[sentence.block].kind, matches[number])

    @cached_property
    def rows(self) -> Rows:
        """What finds the rows of a sentence, none of whose words are taken."""
        return Rows(self.weights.features, self.wording, self.known, self.drug_of)

    def rule_of(self, rows: Set[int]) -> str:
        """The rule that a sentence with these features most likely breaks."""
        scores = self.weights.scores(rows)
        scores[self.weights.claim] = -np.inf
        return self.weights.labels[int(scores.argmax())]

    def _view(self, text: Text, number: int, matches: Matches, taken: Sequence[Span], rule: str) -> _View:
        sentence = text.sentences[number]
        seen, known, weights = _left(sentence, self.seen(text, number, matches), taken), self.weights.features, self.weights.claim_weights
        weighed = [(weights[known[name]], first, last) for name, first, last in dict.fromkeys(seen) if name in known]
        forms = sentence.line.split()
        words = words_of(sentence, forms)
        first, last = clause(forms, weighed)
        example = self.weights.nearest(self.weights.rows(name for name, _, _ in seen), rule)
        return _View(words[first], words[last - 1], _reasons(text, sentence, words, weighed), example)


def _key(text: Text, sentence: Sentence) -> object:
    """All that a sentence's features, and the words shown for them, depend on."""
    said, kind = text.document.text[sentence.start : sentence.end], text.document.blocks[sentence.block].kind
    return said, sentence.line, sentence.offsets, sentence.subject, sentence.scopes, kind


def _reasons(text: Text, sentence: Sentence, words: Sequence[int], weighed: Sequence[tuple[float, int, int]]) -> tuple[str, ...]:
    """The runs of words that spoke most for a claim; none lies within another."""
    runs: dict[tuple[int, int], float] = {}
    for weight, first, last in weighed:
        if last > first:
            runs[first, last] = runs.get((first, last), 0.0) + weight
    chosen: list[tuple[int, int]] = []
    found: list[str] = []
    for first, last in sorted(runs, key=lambda run: (-runs[run], run)):
        said = text.document.text[sentence.words[words[first]].start : sentence.words[words[last - 1]].end]
        apart = all(last <= start or end <= first for start, end in chosen)
        new = " ".join(said.lower().split()) not in map(str.lower, found)
        if runs[first, last] > 0 and apart and new and len(said) >= _SHORTEST_REASON:
            chosen.append((first, last))
            found.append(" ".join(said.split()))
        if len(found) == _REASONS:
            break
    return tuple(found)


def _left(sentence: Sentence, seen: list[Feature], taken: Sequence[Span]) -> list[Feature]:
    """The features of a sentence that rest on none of the words taken."""
    if not taken:
        return seen
    words = [sentence.words[number] for number in words_of(sentence, sentence.line.split())]
    free = [all(word.end <= span.start or span.end <= word.start for span in taken) for word in words]
    return [(name, first, last) for name, first, last in seen if all(free[first:last])]


def load_model(rulebook: Rulebook, drug_of: Callable[[str], str | None], path: Path | None = None) -> ClaimModel:
    """The shipped model, or that of a file. Raises LeaflintError naming the file that cannot be used."""
    weights = load_weights(path or data_path("corpus/model") / FILE)
    return ClaimModel(weights, Wording.shipped(), Known.of(rulebook), lru_cache(_REMEMBERED)(drug_of))
