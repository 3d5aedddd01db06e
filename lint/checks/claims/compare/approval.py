"""Approvals that the label does not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import MOST_EVIDENCE, Candidate
from lint.checks.scopes import span_of
from lint.checks.topics import mentions
from lint.checks.uses import approving, conditions, outside_label
from lint.references import evidence_of
from lint.types.rule import Rule
from lint.types.text import Span, Text


def approval_overstated(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Sentences that call a use approved (topic `approval-stated`) which the label does not approve."""
    topic = brief.rulebook.topic("approval-stated")
    if topic is None:
        return
    named = conditions(brief)
    for mention in mentions(topic, topic.full, text, brief.matches):
        found = named.get(mention.first, {})
        for reference in brief.references:
            outside = [name for name in found if outside_label(reference, brief, (name,))]
            if outside:
                hits = [span_of(text, hit) for name in outside for hit in found[name]]
                later = [span for span in hits if span.start >= mention.span.start]
                if later:
                    evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in approving(reference, brief)[:MOST_EVIDENCE])
                    span = Span(mention.span.start, max(mention.span.end, later[-1].end))
                    yield Candidate(rule, span, rule.severity, mention.first, reference.drug, evidence)
                    break
