"""Boxed risks that a text makes small or leaves out of its list of what matters most."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.scopes import span_of
from lint.checks.topics import Mention, mentions, standing
from lint.references import evidence_of
from lint.rulebook import Hit
from lint.types.reference import Fact
from lint.types.rule import Rule
from lint.types.text import Span, Text

NEAR = 12  # words between a minimising word and the risk it makes small


def boxed_minimised(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each boxed risk with a minimising word (topic `minimiser`) close to it and no figure that bears it out."""
    small = _hits(text, brief, "minimiser")
    figures = {hit.sentence for hit in _hits(text, brief, "frequency-figure")}
    for drug, fact, mention in _boxed_mentions(text, brief):
        for hit in small:
            if hit.sentence == mention.first == mention.last and hit.sentence not in figures:
                span = span_of(text, hit)
                whole = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
                if _words_between(text, hit, span, mention.span) <= NEAR:
                    yield Candidate(rule, whole, "error", hit.sentence, drug, (evidence_of(fact, brief.jurisdiction),))
                    break


def boxed_left_out(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Lists of “the main risks” (topic `main-risks`) that leave out a boxed risk, there and in the next two sentences."""
    topic = brief.rulebook.topic("main-risks")
    if topic is None:
        return
    named = [mention.first for _, _, mention in _boxed_mentions(text, brief)]
    for listing in mentions(topic, topic.full, text, brief.matches):
        if any(listing.first <= sentence <= listing.last + 2 for sentence in named):
            continue
        for reference in brief.references:
            boxed = [fact for fact in reference.facts_in(brief.jurisdiction) if fact.boxed]
            if boxed:
                words = text.sentences[listing.last].words
                span = Span(listing.span.start, max(listing.span.end, words[-1].end))
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in boxed)
                yield Candidate(rule, span, "error", listing.first, reference.drug, evidence)
                break


def _hits(text: Text, brief: Brief, topic_id: str) -> list[Hit]:
    topic = brief.rulebook.topic(topic_id)
    return [hit for _, hit in standing(topic, text, brief.matches)] if topic else []


def _boxed_mentions(text: Text, brief: Brief) -> Iterator[tuple[str, Fact, Mention]]:
    for reference in brief.references:
        seen: set[str] = set()
        for fact in reference.facts_in(brief.jurisdiction):
            topic = brief.rulebook.topic(fact.topic)
            if fact.boxed and topic is not None and topic.id not in seen:
                seen.add(topic.id)
                for mention in mentions(topic, (*topic.partial, *topic.full), text, brief.matches):
                    yield reference.drug, fact, mention


def _words_between(text: Text, hit: Hit, one: Span, other: Span) -> int:
    between = Span(min(one.end, other.end), max(one.start, other.start)) if max(one.start, other.start) > min(one.end, other.end) else None
    if between is None:
        return 0
    return sum(1 for word in text.sentences[hit.sentence].words if between.start <= word.start < between.end)
