"""Claims that a rule's own patterns find."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.scopes import about_drug, beside, excepted, in_heading, span_of, under
from lint.rulebook import Hit
from lint.types.rule import Match, Rule
from lint.types.text import Text


def find(text: Text, rule: Rule, brief: Brief, cited: frozenset[int]) -> Iterator[Candidate]:
    """The rule's hits that nothing excuses; `cited` holds the sentences whose statements name their source."""
    for match in rule.matches:
        for hit in brief.matches.of(match.pattern):
            if not _excused(text, hit, match, brief, cited):
                yield Candidate(rule, span_of(text, hit), match.severity, hit.sentence, text.drugs[0] if text.drugs else None)


def _excused(text: Text, hit: Hit, match: Match, brief: Brief, cited: frozenset[int]) -> bool:
    sentence = text.sentences[hit.sentence]
    return (
        (match.subject == "drug" and not about_drug(text, hit))
        or under(sentence, hit, match.unless)
        or ("heading" in match.unless and in_heading(text, hit))
        or ("cited" in match.unless and hit.sentence in cited)
        or excepted(brief.matches, hit, match.exceptions)
        or beside(brief.matches, hit, match.unless_sentence)
    )


def cited_sentences(brief: Brief) -> frozenset[int]:
    """The sentences that name a source, or are followed by one that does."""
    topic = brief.rulebook.topic("citation")
    if topic is None:
        return frozenset()
    named = {hit.sentence for _, patterns in topic.parts for pattern in patterns for hit in brief.matches.of(pattern)}
    return frozenset(named | {number - 1 for number in named})
