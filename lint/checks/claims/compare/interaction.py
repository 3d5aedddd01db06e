"""Interactions that need action, told as if they were a footnote."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import restated
from lint.checks.topics import mentions
from lint.references import evidence_of
from lint.types.rule import Rule
from lint.types.text import Text

_SERIOUS = frozenset(["contraindicated", "avoid", "reduce-dose"])


def understated(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Serious interactions said to be merely possible (topic `may-interact`), where no sentence says what to do."""
    topic = brief.rulebook.topic("may-interact")
    if topic is None:
        return
    for mention in mentions(topic, topic.full, text, brief.matches):
        if restated(mention.first, brief):
            continue
        forms = {form for number in range(mention.first, mention.last + 1) for form in text.sentences[number].line.split()}
        for reference in brief.references:
            serious = [f for f in reference.facts_in(brief.jurisdiction) if f.consequence in _SERIOUS and forms & set(f.substances)]
            told = [f for f in serious if _told(text, brief, f.topic)]
            left = [fact for fact in serious if fact not in told]
            if left:
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in left)
                yield Candidate(rule, mention.span, rule.severity, mention.first, reference.drug, evidence)


def _told(text: Text, brief: Brief, topic_id: str) -> bool:
    topic = brief.rulebook.topic(topic_id)
    return topic is not None and any(True for _ in mentions(topic, topic.full, text, brief.matches))
