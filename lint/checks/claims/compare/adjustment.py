"""A changed dose for some people, where the label says that none is needed: “you need a lower dose if your kidneys are weak”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import is_question
from lint.evidence import LabelSearch, stems_for
from lint.types.rule import Rule
from lint.types.text import Span, Text

_CHANGED = re.compile(
    r" (?:need|needs|require|requires|given|get|take|have) (?:a |an |only )?(?:much )?"
    r"(?:lower|smaller|reduced|higher|larger|different|half the) (?:\w+ )?dose"
    r"| dose (?:has to|have to|must|needs to|should|will) be (?:lowered|reduced|halved|raised|increased|changed|adjusted) "
)
_NONE_NEEDED = re.compile(
    r"\bno (?:dos(?:e|age|ing) )?(?:adjustments?|changes?|reductions?)\b[^.;]{0,40}\b(?:need|necess|requir|recommend|warrant)"
    r"|\b(?:dos(?:e|age) )?adjustments? (?:is|are) not (?:\w+ )?(?:need|necess|requir|recommend|warrant)",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:adjust|reduc|lower|decreas|individuali[sz]|half)\w*", re.IGNORECASE)
_GROUPS = "kidney kidneys renal liver hepatic older elderly age women men child children weight smoker smokers dialysis"
_MILD = frozenset(["mild", "moderate", "severe"])  # a label may ask for a change in one degree and not in another


def needless(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence with a changed dose for a group of people for whom the label says that none is needed, and nowhere that one is."""
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        if " dose" not in sentence.line or not _CHANGED.search(sentence.line) or is_question(sentence) or restated(number, brief):
            continue
        for search in brief.labels:
            groups = frozenset(search.stated(number).stems) & stems_for(_GROUPS)
            label = _unneeded(search, groups) if len(groups) == 1 and _MILD.isdisjoint(sentence.line.split()) else None
            if label is not None:
                evidence = evidence_of_sentence(search, label, "The label says that no other dose is needed.")
                span = Span(sentence.start, sentence.words[-1].end)
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,))
                break


def _unneeded(search: LabelSearch, groups: frozenset[str]) -> int | None:
    found = None
    for number in search.index.postings.get(next(iter(groups)), ()):
        said = search.said(search.index.sentences[number])
        if _NONE_NEEDED.search(said):
            found = number if found is None else found
        elif "dos" in said.lower() and _NEEDED.search(said):
            return None
    return found
