"""Sentences that allow what the label rules out, or wave aside what it asks for: a contraindication, a substance, a test.

Topics that list their own `denied` wordings are left to those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import MOST_EVIDENCE, Candidate
from lint.checks.claims.compare.passage import restated
from lint.checks.topics import mentions
from lint.language.drugnames import other_names
from lint.references import evidence_of
from lint.types.reference import Fact
from lint.types.rule import Rule, Topic
from lint.types.text import Sentence, Span, Text

PERMISSION, WAVED = "permission", "waved-aside"  # topics
_RULED_OUT = frozenset(["contraindicated", "avoid", "reduce-dose"])
_ADVISED_AGAINST = ("avoid", "contraindicat", "not recommended", "should not", "do not", "must not", "not be used", "harm", "discontinue")
_ASKED_FOR = frozenset(["monitoring", "boxed", "contraindication", "pregnancy", "lactation"])  # kinds of fact that ask for something
_NOT_NAMES = frozenset(["label", "act", "talk", "avoid", "denied", "caution", "weak", "touched"])  # parts of topics that name no matter
_GUARDS = frozenset("unless only ask avoid but however except until".split())
_NOBODY = frozenset(["nobody", "none", "neither"])  # deny what they are said to be allowed
_NO_REASON = re.compile(r" (?:reason|need|have) (?:not )?to (?:avoid|ask)\b")  # what is waved aside itself
_ASKING = frozenset("doctor doctors specialist prescriber pharmacist".split())  # guards of a permission, not of what is waved aside


def permitted(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that allows, or waves aside, what a fact of a reference rules out or asks for, and the label does not say so."""
    for name in (PERMISSION, WAVED):
        topic = brief.rulebook.topic(name)
        for mention in mentions(topic, topic.full, text, brief.matches) if topic else ():
            sentence = text.sentences[mention.first]
            if free_of_guards(sentence, name) and not restated(mention.first, brief):
                yield from _against(text, rule, brief, mention.first, name)


def free_of_guards(sentence: Sentence, topic: str) -> bool:
    """Whether nothing in a sentence limits what it allows or waves aside: “only if”, “unless”, “ask your doctor”."""
    line = _NO_REASON.sub(" ", sentence.line).replace(" however well ", " ").replace(" however much ", " ")
    return (_GUARDS | _ASKING | _NOBODY if topic == PERMISSION else _GUARDS).isdisjoint(line.split())


def _against(text: Text, rule: Rule, brief: Brief, number: int, topic: str) -> Iterator[Candidate]:
    """The sentence as a candidate, if a fact of a reference is against it."""
    sentence = text.sentences[number]
    for reference in brief.references:
        facts = reference.facts_in(brief.jurisdiction)
        against = [fact for fact in facts if _opposed(fact, topic) and _named(fact, number, sentence, brief)]
        if against:
            evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in against[:MOST_EVIDENCE])
            yield Candidate(rule, Span(sentence.start, sentence.words[-1].end), "error", number, reference.drug, evidence)
            return


def _opposed(fact: Fact, topic: str) -> bool:
    if topic == WAVED:
        return bool(fact.consequence) or fact.kind in _ASKED_FOR
    if fact.consequence:
        return fact.consequence in _RULED_OUT
    return fact.kind in ("contraindication", "pregnancy", "lactation") and any(cue in fact.quote.lower() for cue in _ADVISED_AGAINST)


def _named(fact: Fact, number: int, sentence: Sentence, brief: Brief) -> bool:
    """Whether a sentence names the matter or the substance of a fact whose topic does not say itself how it is denied."""
    topic = brief.rulebook.topic(fact.topic)
    if topic is not None and topic.denied:
        return False
    if fact.substances:
        wanted = {name for substance in fact.substances for name in (substance, *other_names(substance))}
        return any(word.norm in wanted for word in sentence.words)
    return topic is not None and any(brief.matches.within(pattern, number) for pattern in _names(topic))


def _names(topic: Topic) -> Iterator[str]:
    for name, patterns in topic.parts:
        if name not in _NOT_NAMES:
            yield from patterns
