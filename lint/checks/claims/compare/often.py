"""How often a text says to take the medicine, and how much that makes in a day, against the doses of the label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.alternatives import others_named
from lint.checks.claims.compare.limits import told
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.evidence import UP_TO_TEN, LabelSearch, Quantity, frequencies, often
from lint.types.rule import Rule
from lint.types.text import Span, Text

_DOSING = frozenset(["dosage", "patient", "indications"])  # sections of a label
_DIVIDED = re.compile(
    r"\bdivided (?:\w+ )?dos|\bdoses? may be divided|\bsplit into\b|\bdose(?:s| frequency|s? may be) .{0,30}adjust"
    r"|\bfrequen(?:t|cy)\b.{0,40}adjust",
    re.IGNORECASE,
)
_DAILY = re.compile(r"\bdaily\b|/day|\bper day\b|\b(?:a|each|every) day\b|\bmorning\b|\bbedtime\b|\bevening\b", re.IGNORECASE)
_IN_PARTS = re.compile(r"\bin (?P<count>two|three|four|[2-4]) (?:\w+ )?doses\b", re.IGNORECASE)  # taken as often as there are doses
_STEP = re.compile(
    r"\bby (?:up to |about |at most |no more than )?[\d.,]+ ?[a-zµ]", re.IGNORECASE
)  # by how much a dose is raised, not taken
_OFTEN = re.compile(
    r"\b(?:once|twice|thrice|(?:\w+|\d+) times)\b[ -]?(?:(?:a|per|each|every|/) ?)?(?:day|daily|night|week|weekly|month|monthly)"
    r"|\bevery (?:other |\w+ |\d+ )?(?:hour|day|week|month)s?|\bmornings? and (?:evening|night|bedtime)s?\b|\b(?:daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_COMPARED = frozenset(["mg", "unit", "puff", "drop", "spray", "piece"])
_NEEDED = re.compile(
    r"\b(?:only (?:take|use|inhale|inject|apply|need)\b[^.;]{0,30}|(?:take|use|inhale)\b[^.;]{0,20}\bonly )(?:when|if|"
    r"on (?:\w+ )?days)\b[^.;]{0,40}"
    r"\b(?:symptom|pain|bad|ill|attack|flare|feel|need|high|wheez)\w*|\b(?:take|use|"
    r"inhale)\b[^.;]{0,30}\b(?:when(?:ever)? you need it|as needed|only when needed)",
    re.IGNORECASE,
)
_AS_NEEDED = re.compile(
    r"\b(?:as|when|if) (?:needed|required|necessary)\b|\bon demand\b|\bp\.?r\.?n\b|\bat the (?:first sign|onset)", re.IGNORECASE
)
_REGULAR = re.compile(
    r"\b(?:regularly|every day|even (?:if|when) you feel well|do not stop .{0,60}feel better|once daily|once a day|twice daily|"
    r"twice a day)\b",
    re.IGNORECASE,
)
_WEEKLY = 1 / 6.9  # times a day
_FAR = 2.0  # times as often
_MARGIN = 1.01  # of rounding
_MOST_APART = 3  # counts a day that one sentence may give; more is a table of several medicines


def other_frequency(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that says to take the medicine more or less often than the label, which gives the same amount."""
    for number in sorted(told(text, brief)):
        sentence = text.sentences[number]
        raw = text.document.text[sentence.start : sentence.end]
        said, where = often(raw) or frequencies(raw), _OFTEN.search(raw)
        plain = not often(raw)
        if (
            not said
            or where is None
            or len(said) > _MOST_APART
            or _STEP.search(raw)
            or restated(number, brief)
            or others_named(raw.lower().split(), brief)
        ):
            continue
        for search in brief.labels:
            doses = [quantity for quantity in search.stated(number).quantities if quantity.dose and quantity.unit in _COMPARED]
            found = _rarer(search, said) if plain else _elsewhere(search, doses, said, brief)
            if found is not None:
                evidence = evidence_of_sentence(search, found, "The label says how often.")
                span = Span(sentence.start + where.start(), sentence.start + where.end())
                words = _OFTEN.search(search.said(search.index.sentences[found]))
                fields = (("label", f"“{words[0]}”" if words else "another frequency"),)
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)


