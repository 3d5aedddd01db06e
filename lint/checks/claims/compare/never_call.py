"""Words for what the drug is not: “targeted”, “selective”, “a steroid”, as its reference lists them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.scopes import about_drug, span_of, under
from lint.references import evidence_of
from lint.rulebook.matching import PatternSet
from lint.rulebook.pattern import compile_pattern
from lint.types.rule import Rule
from lint.types.text import Text


def wrongly_called(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Places that call the drug what it is not, with its mechanism and class as evidence."""
    for reference in brief.references:
        facts = [f for f in reference.facts_in(brief.jurisdiction) if f.kind in ("mechanism", "class")]
        evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in facts)
        matches = _patterns(reference.never_call).match(text.sentences)
        for pattern in reference.never_call:
            for hit in matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if about_drug(text, hit) and not under(sentence, hit, ("negated", "question")):
                    yield Candidate(rule, span_of(text, hit), "error", hit.sentence, reference.drug, evidence)


@lru_cache(maxsize=64)
def _patterns(words: tuple[str, ...]) -> PatternSet:
    return PatternSet(compile_pattern(word, {}) for word in words)
