"""Temperatures at which a text lets a medicine be kept, against those of its label: “fine up to 40 °C”, “104 °F”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.alternatives import OPENED
from lint.checks.claims.compare.passage import evidence_of_sentence
from lint.checks.scopes import is_question
from lint.evidence import LabelSearch
from lint.types.rule import Rule
from lint.types.text import Span, Text

_SECTIONS = frozenset(["storage", "forms", "patient", "product", "dosage"])
_DEGREES = re.compile(
    r"(?<![\w.])(?:(?P<low>[-–−]?\d{1,3})\s*(?:[°º˚]\s*[CF]?)?\s*(?:to|and|or|-|–|−)\s*)?(?P<high>[-–−]?\d{1,3})\s*"
    r"(?:[°º˚]\s*|degrees?\s+)(?P<scale>C|F|celsius|fahrenheit|centigrade)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(r"\b(?:fever|chills|shiver|body temperature|thermometer|bath|shower|wash|ill|unwell)", re.IGNORECASE)
_MARGIN = 1.5  # degrees Celsius: scales are rounded
_COLD = 5.0  # degrees Celsius below the label's range from which a place is another: a fridge, a freezer


def other_temperature(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each temperature at which the text has the medicine kept, above all that the label has, or below its range."""
    for number, found, search, beside, same in _compared(text, brief):
        if not same:
            evidence = evidence_of_sentence(search, beside, "The label says how cold to keep it.")
            start = text.sentences[number].start
            span = Span(start + found[0].start(), start + found[-1].end())
            yield Candidate(rule, span, "error", number, search.reference.drug, (evidence,))


def same_temperature(text: Text, brief: Brief) -> Iterator[tuple[int, LabelSearch, int]]:
    """Each sentence with the label's own temperature, with the label's sentence."""
    for number, _, search, beside, same in _compared(text, brief):
        if same:
            yield number, search, beside


def _compared(text: Text, brief: Brief) -> Iterator[tuple[int, list[re.Match[str]], LabelSearch, int, bool]]:
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        raw = text.document.text[sentence.start : sentence.end]
        if "°" not in raw and "º" not in raw and "degree" not in raw:
            continue
        found = list(_DEGREES.finditer(raw))
        if not found or _OF_PEOPLE.search(raw) or is_question(sentence):
            continue
        ends = [_celsius(one) for one in found]
        for search in brief.labels:
            beside = _beside(search, min(end[0] for end in ends), max(end[1] for end in ends), raw)
            if beside is not None:
                yield number, found, search, *beside
                break


def _beside(search: LabelSearch, low: float, high: float, raw: str) -> tuple[int, bool] | None:
    """The label's sentence on temperatures, and whether those of a sentence of the text are its own; None where it need not be either."""
    known = search.kept("temperatures", lambda: _known(search))
    opened = OPENED.search(raw) is not None
    here = [entry for entry in known if entry[3] == opened] or known
    if not here:
        return None
    most = max(entry[1] for entry in here)
    if high > most + _MARGIN:
        return next(entry[2] for entry in here if entry[1] == most), False
    ranges = [entry for entry in here if entry[0] < entry[1]]
    least = min((entry[0] for entry in ranges), default=None)
    if least is not None and len(ranges) == len(here) and low < high < least - _COLD:
        return ranges[0][2], False
    same = next((entry[2] for entry in here if abs(entry[1] - high) <= _MARGIN and (low == high or abs(entry[0] - low) <= _MARGIN)), None)
    return None if same is None else (same, True)


def _known(search: LabelSearch) -> list[tuple[float, float, int, bool]]:
    """The temperatures of the label, in degrees Celsius from and to, each with its sentence and whether it is of an opened pack."""
    found = []
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) in _SECTIONS:
            words = search.said(sentence)
            if not _OF_PEOPLE.search(words):
                found += [(*_celsius(one), number, OPENED.search(words) is not None) for one in _DEGREES.finditer(words)]
    return found


def _celsius(found: re.Match[str]) -> tuple[float, float]:
    """The ends of a range in degrees Celsius; equal where it is none."""
    low, high = (re.sub("[–−]", "-", part) for part in (found["low"] or found["high"], found["high"]))
    ends = [float(low), float(high if low.startswith("-") else high.lstrip("-"))]  # “2°C – -8°C” is a slip for 2 to 8
    if found["scale"].lower().startswith("f"):
        ends = [(end - 32) / 1.8 for end in ends]
    return min(ends), max(ends)
