"""Whether a dose starts low and is raised, or starts high and is lowered, against the reference's dosing facts."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.topics import mentions
from lint.checks.uses import conditions
from lint.references import evidence_of
from lint.types.rule import Rule
from lint.types.text import Text

_TOPICS = (("dose-starts-low", "up"), ("dose-starts-high", "down"))


def wrong_direction(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Statements on the direction of dosing that some dosing fact contradicts, unless they are made of other conditions only.

    A text that never names the condition of a dosing fact does not contradict it; a fact without conditions holds for all.
    """
    for reference in brief.references:
        facts = [fact for fact in reference.facts_in(brief.jurisdiction) if fact.direction]
        by_sentence = conditions(brief)
        named = {condition for found in by_sentence.values() for condition in found}
        for name, direction in _TOPICS:
            topic = brief.rulebook.topic(name)
            against = [fact for fact in facts if fact.direction != direction and (not fact.conditions or set(fact.conditions) & named)]
            if topic is None or not against:
                continue
            agreeing = {condition for fact in facts if fact.direction == direction for condition in fact.conditions}
            for mention in mentions(topic, topic.full, text, brief.matches):
                stated = {c for number in (mention.first - 1, mention.first) for c in by_sentence.get(number, ())}
                if not stated or not stated <= agreeing:
                    evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in against)
                    yield Candidate(rule, mention.span, "error", mention.first, reference.drug, evidence)
