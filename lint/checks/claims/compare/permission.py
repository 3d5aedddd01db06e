"""Sentences that allow what the label rules out: in a contraindication, with a substance to avoid, in pregnancy.

Topics that list their own `denied` wordings are left to those.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.topics import mentions
from lint.language.drugnames import other_names
from lint.references import evidence_of
from lint.types.reference import Fact
from lint.types.rule import Rule, Topic
from lint.types.text import Sentence, Span, Text

_RULED_OUT = frozenset(["contraindicated", "avoid", "reduce-dose"])
_ADVISED_AGAINST = ("avoid", "contraindicat", "not recommended", "should not", "do not", "must not", "not be used", "harm", "discontinue")
_NOT_NAMES = frozenset(["label", "act", "talk", "avoid", "denied", "caution", "weak", "tests"])  # parts of topics that name no matter
_GUARDS = frozenset("unless only doctor doctors specialist ask avoid but however prescriber pharmacist except".split())


def permitted(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that allows, or waves aside, what a fact of a reference rules out, and names nobody to ask first."""
    for name in ("permission", "waved-aside"):
        topic = brief.rulebook.topic(name)
        for mention in mentions(topic, topic.full, text, brief.matches) if topic else ():
            sentence = text.sentences[mention.first]
            if not _GUARDS.isdisjoint(sentence.line.split()):
                continue
            for reference in brief.references:
                against = [f for f in reference.facts_in(brief.jurisdiction) if _ruled_out(f) and _named(f, mention.first, sentence, brief)]
                if against:
                    evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in against)
                    span = Span(sentence.start, sentence.words[-1].end)
                    yield Candidate(rule, span, "error", mention.first, reference.drug, evidence)
                    break


def _ruled_out(fact: Fact) -> bool:
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
