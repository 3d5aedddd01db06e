"""Where a medicine is kept, how it is given and whether with food: one of a few ways, of which the label names its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import span_of
from lint.checks.topics import standing
from lint.evidence import LabelSearch
from lint.evidence.judge import MEANT
from lint.types.rule import Rule, Topic
from lint.types.text import Span, Text

# What rules out a way where it stands before its words: a way that the label forbids is not one that it names.
_FORBIDDEN = re.compile(r"\b(?:not|never|avoid|without|discard|no)\b[^.;]{0,30}$", re.IGNORECASE)

_EITHER = "either"  # the way of a label, or a text, that leaves a matter open
# A medicine that has been opened or mixed is kept otherwise than the one in its pack.
OPENED = re.compile(
    r"\b(?:opened|in use|being used|you are using|after (?:opening|mixing|first use|reconstitution|dilution)|reconstituted|diluted|"
    r"punctur)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A matter with a few ways; a text says one of them by a part of the topic, a label by the pattern of the same name."""

    topic: str
    sections: frozenset[str]  # of the label, in which it is answered
    ways: Mapping[str, re.Pattern[str]]
    statement: str


def _ways(**patterns: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


_INJECTED = r"\binject|\bprefilled|\bvials?\b|\binfus|\bsyringes?\b|subcutaneous|intravenous|intramuscular"
STORAGE = Question(
    "kept-where", frozenset(["storage", "forms", "patient", "product"]),
    _ways(
        freezer=r"\bfrozen\b|\bfreeze\b|\bin (?:a|the) freezer\b|\bstore (?:at|below) (?:-|–|minus )\d",
        fridge=r"refrigerat|\bfridge\b|\b2 ?(?:°|º) ?C? ?(?:to|-|–|and) ?8 ?(?:°|º)",
        room=r"room temperature|\b(?:20|15) ?(?:°|º) ?C? ?(?:to|-|–|and) ?(?:25|30) ?(?:°|º)|(?:below|above|exceeding) (?:25|"
            r"30) ?(?:°|º)|special storage",
    ),
    "The label says where to keep it.",
)  # fmt: skip
ROUTE = Question(
    "given-how", frozenset(["product", "indications", "dosage", "forms", "description", "patient"]),
    _ways(
        oral=r"\boral(?:ly)?\b|\btablets?\b|\bcapsules?\b|\bby mouth\b|\bswallow|\bsyrup\b|\bchew",
        vein=r"intravenous|\binfus|\binto (?:a|the|your) vein|\bdrip\b",
        skin=r"subcutaneous|under the skin", muscle=r"intramuscular|into (?:a|the|your) muscle", injected=_INJECTED,
        topical=r"\btopical|\bcream\b|\bointment\b|\bgel\b|\blotion\b|\bpatch|\btransdermal|\bcutaneous\b|\bapply\b",
        inhaled=r"\binhal|\bpuffs?\b|\bnebuli", tongue=r"sublingual|\bunder the tongue", nose=r"\bnasal|\bnostril|\bnose\b",
        eye=r"ophthalmic|\beye drops?\b|\binto the eyes?\b|\bintravitreal|\bocular\b",
        rectal=r"\brectal|suppositor|\benema",
    ),
    "The label says how it is given.",
)  # fmt: skip
FOOD = Question(
    "taken-with-food", frozenset(["dosage", "patient"]),
    _ways(
        empty=r"empty stomach|(?:hours?|minutes) (?:before|after) (?:a |any |the |next |your )*(?:meal|food|eating|eat)|no food|fasted",
        food=r"\bwith (?:a )?(?:food|meals?|breakfast)|(?<!hours )(?<!hour )\bafter (?:a )?(?:meals?|food|eating)|"
            r"\bduring (?:a )?meals?|\bfed\b",
        either=r"\b(?:with or without|regard to|regardless of|irrespective of|independent(?:ly)? of) (?:a |any )?(?:food|meals?)"
        r"|\bbefore,? (?:during,? )?or after (?:a )?(?:meals?|food|eating)",
    ),
    "The label says whether to take it with food.",
)  # fmt: skip
WHEN = Question(
    "taken-when", frozenset(["dosage", "patient"]),
    _ways(
        morning=r"\b(?:in the|every|each) mornings?\b|\bbefore breakfast\b|\bmorning dose\b|\bfirst meal of the day\b",
        evening=r"\b(?:in the|every|each) evenings?\b|\b(?:at|before) (?:bed(?:time)?|night)\b|\bevening dose\b|\bnightly\b",
        either=r"\bany time of (?:the )?day\b|\b(?:morning|evening) or (?:in the |at )?(?:morning|evening|night|bedtime)\b",
    ),
    "The label says at what time of day.",
)  # fmt: skip


def other_storage(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each place to keep the medicine that the label, which names others, does not name."""
    yield from _other(text, rule, brief, STORAGE)


def other_route(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each way of giving the medicine that the label, which names others, does not name."""
    yield from _other(text, rule, brief, ROUTE)


def other_food(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Sentences that say to take the medicine with food where the label says without, or the other way round."""
    yield from _other(text, rule, brief, FOOD)


def other_time_of_day(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Sentences that have the medicine taken in the evening where the label names the morning only, or the other way round."""
    yield from _other(text, rule, brief, WHEN)


def same_way(text: Text, brief: Brief) -> Iterator[tuple[int, LabelSearch, int]]:
    """Each sentence that says where to keep the medicine, or whether with food, as the label does, with the label's sentence."""
    for question in (STORAGE, FOOD, WHEN):
        topic = brief.rulebook.topic(question.topic)
        for number, _, way in _said(text, brief, topic) if topic and brief.labels else ():
            base, _, insisted = way.partition("-")
            for search in brief.labels:
                named, _ = _named(search, question, brief)
                if base in named and not insisted and (_EITHER not in named or base == _EITHER) and not _of_another(text, number, brief):
                    yield number, search, named[base]


def _other(text: Text, rule: Rule, brief: Brief, question: Question) -> Iterator[Candidate]:
    topic = brief.rulebook.topic(question.topic)
    said = list(_said(text, brief, topic)) if topic and brief.labels else []
    for search in brief.labels if said else ():
        named, forbidden = _named(search, question, brief)
        flagged = set[tuple[int, str]]()
        for number, span, way in sorted(said, key=lambda one: "-" in one[2]):
            base = way.partition("-")[0]
            other = (
                named
                and (number, base) not in flagged
                and base in question.ways
                and _apart(way, named)
                and not _of_another(text, number, brief)
            )
            if other and not search.verbatim(number) and not (_long(search, number) and restated(number, brief)):
                flagged.add((number, base))
                best = named.get(_EITHER, forbidden.get(base, next(iter(named.values()))))
                evidence = evidence_of_sentence(search, best, question.statement)
                yield Candidate(rule, span, "error", number, search.reference.drug, (evidence,))


def _apart(way: str, named: Mapping[str, int]) -> bool:
    """Whether a label that names these ways is against one of a text; `food-only` is what a text insists on."""
    base, _, insisted = way.partition("-")
    if _EITHER in named:
        return base != _EITHER and bool(insisted)
    return base not in named and not (base == _EITHER and len(named) > 1)


def _long(search: LabelSearch, number: int) -> bool:
    """Whether a sentence says enough for its words alone to tell that the label says the same: “take it with food” does not."""
    return len(set(search.stated(number).stems)) >= MEANT


def _said(text: Text, brief: Brief, topic: Topic) -> Iterator[tuple[int, Span, str]]:
    """The ways that the text says, each with its sentence; one that leaves the matter open says no other."""
    found = list(standing(topic, text, brief.matches))
    left_open = {hit.sentence for way, hit in found if way == _EITHER}
    for way, hit in found:
        opened = topic.id == STORAGE.topic and OPENED.search(text.sentences[hit.sentence].line) is not None
        if not opened and (way == _EITHER or hit.sentence not in left_open):
            yield hit.sentence, span_of(text, hit), way


def _named(search: LabelSearch, question: Question, brief: Brief) -> tuple[dict[str, int], dict[str, int]]:
    """The ways that the label names, and those it forbids, each with the first sentence that does; the most often said comes first."""
    return search.kept(question.topic, lambda: _count(search, question, brief))


def _count(search: LabelSearch, question: Question, brief: Brief) -> tuple[dict[str, int], dict[str, int]]:
    first, forbidden, times = dict[str, int](), dict[str, int](), dict[str, int]()
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) in question.sections:
            words = search.said(sentence)
            if question is ROUTE and others_named(re.findall(r"[a-z]{5,}", words.lower()), brief):
                continue
            if question is STORAGE and OPENED.search(words) and not _FORBIDDEN.search(words):
                continue
            for way, pattern in question.ways.items():
                places = [_FORBIDDEN.search(words[: found.start()]) is None for found in pattern.finditer(words)]
                if any(places):
                    first.setdefault(way, number)
                    times[way] = times.get(way, 0) + 1
                elif places:
                    forbidden.setdefault(way, number)
    return {way: first[way] for way in sorted(first, key=lambda way: (-times[way], first[way]))}, forbidden


def _of_another(text: Text, number: int, brief: Brief) -> bool:
    """Whether a sentence names another medicine, which it may then be about."""
    return others_named((word.norm for word in text.sentences[number].words), brief)


def others_named(forms: Iterable[str], brief: Brief) -> bool:
    """Whether one of some words is a medicine that no reference is about."""
    own = {name for reference in brief.references for name in reference.names}
    drugs = {reference.drug for reference in brief.references}
    return any(len(form) > 4 and form not in own and (drug := brief.corrector.drugs.exact(form)) and drug not in drugs for form in forms)