def when_needed(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that has the medicine taken only when it is felt to be needed, where the label says regularly and never that."""
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        if " only " not in sentence.line and " needed " not in sentence.line and " need " not in sentence.line:
            continue
        found = _NEEDED.search(text.document.text[sentence.start : sentence.end])
        if found is None or restated(number, brief) or others_named((word.norm for word in sentence.words), brief):
            continue
        for search in brief.labels:
            label = search.kept("regularly", lambda search=search: _regularly(search))  # type: ignore[misc]
            if label is not None:
                evidence = evidence_of_sentence(search, label, "The label says to take it regularly.")
                span = Span(sentence.start + found.start(), sentence.start + found.end())
                fields = (("label", "“regularly”"),)
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)
                break


def _regularly(search: LabelSearch) -> int | None:
    """The label's sentence that asks for regular use; None where another leaves it to need."""
    dosing = [(n, search.said(s)) for n, s in enumerate(search.index.sentences) if search.section(s) in _DOSING]
    if any(_AS_NEEDED.search(words) for _, words in dosing):
        return None
    return next((number for number, words in dosing if _REGULAR.search(words)), None)


def _rarer(search: LabelSearch, said: frozenset[float]) -> int | None:
    """The label's sentence on how often, where all of them say once a week or more rarely and the text far more often.

    “Daily” alone counts here only: of a medicine taken several times a day it may speak of the total.
    """
    known: list[tuple[int, frozenset[float]]] = search.kept("explicit", lambda: list(_explicit(search)))
    counts = [count for _, found in known for count in found]
    return known[0][0] if counts and max(counts) <= _WEEKLY and min(said) > max(counts) * _FAR else None


def _explicit(search: LabelSearch) -> Iterator[tuple[int, frozenset[float]]]:
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) in _DOSING and sentence.frequencies:
            yield number, sentence.frequencies


def _elsewhere(search: LabelSearch, doses: list[Quantity], said: frozenset[float], brief: Brief) -> int | None:
    """The label's sentence on how often, where no sentence of it allows what the text says; None where one does, or none says."""
    known = search.kept("often", lambda: _frequencies(search, brief))
    beside = [entry for entry in known if not doses or any(dose.within(other) for dose in doses for other in entry[2])]
    if not beside:
        return None
    allowed = [count for entry in beside for count in entry[1]]
    if any(entry[3] for entry in known):
        wrong = all(one < min(allowed, default=0.0) / _MARGIN for one in said)
    elif doses:
        wrong = all(not any(_same(one, other) for other in allowed) for one in said)
    else:
        wrong = all(one > max(allowed) * _MARGIN or one < min(allowed) / _MARGIN for one in said)
    return beside[0][0] if allowed and wrong else None


def _frequencies(search: LabelSearch, brief: Brief) -> list[tuple[int, frozenset[float], tuple[Quantity, ...], bool]]:
    """The dosing sentences of the label: how often, which amounts, and whether the dose may be divided as one likes."""
    found = []
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) in _DOSING:
            words = search.said(sentence)
            parts = {float(UP_TO_TEN.get(each["count"].lower(), 0) or each["count"]) for each in _IN_PARTS.finditer(words)}
            counts = often(words) | parts | (frozenset([1.0]) if _DAILY.search(words) else frozenset())
            divided = _DIVIDED.search(words) is not None
            if divided or (counts and not others_named(re.findall(r"[a-z]{5,}", words.lower()), brief)):
                found.append((number, counts, sentence.quantities, divided))
    return found


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 0.02 * other
