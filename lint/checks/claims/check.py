"""Finds unsupported claims by pattern, by comparison with the reference and by the model, and enters every claim in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.checks.brief import Brief, Outcome
from lint.checks.claims.by_model import propose, unanswered
from lint.checks.claims.by_pattern import cited_sentences, find
from lint.checks.claims.candidate import Candidate, strongest
from lint.checks.claims.compare import DETECTORS
from lint.checks.claims.compare.passage import restated
from lint.checks.claims.ledger import ledger
from lint.checks.findings import finding
from lint.judge import judged
from lint.types.review import Claim, Finding, Skipped
from lint.types.text import Span, Text

NOT_IN_REFERENCE, JUDGE = "not-in-reference", "judge"
LATE = frozenset([NOT_IN_REFERENCE, JUDGE])  # detectors that read the ledger, when all others have spoken
FACTUAL = frozenset(["dose", "frequency", "onset", "approval", "mechanism", "comparison", "indication"])  # kinds a label would state

ANSWERED = frozenset(["dosing-advice", "statistic-without-source"])  # rules on figures: none is broken by the label's own

_ENDS = frozenset([".", "!", ")", "”", '"'])  # how a whole sentence ends; headings and stems of lists end otherwise


def check(text: Text, brief: Brief) -> Outcome:
    """The findings and the ledger of one text."""
    cited = cited_sentences(brief)
    candidates: list[Candidate] = []
    for rule in brief.rulebook.rules_for("claims"):
        if rule.jurisdictions and brief.jurisdiction not in rule.jurisdictions:
            continue
        if "rules" in brief.sources:
            found = find(text, rule, brief, cited)
            candidates += (c for c in found if rule.name not in ANSWERED or not restated(c.sentence, brief))
        for detector in rule.detectors if "evidence" in brief.sources else ():
            if detector not in LATE:
                candidates += DETECTORS[detector](text, rule, brief)
    kept = strongest(candidates)
    proposed = tuple(propose(text, brief, kept))
    entries = ledger(text, brief, (*kept, *proposed))
    left = tuple(unanswered(proposed, entries))
    kept = tuple(sorted((*kept, *left), key=lambda c: (c.span.start, c.span.end, c.rule.code)))
    if brief.judge is not None:
        entries = tuple((number, judged(claim, number, brief.labels, brief.judge)) for number, claim in entries)
    late = _late(text, brief, entries, frozenset(candidate.sentence for candidate in kept))
    if not brief.off.isdisjoint(candidate.rule.code for candidate in kept):  # what hid behind a rule that is off comes out
        kept = strongest(candidate for candidate in (*candidates, *left) if candidate.rule.code not in brief.off)
    findings = tuple(_finding(text, candidate) for candidate in (*kept, *late))
    return Outcome(findings, tuple(claim for _, claim in entries), (), tuple(_gaps(text, brief)))


def _late(text: Text, brief: Brief, entries: Iterable[tuple[int, Claim]], flagged: frozenset[int]) -> Iterator[Candidate]:
    """What the ledger shows in the end: claims that a label, searched in full, has nothing on, and those a judge takes for wrong."""
    rules = {name: rule for rule in brief.rulebook.rules_for("claims") for name in rule.detectors if name in LATE}
    for number, claim in entries if brief.labels and "evidence" in brief.sources else ():
        open_, judged_wrong = (
            claim.verdict == "not-in-reference" and not claim.evidence,
            claim.by == "judge" and claim.verdict == "contradicted",
        )
        rule = rules.get(JUDGE if judged_wrong else NOT_IN_REFERENCE)
        sentence = text.sentences[number]
        if (
            rule
            and number not in flagged
            and (judged_wrong or (open_ and claim.kind in FACTUAL and _tells(text, brief, number, claim.kind)))
        ):
            yield Candidate(rule, Span(sentence.start, sentence.end), rule.severity, number, claim.drug, claim.evidence)


def _tells(text: Text, brief: Brief, number: int, kind: str) -> bool:
    """Whether a sentence is a whole statement, on the medicine itself; one on doses gives an amount."""
    sentence = text.sentences[number]
    whole = sentence.words[-1].text in _ENDS and " contain" not in sentence.line
    own = sentence.subject == "drug" or "@drug" in sentence.line
    return whole and own and (kind != "dose" or any(search.stated(number).quantities for search in brief.labels))


def _gaps(text: Text, brief: Brief) -> Iterator[Skipped]:
    """Why a judge that was asked for did not answer."""
    for reason in brief.judge.client.gaps if brief.judge else ():
        yield Skipped(text.document.path, text.document.part, "claims left to the judge", reason)


def _finding(text: Text, candidate: Candidate) -> Finding:
    return finding(
        text, candidate.rule, candidate.span, severity=candidate.severity, drug=candidate.drug, message=candidate.message,
        confidence=candidate.confidence,
        evidence=candidate.evidence, related=candidate.related, fields=candidate.fields,
    )  # fmt: skip
