"""Finds unsupported claims by pattern and by comparison with the reference, and enters every claim in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.checks.brief import Brief, Outcome
from lint.checks.claims.by_pattern import cited_sentences, find
from lint.checks.claims.candidate import Candidate, strongest
from lint.checks.claims.compare import DETECTORS
from lint.checks.claims.ledger import ledger
from lint.checks.findings import finding
from lint.types.review import Claim, Finding
from lint.types.text import Span, Text

NOT_IN_REFERENCE = "not-in-reference"  # a detector that asks the ledger, when all others have spoken
FACTUAL = frozenset(["dose", "frequency", "onset", "approval", "mechanism", "comparison", "indication"])  # kinds a label would state


def check(text: Text, brief: Brief) -> Outcome:
    """The findings and the ledger of one text."""
    cited = cited_sentences(text, brief)
    candidates: list[Candidate] = []
    for rule in brief.rulebook.rules_for("claims"):
        if rule.jurisdictions and brief.jurisdiction not in rule.jurisdictions:
            continue
        candidates += find(text, rule, brief, cited)
        for detector in rule.detectors:
            if detector != NOT_IN_REFERENCE:
                candidates += DETECTORS[detector](text, rule, brief)
    kept = strongest(candidates)
    entries = ledger(text, brief, kept)
    unsupported = _unsupported(text, brief, entries, frozenset(candidate.sentence for candidate in kept))
    findings = tuple(_finding(text, candidate) for candidate in (*kept, *unsupported))
    return Outcome(findings, tuple(claim for _, claim in entries))


def _unsupported(text: Text, brief: Brief, entries: Iterable[tuple[int, Claim]], flagged: frozenset[int]) -> Iterator[Candidate]:
    """The factual claims that a label, searched in full, has nothing on; leaflint's own references are too short to say that."""
    rules = [rule for rule in brief.rulebook.rules_for("claims") if NOT_IN_REFERENCE in rule.detectors]
    for rule in rules if brief.labels else ():
        for number, claim in entries:
            if claim.verdict == "not-in-reference" and claim.kind in FACTUAL and number not in flagged:
                sentence = text.sentences[number]
                yield Candidate(rule, Span(sentence.start, sentence.end), rule.severity, number, claim.drug)


def _finding(text: Text, candidate: Candidate) -> Finding:
    return finding(
        text, candidate.rule, candidate.span, severity=candidate.severity, drug=candidate.drug,
        evidence=candidate.evidence, related=candidate.related, fields=candidate.fields,
    )  # fmt: skip
