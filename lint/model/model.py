"""The model at work: which sentences of a text it takes for claims, of which kind, where and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from lint.data import data_path
from lint.model.features import Feature, features, forms_of
from lint.model.known import Known
from lint.model.span import clause
from lint.model.weights import Illustration, Weights, load_weights
from lint.model.wording import Wording
from lint.rulebook import Matches, Rulebook
from lint.rulebook.line import words_of
from lint.types.text import Sentence, Span, Text

FILE = "claims.npz"
_REMEMBERED = 8192  # sentences whose scores are remembered
_REASONS = 3  # runs of words that are named as reasons
_SHORTEST_REASON = 4  # code points
_NONE: Mapping[int, Sequence[Span]] = {}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that the model takes for a claim."""

    sentence: int  # index into Text.sentences
    rule: str  # name of the rule it most likely breaks
    probability: float  # that it makes a claim at all, 0 to 1
    span: Span  # of the document's text: the clause that weighed most
    reasons: tuple[str, ...]  # the words that weighed most, in order of weight
    example: Illustration | None  # the annotated sentence it is most like


@dataclass(frozen=True)
class ClaimModel:
    """Weights with all that is needed to see sentences as training saw them."""

    weights: Weights
    wording: Wording
    known: Known
    drug_of: Callable[[str], str | None]  # the drug that a word is a name of
    _scores: dict[object, float] = field(default_factory=dict, compare=False, repr=False)

    def seen(self, text: Text, number: int, matches: Matches) -> list[Feature]:
        """The features of a sentence of a text."""
        sentence = text.sentences[number]
        kind, found = text.document.blocks[sentence.block].kind, self.known.features(sentence, matches[number])
        return features(sentence, kind, forms_of(sentence, self.drug_of), self.wording, found)

    def mark(
        self, text: Text, matches: Matches, least: float, divisor: float = 1.0, taken: Mapping[int, Sequence[Span]] = _NONE,
        among: Iterable[int] | None = None,
    ) -> Iterator[Marked]:  # fmt: skip
        """The sentences that make a claim with a probability of at least `least`, in order; `among` these, or all.

        Words of a sentence that are `taken` already count for nothing: what is left must be a claim by itself.
        """
        for number in range(len(text.sentences)) if among is None else among:
            seen = _left(text.sentences[number], self.seen(text, number, matches), taken[number]) if number in taken else None
            score = self._score(text, number, matches) if seen is None else self.weights.claim_score([name for name, _, _ in seen])
            probability = self.weights.probability(score, divisor)
            if probability >= least:
                yield self._marked(text, number, self.seen(text, number, matches) if seen is None else seen, probability)

    def _score(self, text: Text, number: int, matches: Matches) -> float:
        """The score of a sentence, which depends on no other: remembered, for the pages of a site have many in common."""
        sentence = text.sentences[number]
        key = (sentence.line, sentence.offsets, sentence.subject, sentence.scopes, text.document.blocks[sentence.block].kind)
        score = self._scores.get(key)
        if score is None:
            if len(self._scores) >= _REMEMBERED:
                self._scores.clear()
            score = self._scores[key] = self.weights.claim_score([name for name, _, _ in self.seen(text, number, matches)])
        return score

    def rule_of(self, names: Sequence[str]) -> str:
        """The rule that a sentence with these features most likely breaks."""
        scores = self.weights.scores(self.weights.rows(names))
        scores[self.weights.claim] = -np.inf
        return self.weights.labels[int(scores.argmax())]

    def _marked(self, text: Text, number: int, seen: Sequence[Feature], probability: float) -> Marked:
        sentence = text.sentences[number]
        names = [name for name, _, _ in seen]
        rule, rows = self.rule_of(names), self.weights.rows(names)
        weighed = [(self.weights.claim_weights.get(name, 0.0), first, last) for name, first, last in dict.fromkeys(seen)]
        words = words_of(sentence, sentence.line.split())
        first, last = clause(sentence.line.split(), weighed)
        span = Span(sentence.words[words[first]].start, sentence.words[words[last - 1]].end)
        reasons = _reasons(text, sentence, words, weighed)
        return Marked(number, rule, probability, span, reasons, self.weights.nearest(rows, rule))


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


def _left(sentence: Sentence, seen: Sequence[Feature], taken: Sequence[Span]) -> list[Feature]:
    """The features of a sentence that rest on none of the words taken."""
    words = [sentence.words[number] for number in words_of(sentence, sentence.line.split())]
    free = [all(word.end <= span.start or span.end <= word.start for span in taken) for word in words]
    return [(name, first, last) for name, first, last in seen if all(free[first:last])]


def load_model(rulebook: Rulebook, drug_of: Callable[[str], str | None], path: Path | None = None) -> ClaimModel:
    """The shipped model, or that of a file. Raises LeaflintError naming the file that cannot be used."""
    weights = load_weights(path or data_path("corpus/model") / FILE)
    return ClaimModel(weights, Wording.shipped(), Known.of(rulebook), lru_cache(_REMEMBERED)(drug_of))
