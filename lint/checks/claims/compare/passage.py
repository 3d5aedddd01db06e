"""Sentences beside the label's own: another amount, the opposite, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.scopes import is_question
from lint.evidence import Judgement, LabelSearch, judge
from lint.references import quoted
from lint.types.review import Evidence
from lint.types.rule import Rule
from lint.types.text import Span, Text

_SHORTEST = 4  # words
_WARNING = frozenset(["contraindications", "interactions", "warnings", "boxed", "adverse-reactions", "overdose"])  # sections


def judged(text: Text, brief: Brief) -> Iterator[tuple[int, LabelSearch, Judgement]]:
    """What the labels say of each sentence of the text that states something."""
    for search in brief.labels:
        for number, sentence in enumerate(text.sentences):
            block = text.document.blocks[sentence.block]
            if block.kind != "heading" and len(sentence.words) >= _SHORTEST and not is_question(sentence):
                found = judge(search, number)
                if found is not None:
                    yield number, search, found


def restated(number: int, brief: Brief) -> bool:
    """Whether a label says the same as a sentence of the text."""
    return "restated" in verdicts(number, brief) or any(search.verbatim(number) for search in brief.labels)


def restated_use(number: int, brief: Brief) -> bool:
    """The same for a use: what the label says where it warns is of other medicines, or of what the people have."""
    found = [(search, judge(search, number)) for search in brief.labels]
    return any(search.verbatim(number) for search in brief.labels) or any(
        judgement is not None and judgement.verdict == "restated" and not warning(search, judgement) for search, judgement in found
    )


def warning(search: LabelSearch, found: Judgement) -> bool:
    """Whether a judgement rests on a part of the label that says what to beware of, not what the medicine is for."""
    return search.section(search.index.sentences[found.alignment.first]) in _WARNING


def verdicts(number: int, brief: Brief) -> frozenset[str]:
    """What the labels say of a sentence of the text, one word for each that can decide."""
    found = [judge(search, number) for search in brief.labels]
    return frozenset(judgement.verdict for judgement in found if judgement is not None)


def evidence_of_judgement(search: LabelSearch, found: Judgement) -> Evidence:
    """The label's words at a judgement."""
    passage = search.reference.passages[search.index.sentences[found.alignment.first].passage]
    statement = {
        "restated": "The label says so.", "opposite": "The label says the opposite.", "tenfold": "The label gives another amount.",
        "amount": "The label gives another amount.",
    }[found.verdict]  # fmt: skip
    return quoted(search.reference, passage, search.quote(found.alignment), statement)


def evidence_of_sentence(search: LabelSearch, number: int, statement: str) -> Evidence:
    """A sentence of the label, by its index, verbatim."""
    sentence = search.index.sentences[number]
    return quoted(search.reference, search.reference.passages[sentence.passage], search.said(sentence), statement)


def tenfold(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Amounts ten, a hundred or a thousand times what the label has in their place, or such a part of it."""
    yield from _amounts(text, rule, brief, "tenfold")


def other_amount(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Amounts that differ from what the label has in their place."""
    yield from _amounts(text, rule, brief, "amount")


def opposite(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Sentences that say the label's words with a negation more or less."""
    for number, search, found in judged(text, brief):
        if found.verdict == "opposite":
            sentence = text.sentences[number]
            evidence = (evidence_of_judgement(search, found),)
            yield Candidate(rule, Span(sentence.start, sentence.end), "error", number, search.reference.drug, evidence)


def _amounts(text: Text, rule: Rule, brief: Brief, verdict: str) -> Iterator[Candidate]:
    for number, search, found in judged(text, brief):
        if found.verdict == verdict and found.amount is not None and found.label is not None:
            start = text.sentences[number].start
            span = Span(start + found.amount.start, start + found.amount.end)
            quote = search.quote(found.alignment)
            fields = (("label", _said(search, found) or quote),)
            yield Candidate(
                rule, span, rule.severity, number, search.reference.drug, (evidence_of_judgement(search, found),), fields=fields
            )  # fmt: skip


def _said(search: LabelSearch, found: Judgement) -> str:
    """The label's amount, in its words."""
    for sentence in search.index.sentences[found.alignment.first : found.alignment.last + 1]:
        if found.label in sentence.quantities:
            text = search.reference.passages[sentence.passage].text
            return text[sentence.start + found.label.start : sentence.start + found.label.end]
    return ""
