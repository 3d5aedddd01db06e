"""Amounts beyond anything the label doses with."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import verdicts
from lint.checks.scopes import excepted, under
from lint.evidence import LabelSearch, Quantity
from lint.references import quoted
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_COMPARED = frozenset(["mg", "unit", "puff", "drop", "spray"])  # units in which a label that doses at all gives its amounts
_MARGIN = 1.01  # of rounding


def above_label(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each amount that a sentence tells people to take (topic `dose-told`) and that is more than the label's largest a day."""
    for number in sorted(told(text, brief)):
        sentence = text.sentences[number]
        for search in brief.labels if not verdicts(number, brief) else ():
            for quantity in search.stated(number).quantities:
                if quantity.dose and quantity.unit in _COMPARED and _own(sentence, brief, search):
                    yield from _above(rule, sentence, number, quantity, search)


def told(text: Text, brief: Brief) -> set[int]:
    """The sentences that tell people how much to take (topic `dose-told`)."""
    topic = brief.rulebook.topic("dose-told")
    return {
        hit.sentence
        for _, patterns in (topic.parts if topic else ())
        for pattern in patterns
        for hit in brief.matches.of(pattern)
        if topic and not under(text.sentences[hit.sentence], hit, topic.unless) and not excepted(brief.matches, hit, topic.exceptions)
    }


def _above(rule: Rule, sentence: Sentence, number: int, quantity: Quantity, search: LabelSearch) -> Iterator[Candidate]:
    most = search.most(quantity.kind)
    if most is None or quantity.high <= most[0].high * search.most_often() * _MARGIN:
        return
    found = search.index.sentences[most[1]]
    passage = search.reference.passages[found.passage]
    quote = passage.text[found.start : found.end]
    evidence = quoted(search.reference, passage, quote, "The label's largest amount.")
    span = Span(sentence.start + quantity.start, sentence.start + quantity.end)
    fields = (("label", f"no more than {quote[most[0].start : most[0].end]}"),)
    yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)


def _own(sentence: Sentence, brief: Brief, search: LabelSearch) -> bool:
    """Whether the amounts of a sentence are of the label's medicine: no other is named in it."""
    names = {*search.reference.names}
    return not any(
        len(word.norm) > 4 and (drug := brief.corrector.drugs.exact(word.norm)) and drug != search.reference.drug and word.norm not in names
        for word in sentence.words
    )
