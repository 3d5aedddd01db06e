"""Side effects that a text calls rarer than the label does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import restated
from lint.checks.scopes import span_of, under
from lint.references import evidence_of
from lint.rulebook import Hit
from lint.types.reference import Fact
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_RANKS = {"very common": 5, "common": 4, "uncommon": 3, "rare": 2, "very rare": 1}
_PARTS = (("very-rare", 1), ("rare", 2), ("uncommon", 3))  # parts of the topic `called-rare`, rarest first
_APART = 2  # ranks between what the text and the label say from which it is no matter of rounding
_BREAK = re.compile(r"[;,]|\b(?:and|but|while|whereas)\b")
_NEAR = 60  # code points between the frequency and the side effect


def frequency_understated(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each frequency word (topic `called-rare`) near a side effect that the label lists as two steps more frequent."""
    topic = brief.rulebook.topic("called-rare")
    if topic is None:
        return
    called: dict[tuple[int, int], tuple[int, Hit]] = {}
    for part, rank in _PARTS:
        for pattern in dict(topic.parts).get(part, ()):
            for hit in brief.matches.of(pattern):
                if not under(text.sentences[hit.sentence], hit, ("negated", "question")):
                    called.setdefault((hit.sentence, hit.last), (rank, hit))
    for rank, hit in called.values():
        sentence = text.sentences[hit.sentence]
        for drug, fact, effect in _listed(brief, sentence) if not restated(hit.sentence, brief) else ():
            if _RANKS[fact.frequency] - rank >= _APART:
                span = _near(text, sentence, hit, effect)
                if span is not None and not _called_common(text, brief, hit, span):
                    fields = (("label", fact.frequency),)
                    evidence = (evidence_of(fact, brief.jurisdiction),)
                    yield Candidate(rule, span, rule.severity, hit.sentence, drug, evidence, fields=fields)
                    break


def _listed(brief: Brief, sentence: Sentence) -> Iterator[tuple[str, Fact, str]]:
    """The side effects of the labels that a sentence names; one that is listed twice counts as the rarer."""
    for reference in brief.references:
        rarest: dict[str, Fact] = {}
        for fact in reference.facts_in(brief.jurisdiction):
            for effect in fact.effects if fact.frequency else ():
                known = rarest.get(effect)
                if known is None or _RANKS[fact.frequency] < _RANKS[known.frequency]:
                    rarest[effect] = fact
        for effect, fact in rarest.items():
            if f" {effect} " in sentence.line:
                yield reference.drug, fact, effect


def _near(text: Text, sentence: Sentence, hit: Hit, effect: str) -> Span | None:
    first = sentence.line.find(f" {effect} ") + 1
    words = [word for word, offset in zip(sentence.words, sentence.offsets, strict=True) if first <= offset < first + len(effect)]
    if not words:
        return None
    named, said = Span(words[0].start, words[-1].end), span_of(text, hit)
    whole = Span(min(named.start, said.start), max(named.end, said.end))
    apart = whole.end - whole.start - (named.end - named.start) - (said.end - said.start)
    return whole if apart <= _NEAR else None


def _called_common(text: Text, brief: Brief, hit: Hit, whole: Span) -> bool:
    """Whether the sentence calls the side effect common, and something else rare: “headache is common; hepatitis is rare”."""
    topic = brief.rulebook.topic("called-common")
    said = span_of(text, hit)
    for pattern in (pattern for _, patterns in topic.parts for pattern in patterns) if topic else ():
        for other in brief.matches.within(pattern, hit.sentence):
            common = span_of(text, other)
            between = whole.start < common.start and common.end < whole.end
            after = said.start == whole.start and whole.end <= common.start
            if between or (
                after
                and not _BREAK.search(text.document.text[whole.end : common.start])
                and _BREAK.search(text.document.text[said.end : whole.end])
            ):
                return True
    return False
