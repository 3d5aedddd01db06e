"""Sentences that answer a question as the label does, in words of their own: with or without food, where to keep it, how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.checks.brief import Brief
from lint.checks.claims.compare.alternatives import same_way
from lint.checks.claims.compare.called import same_kind
from lint.checks.claims.compare.passage import evidence_of_sentence
from lint.checks.claims.compare.temperature import same_temperature
from lint.checks.claims.compare.times import same_time
from lint.types.review import Evidence
from lint.types.text import Text

_LONGEST = 16  # words: a longer sentence says more than what was compared


def word_for_word(numbers: Iterable[int], brief: Brief) -> Iterator[tuple[int, Evidence]]:
    """Those of some sentences that the label has word for word."""
    for search in brief.labels:
        for number in numbers:
            label = search.same_words(number)
            if label is not None:
                yield number, evidence_of_sentence(search, label, "The label says so.")


def agreeing(text: Text, brief: Brief) -> Iterator[tuple[int, Evidence]]:
    """Each short sentence that one of the comparisons finds to be the label's answer too, with the label's sentence."""
    for compare in (same_way, same_temperature, same_time, same_kind):
        for number, search, label in compare(text, brief):
            if len(text.sentences[number].words) <= _LONGEST:
                yield number, evidence_of_sentence(search, label, "The label says so.")
