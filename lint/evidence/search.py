"""Finds, for a sentence of a text, the sentences of the label that say most of the same."""

from __future__ import annotations

from heapq import nlargest

from lint.evidence.align import Alignment, Stated, align
from lint.evidence.index import LabelIndex, stem, stems_of
from lint.evidence.quantities import frequencies, quantities
from lint.types.reference import Reference
from lint.types.text import Text

_RAREST = 8  # stems of a claim by which sentences are looked up
_MOST = 120  # sentences looked at for one claim
_KEPT = 4
_SHORTEST = 2  # stems without which a sentence is not looked for


class LabelSearch:
    """The label of one reference, asked about the sentences of one text; each answer is worked out once."""

    def __init__(self, reference: Reference, index: LabelIndex, text: Text) -> None:
        self.reference = reference
        self.index = index
        self._text = text
        self._stated: dict[int, Stated] = {}
        self._best: dict[int, tuple[Alignment, ...]] = {}

    def stated(self, number: int) -> Stated:
        """What a sentence of the text states."""
        if number not in self._stated:
            sentence = self._text.sentences[number]
            raw = self._text.document.text[sentence.start : sentence.end]
            stems, negations = stems_of(sentence)
            self._stated[number] = Stated(stems, negations, quantities(raw), frequencies(raw))
        return self._stated[number]

    def best(self, number: int) -> tuple[Alignment, ...]:
        """The places of the label that say most of what a sentence says, the nearest first."""
        if number not in self._best:
            self._best[number] = self._search(self.stated(number))
        return self._best[number]

    def stems_in(self, section: str) -> frozenset[str]:
        """Every stem that a section of the label has."""
        passages = self.reference.passages
        return frozenset(s for sentence in self.index.sentences if passages[sentence.passage].section == section for s in sentence.stems)

    def stems_after(self, number: int, word: int) -> frozenset[str]:
        """The stems of a sentence of the text from one of its words on."""
        sentence = self._text.sentences[number]
        return frozenset(stem(form) for form in sentence.line[sentence.offsets[word] :].split())

    def _search(self, stated: Stated) -> tuple[Alignment, ...]:
        own = set(stated.stems)
        if len(own) < _SHORTEST and not stated.quantities:
            return ()
        known = sorted((word for word in own if word in self.index.postings), key=lambda word: (len(self.index.postings[word]), word))
        votes: dict[int, float] = {}
        for word in known[:_RAREST]:
            weight = self.index.weight(word)
            for number in self.index.postings[word][: 4 * _MOST]:
                votes[number] = votes.get(number, 0.0) + weight
        chosen = nlargest(_MOST, votes, key=lambda number: (votes[number], -number))
        found = [align(self.index, stated, number, number) for number in chosen[: _MOST // 2]]
        for number in chosen[: _MOST // 8]:
            found += [align(self.index, stated, first, first + 1) for first in (number - 1, number) if self._neighbours(first)]
        found.sort(key=lambda a: (-round(a.shared, 3), len(a.lacking), -round(a.likeness, 3), a.last - a.first, a.first))
        return tuple(found[:_KEPT])

    def _neighbours(self, first: int) -> bool:
        """Whether a sentence and the one after it stand in one passage."""
        sentences = self.index.sentences
        return 0 <= first < len(sentences) - 1 and sentences[first].passage == sentences[first + 1].passage

    def quote(self, alignment: Alignment) -> str:
        """The words of the label at an alignment, verbatim."""
        first, last = self.index.sentences[alignment.first], self.index.sentences[alignment.last]
        return self.reference.passages[first.passage].text[first.start : last.end]
