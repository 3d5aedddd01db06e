"""Amounts beyond anything the label doses with: for one time, for a day, to begin with, or far below all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence, verdicts
from lint.checks.topics import standing
from lint.evidence import LabelSearch, LabelSentence, Quantity, often
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_COMPARED = frozenset(["mg", "unit", "puff", "drop", "spray"])  # units in which a label that doses at all gives its amounts
_DOSING = frozenset(["dosage", "forms"])  # sections of a label
_MARGIN = 1.01  # of rounding
_LEAST = 9.9  # times below the label's smallest amount from which a unit or a decimal point has slipped
_COUNTED = frozenset(["puff", "drop", "spray"])  # units of which a label may need to give one amount only
_FEWEST = 2  # amounts that a label must give before an amount can be beyond all of them
_THE_DOSE = re.compile(r"\bthe (?:\w+ )?(?:dose|dosage)\b|\bmaximum\b", re.IGNORECASE)
_SEVERAL = 2.9  # times the only amount of a label from which an amount for a day is beyond it
_A_DAY = re.compile(r"[\s,]*(?:/|per |a |each |every )?\s*da(?:y|ily)\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start(?:s|ed|ing)?|initial(?:ly)?|begin(?:s|ning)?|began|first dose)\b", re.IGNORECASE)
_NEAR = 60  # code points after an amount within which how often is said


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount that the label doses with."""

    quantity: Quantity
    sentence: int  # of the index
    day: float  # what it makes in a day at most, in the canonical unit
    start: bool  # its sentence is about the beginning of treatment


def above_label(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each amount that a sentence tells people to take (topic `dose-told`) and that is beyond what the label doses with."""
    for number in sorted(told(text, brief)):
        sentence = text.sentences[number]
        raw = text.document.text[sentence.start : sentence.end]
        for search in brief.labels if not verdicts(number, brief) else ():
            doses = search.kept("doses", lambda search=search: _doses(search))  # type: ignore[misc]
            for quantity in search.stated(number).quantities:
                if quantity.dose and quantity.unit in _COMPARED and _own(sentence, brief, search):
                    found = _beyond(quantity, raw, [dose for dose in doses if dose.quantity.kind == quantity.kind], search)
                    if found is not None:
                        yield _candidate(rule, sentence, number, quantity, search, *found)


def told(text: Text, brief: Brief) -> set[int]:
    """The sentences that tell people how much to take (topic `dose-told`)."""
    topic = brief.rulebook.topic("dose-told")
    return {hit.sentence for _, hit in standing(topic, text, brief.matches)} if topic else set()


def _doses(search: LabelSearch) -> list[Dose]:
    """Every amount of the label's dosing."""
    sentences = [(n, s) for n, s in enumerate(search.index.sentences) if search.section(s) in _DOSING]
    most = max([1.0, *(count for _, sentence in sentences for count in sentence.frequencies)])
    return [dose for number, sentence in sentences for dose in _doses_of(search.said(sentence), number, sentence, most)]


def _doses_of(words: str, number: int, sentence: LabelSentence, most: float) -> Iterator[Dose]:
    for quantity in sentence.quantities:
        if quantity.dose:
            day = _in_a_day(quantity, words)
            yield Dose(quantity, number, quantity.high * most if day is None else day, _START.search(words) is not None)


def _in_a_day(quantity: Quantity, words: str) -> float | None:
    """What an amount makes in a day by the words after it; None where they do not say how often."""
    after = words[quantity.end : quantity.end + _NEAR]
    if _A_DAY.match(after) or _A_DAY.search(words[quantity.start : quantity.end]):
        return quantity.high
    counts = often(after.split(". ")[0])
    if counts:
        return quantity.high * max(counts)
    return quantity.high if _A_DAY.search(words) and not often(words) else None


def _beyond(quantity: Quantity, raw: str, doses: list[Dose], search: LabelSearch) -> tuple[Dose, str] | None:
    """The dose of the label that an amount is beyond, and in which way."""
    if not doses or (len(doses) < _FEWEST and quantity.unit not in _COUNTED and not _plainly_beyond(quantity, raw, doses[0], search)):
        return None
    largest = max(doses, key=lambda dose: (dose.quantity.high, -dose.sentence))
    day = max(doses, key=lambda dose: (dose.day, -dose.sentence))
    mine = _in_a_day(quantity, raw)
    most = max(largest.quantity.high, day.day) if mine is None else day.day  # at one time, where it is not said how often
    if (quantity.high if mine is None else mine) > most * _MARGIN:
        return (largest if mine is None else day), "no more than "
    least = min(doses, key=lambda dose: (dose.quantity.low, dose.sentence))
    if 0 < quantity.high < least.quantity.low / _LEAST:
        return least, "no less than "
    starting = [dose for dose in doses if dose.start]
    first = max(starting, key=lambda dose: (dose.quantity.high, -dose.sentence), default=None)
    if first is not None and _START.search(raw) and quantity.high > first.quantity.high * _MARGIN and quantity.high > first.day * _MARGIN:
        return first, "to begin with no more than "
    return None


def _plainly_beyond(quantity: Quantity, raw: str, dose: Dose, search: LabelSearch) -> bool:
    """Whether an amount, told as one for a day, is several times the only one that the label gives, and gives as the dose for everybody."""
    mine = _in_a_day(quantity, raw)
    meant = _THE_DOSE.search(search.said(search.index.sentences[dose.sentence])) is not None
    return meant and mine is not None and quantity.high > dose.quantity.high * _SEVERAL


def _candidate(rule: Rule, sentence: Sentence, number: int, quantity: Quantity, search: LabelSearch, dose: Dose, how: str) -> Candidate:
    said = search.said(search.index.sentences[dose.sentence])
    evidence = evidence_of_sentence(search, dose.sentence, "The label's amount.")
    span = Span(sentence.start + quantity.start, sentence.start + quantity.end)
    fields = (("label", how + said[dose.quantity.start : dose.quantity.end]),)
    return Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)


def _own(sentence: Sentence, brief: Brief, search: LabelSearch) -> bool:
    """Whether the amounts of a sentence are of the label's medicine: no other is named in it, but for a condition."""
    names = {*search.reference.names}
    conditions = [scope for scope in sentence.scopes if scope.kind == "conditional"]
    return not any(
        len(word.norm) > 4 and (drug := brief.corrector.drugs.exact(word.norm)) and drug != search.reference.drug and word.norm not in names
        for place, word in enumerate(sentence.words)
        if not any(scope.first <= place < scope.last for scope in conditions)
    )
