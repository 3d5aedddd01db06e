"""Where a text says to keep the medicine, against where the label says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.scopes import excepted, span_of, under
from lint.references import quoted
from lint.types.label import Passage
from lint.types.rule import Rule, Topic
from lint.types.text import Span, Text

# How labels say each of the places; a sentence that forbids a place does not count for it.
_LABEL = {
    "freezer": re.compile(r"\bfrozen\b|\bin (?:a|the) freezer\b|\bstore (?:at|below) (?:-|–|minus )\d", re.IGNORECASE),
    "fridge": re.compile(r"refrigerat|\bfridge\b|\b2 ?(?:°|º) ?C? ?(?:to|-|–|and) ?8 ?(?:°|º)", re.IGNORECASE),
    "room": re.compile(
        r"room temperature|\b(?:20|15) ?(?:°|º) ?C? ?(?:to|-|–|and) ?(?:25|30) ?(?:°|º)|(?:below|above|exceeding) (?:25|30) ?(?:°|º)",
        re.IGNORECASE,
    ),
}
_FORBIDDEN = re.compile(r"\b(?:not|never|avoid|without|discard)\b[^.;]{0,30}$", re.IGNORECASE)


def other_storage(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each place to keep the medicine (parts of the topic `kept-where`) that the label, which names others, does not name."""
    topic = brief.rulebook.topic("kept-where")
    for search in brief.labels if topic else ():
        passages = [passage for passage in search.reference.passages if passage.section in ("storage", "forms", "patient", "product")]
        named = {place: passage for passage in reversed(passages) for place in _places(passage.text)}
        if topic and named:
            for number, span, place in _said(text, brief, topic):
                if place not in named:
                    passage = next(iter(named.values()))
                    evidence = quoted(search.reference, passage, _sentence(passage, *named), "The label says where to keep it.")
                    yield Candidate(rule, span, "error", number, search.reference.drug, (evidence,))


def _said(text: Text, brief: Brief, topic: Topic) -> Iterator[tuple[int, Span, str]]:
    for place, patterns in topic.parts:
        for pattern in patterns:
            for hit in brief.matches.of(pattern):
                free = not under(text.sentences[hit.sentence], hit, topic.unless) and not excepted(brief.matches, hit, topic.exceptions)
                if free:
                    yield hit.sentence, span_of(text, hit), place


def _places(text: str) -> Iterator[str]:
    for place, pattern in _LABEL.items():
        if any(not _FORBIDDEN.search(text[: found.start()]) for found in pattern.finditer(text)):
            yield place


def _sentence(passage: Passage, *places: str) -> str:
    """The label's words around the first place they name, verbatim."""
    starts = [found.start() for place in places for found in _LABEL[place].finditer(passage.text)]
    at = min(starts, default=0)
    begin = max(passage.text.rfind(". ", 0, at) + 2 if ". " in passage.text[:at] else 0, 0)
    end = passage.text.find(". ", at)
    return passage.text[begin : end + 1 if end >= 0 else len(passage.text)]
