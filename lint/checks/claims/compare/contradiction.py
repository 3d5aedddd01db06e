"""Statements that say the opposite of a fact, through the `denied` ways of the fact's topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.topics import Mention, mentions, spoken
from lint.references import evidence_of
from lint.types.reference import Fact, Reference
from lint.types.rule import Rule, Topic
from lint.types.text import Text

_DENIES = re.compile(
    r"\bno (?:or negligible |or minimal |known |relevant )?(?:effects?|influence)\b|\bnot expected to|\bunlikely (?:to|that)\b|"
    r"\bnot known to\b|\byou can (?:drive|breast)",
    re.IGNORECASE,
)  # a label's sentence that names a matter to say that there is nothing in it


def contradicted(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each place that denies what a fact of the reference states, with the fact as evidence."""
    for reference, topic, facts in _facts_by_topic(brief):
        evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in facts)
        severity = "error" if any(fact.severity == "error" for fact in facts) else rule.severity
        for denial in _denials(topic, text, brief):
            yield Candidate(rule, denial.span, severity, denial.first, reference.drug, evidence)


def self_contradicted(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Places that deny what the same text states elsewhere."""
    for topic in brief.rulebook.topics:
        if not topic.denied:
            continue
        stated = spoken(topic, topic.full, text, brief.matches)
        for denial in _denials(topic, text, brief):
            if stated and (denial.last < stated.first or stated.last < denial.first):
                related = ((stated.span, "says the opposite"),)
                yield Candidate(rule, denial.span, rule.severity, denial.first, related=related)


def _denials(topic: Topic, text: Text, brief: Brief) -> Iterator[Mention]:
    return mentions(topic, topic.denied, text, brief.matches, denied=True)


def _facts_by_topic(brief: Brief) -> Iterator[tuple[Reference, Topic, list[Fact]]]:
    for reference in brief.references:
        by_topic: dict[str, list[Fact]] = {}
        for fact in reference.facts_in(brief.jurisdiction):
            if fact.quote and _DENIES.search(fact.quote):
                continue
            by_topic.setdefault(fact.topic, []).append(fact)
        for name, facts in by_topic.items():
            topic = brief.rulebook.topic(name)
            if topic is not None and topic.denied:
                yield reference, topic, facts
