"""Uses outside the approved ones, in a text that does not say so."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.topics import spoken
from lint.checks.uses import approving, outside_label, uses
from lint.references import evidence_of
from lint.types.rule import Rule
from lint.types.text import Text


def off_label(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Uses outside the approved ones, in a text that nowhere says that some uses are not approved."""
    disclosed = brief.rulebook.topic("off-label-disclosed")
    if disclosed and spoken(disclosed, disclosed.full, text, brief.matches):
        return
    for reference in brief.references:
        for use in uses(text, brief):
            outside = outside_label(reference, brief, use.conditions)
            if outside:
                facts = (*outside, *approving(reference, brief))
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in dict.fromkeys(facts))
                yield Candidate(rule, use.span, rule.severity, use.sentence, reference.drug, evidence)
