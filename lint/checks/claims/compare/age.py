"""Ages from which a text lets children take the medicine, against those of the label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import restated
from lint.evidence import UP_TO_TEN, LabelSearch
from lint.references import quoted
from lint.types.rule import Rule
from lint.types.text import Span, Text

_ADULT = 18.0
_OLDEST = 21  # years; from there on ages of labels are about older people
_SECTIONS = frozenset(["indications", "children", "populations", "dosage", "boxed", "warnings"])
_NUMBERS = {**UP_TO_TEN, "twelve": 12}
_AGE = rf"(?P<age>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_ALLOWED = re.compile(
    r"\b(?:children|kids|toddlers|babies|infants|boys|girls|teenagers|youngsters|little ones|anyone|people|patients)\b[^.;:?]{0,50}?"
    rf"\b(?:as young as|from (?:the )?(?:age (?:of )?)?|aged|of|over|older than|above)\s*{_AGE}\b"
    r"(?!\s*(?:mg|ml|g\b|kg|%|weeks?|days?|hours?|times?|tablets?|doses?|/))(?P<months>\s*months?\b)?",
    re.IGNORECASE,
)
_AT_MOST = {
    "babies": 1.0, "infants": 1.0, "newborns": 0.1, "toddlers": 3.0, "young children": 5.0, "children": 11.0, "kids": 11.0,
    "teenagers": 17.0,
}  # fmt: skip
_YOUNG = "|".join(_AT_MOST)
_CHILD = re.compile(
    r"\b(?:given to|used (?:in|by|for)|taken by|suitable for|safe (?:for|in)|approved for|licensed for) "
    rf"(?P<who>{_YOUNG})\b(?! (?:aged|from|over|above|of|who|older))"
    rf"|^\W*(?P<them>{_YOUNG})(?: (?:with|who have) [^.;,]{{1,40}}?)? "
    r"(?:(?:can|may) (?:\w+ )?(?:take|use|have|get|be (?:given|treated))|takes?|are given|get|receive)\b"
    r"(?!.*\b(?:aged|from|over|years?)\b)",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:can|may|suitable|safe|safely|approved|licensed|used|given|fine|takes?|works?)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|without|unless|only if|cannot|can['’]t|off-label|doctors? (?:may|might))\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(\d{1,2})\s*(years?|months?)(?: of age| old)?,?\s*(?:and|or)\s*(?:older|above|over|up)"
    r"|\b(\d{1,2})\s*(?:years?\s*)?(?:to|through|-|–)\s*\d{1,2}\s*(years?|months?)\b|\b(?:aged|ages|≥)\s*(\d{1,2})\b()",
    re.IGNORECASE,
)
_NOT_BELOW = re.compile(r"\b(?:younger than|below|under|less than)(?: the age of)?\s*(\d{1,2})\s*(years?|months?)", re.IGNORECASE)
_PEDIATRIC = re.compile(
    r"\b(?:pediatric|paediatric|children)\b.{0,80}\bnot (?:been )?established\b|\bnot (?:been )?established in (?:pediatric|children)"
    r"|\bnot (?:intended|recommended|suitable|indicated|meant|approved) (?:to be used |for use )?(?:in|for) (?:\w+ )?children\b"
    r"|\bnot (?:be )?(?:give|given|use|used) (?:\w+ ){0,3}(?:in|to|by) children\b",
    re.I,
)


def younger(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that lets children take the medicine at an age below the youngest of the label."""
    for search in brief.labels:
        youngest = _youngest(search)
        for number, sentence in enumerate(text.sentences) if youngest else ():
            raw = text.document.text[sentence.start : sentence.end]
            found = _ALLOWED.search(raw)
            found = found or _CHILD.search(raw)
            allowed = youngest and found and _MAY.search(raw) and not _NOT.search(raw) and not restated(number, brief)
            if youngest and found and allowed and _age(found) < youngest[0]:
                span = Span(sentence.start + found.start(), sentence.start + found.end())
                said = search.index.sentences[youngest[1]]
                passage = search.reference.passages[said.passage]
                evidence = quoted(search.reference, passage, passage.text[said.start : said.end], "The label's youngest age.")
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,))


def _age(found: re.Match[str]) -> float:
    """The age in years that a text gives, or that the people it names have at the most."""
    groups = found.groupdict()
    if "who" in groups:
        return _AT_MOST[(groups["who"] or groups["them"]).lower()]
    return float(_NUMBERS.get(groups["age"].lower(), 0) or groups["age"]) / (12 if groups["months"] else 1)


def _youngest(search: LabelSearch) -> tuple[float, int] | None:
    """The youngest age in years for which the label approves the medicine, and the sentence that says so; None where it does not say."""
    approved: list[tuple[float, int]] = []
    below: list[tuple[float, int]] = []
    for number, sentence in enumerate(search.index.sentences):
        passage = search.reference.passages[sentence.passage]
        if passage.section in _SECTIONS:
            raw = passage.text[sentence.start : sentence.end]
            approved += [(age, number) for found in _FROM.finditer(raw) if (age := _years(found)) < _OLDEST]
            if sentence.negations:
                below += [(_years(found), number) for found in _NOT_BELOW.finditer(raw)]
            if _PEDIATRIC.search(raw) and not _NOT_BELOW.search(raw):
                below.append((_ADULT, number))
    return min(approved) if approved else max(below, default=None)


def _years(found: re.Match[str]) -> float:
    """An age in years."""
    number, unit = (part for part in found.groups() if part is not None)
    return int(number) / (12 if unit.lower().startswith("month") else 1)
