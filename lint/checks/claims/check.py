"""Finds unsupported claims by pattern and by comparison with the reference, and enters every claim in the ledger."""

from __future__ import annotations

from lint.checks.brief import Brief, Outcome
from lint.checks.claims.by_pattern import cited_sentences, find
from lint.checks.claims.candidate import Candidate, strongest
from lint.checks.claims.compare import DETECTORS
from lint.checks.claims.ledger import ledger
from lint.checks.findings import finding
from lint.types.review import Finding
from lint.types.text import Text


def check(text: Text, brief: Brief) -> Outcome:
    """The findings and the ledger of one text."""
    cited = cited_sentences(text, brief)
    candidates: list[Candidate] = []
    for rule in brief.rulebook.rules_for("claims"):
        if rule.jurisdictions and brief.jurisdiction not in rule.jurisdictions:
            continue
        candidates += find(text, rule, brief, cited)
        for detector in rule.detectors:
            candidates += DETECTORS[detector](text, rule, brief)
    kept = strongest(candidates)
    return Outcome(tuple(_finding(text, candidate) for candidate in kept), ledger(text, brief, kept))


def _finding(text: Text, candidate: Candidate) -> Finding:
    return finding(
        text, candidate.rule, candidate.span, severity=candidate.severity, drug=candidate.drug,
        evidence=candidate.evidence, related=candidate.related, fields=candidate.fields,
    )  # fmt: skip
