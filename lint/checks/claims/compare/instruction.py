"""What a text tells its readers to do, and the label tells them not to: “crush the tablet”, “take two tomorrow to catch up”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.alternatives import others_named
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import is_question
from lint.evidence import LabelSearch, LabelSentence, stems_for
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_TOLD = frozenset(["dosage", "patient", "storage", "contraindications", "warnings", "interactions", "boxed", "driving"])  # sections
_NOT = re.compile(r"\b(?:do not|don[’']t|must not|should not|never|cannot|can[’']t|not be|avoid)\b", re.IGNORECASE)
_END = frozenset(".,;:!?()–—") | frozenset("and or but then because so to until unless if when while before after".split())
_DENYING = frozenset("not no never avoid without nor neither cannot unless only stop".split())
# What is done to a medicine or beside it; other instructions (“talk to your doctor”) stand under many a “do not … without”.
_DOING = frozenset(
    "crush chew split break cut halve dissolve suck open freeze mix dilute heat inject rub squeeze share flush double swallow stir shake "
    "smoke drink eat lie wear sprinkle".split()
)
_LEADING = frozenset("feel free to you can may could simply just always please go ahead and best".split())  # before what is told
_PLAIN = (
    "take use put get go keep make do have give start begin tablet tablets capsule capsules pill pills medicine dose doses one next it "
    "just simply always then please first day time water doctor pharmacist nurse your next more"
)
_BEFORE = 2  # sentences in which a dose may have been forgotten, headings among them
_LONGEST = 4  # stems of what is told
_FORGOTTEN = re.compile(r"\b(?:forg[eo]t|forgotten|miss(?:ed)?|catch up|make up for)\b", re.IGNORECASE)
_DOUBLED = re.compile(
    r"\b(?:double|twice|two|2)\b[^.;]{0,40}\b(?:dose|doses|tablets?|capsules?|pills?|puffs?|drops?|units|next|tomorrow|together|"
    r"at once|following)\b"
    r"|\btwice (?:as much|the)|\bdouble (?:up|it|your)\b|\bextra (?:dose|tablet|puff)"
    r"|\b(?:take|taking|swallow|swallowing|inject|use|using) (?:two|2|both|a double)\b(?! (?:hours?|days?|weeks?|minutes?))"
    r"|\b(?:together|along|at the same time) (?:with|as) "
    r"(?:the next|(?:the|that|your) (?:next |other )?(?:day|evening|morning|usual)|tomorrow)"
    r"|\bas well as the next\b|\band the next one (?:together|at once)\b",
    re.IGNORECASE,
)
_NO_DOUBLE = re.compile(
    r"\b(?:not|never)\b[^.;]{0,30}\b(?:double|two|2)\b[^.;]{0,20}\b(?:doses?|tablets?|capsules?)\b|\b(?:not|never) double\b", re.IGNORECASE
)


def told_against(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each instruction that says to do what the label's words after a “do not” are."""
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        raw = text.document.text[sentence.start : sentence.end]
        done = _doubles(text, number, raw) or _instruction(sentence)
        title = text.document.blocks[sentence.block].kind == "heading"
        if (
            not done
            or title
            or is_question(sentence)
            or restated(number, brief)
            or others_named((word.norm for word in sentence.words), brief)
        ):
            continue
        for search in brief.labels:
            label = _doubling(search) if done is True else _forbidden(search, done)
            if label is not None:
                evidence = evidence_of_sentence(search, label, "The label says not to.")
                span = Span(sentence.start, sentence.words[-1].end)
                yield Candidate(rule, span, "error", number, search.reference.drug, (evidence,))
                break


def _doubles(text: Text, number: int, raw: str) -> bool:
    """Whether a sentence says to take twice as much after a dose was forgotten, itself or by the one before it."""
    found = _DOUBLED.search(raw)
    if found is None or _NOT.search(raw[: found.end()]) or re.search(r"\b(?:no|without|instead|nor)\b", raw, re.IGNORECASE):
        return False
    before = text.sentences[max(0, number - _BEFORE)].start
    return _FORGOTTEN.search(text.document.text[before : text.sentences[number].end]) is not None


def _doubling(search: LabelSearch) -> int | None:
    """The label's sentence against a double dose."""
    found: int | None = search.kept("double dose", lambda: next(_no_doubles(search), None))
    return found


def _no_doubles(search: LabelSearch) -> Iterator[int]:
    yield from (number for number, one in enumerate(search.index.sentences) if one.negations and _NO_DOUBLE.search(search.said(one)))


def _instruction(sentence: Sentence) -> list[str]:
    """The words of what a sentence tells to do, up to the end of its first clause; none where it tells nothing, or what not to do."""
    forms = sentence.line.split()
    if sentence.subject not in ("reader", "other") or not _DENYING.isdisjoint(forms):
        return []
    norms = [
        word.norm for place, word in enumerate(sentence.words)
        if not any(scope.kind == "conditional" and scope.first <= place < scope.last for scope in sentence.scopes)
    ]  # fmt: skip
    while norms and (norms[0] in _END or norms[0] in _LEADING or not norms[0][:1].isalpha()):
        norms = norms[1:]
    told: list[str] = []
    for norm in norms:
        if norm in _END:
            break
        told.append(norm)
    return told if told and told[0] in _DOING else []


def _forbidden(search: LabelSearch, told: list[str]) -> int | None:
    stems = search.telling(told) - stems_for(_PLAIN)
    return search.naming(stems, lambda one: _says_not(search, one, stems)) if 0 < len(stems) <= _LONGEST else None


def _says_not(search: LabelSearch, sentence: LabelSentence, stems: frozenset[str]) -> bool:
    """Whether a sentence of the label has all of the stems in the clause after one of its “do not”."""
    if not sentence.negations or search.section(sentence) not in _TOLD:
        return False
    said = search.said(sentence)
    for found in _NOT.finditer(said):
        clause = re.split(r"[.;:(]|\bbut\b|\bunless\b|\buntil\b", said[found.end() :], maxsplit=1)[0]
        if stems <= search.telling(re.findall(r"[a-z'-]+", clause.lower())):
            return True
    return False
