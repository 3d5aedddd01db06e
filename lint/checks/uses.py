"""Uses that a text names, against those the reference has as approved in the jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.scopes import about_drug, excepted, span_of, under
from lint.rulebook import Hit
from lint.types.reference import Fact, Reference
from lint.types.text import Span, Text

CONDITION = "condition"  # the part by which a topic is known as a condition that medicines treat


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence that says what the drug is used for."""

    sentence: int
    conditions: tuple[str, ...]  # topic ids
    span: Span  # from the words that say so to the last condition


def uses(text: Text, brief: Brief) -> Iterator[Use]:
    """Every sentence that says which conditions the drug is used for."""
    kinds = [kind for kind in brief.rulebook.kinds if kind.kind == "indication"]
    openings: dict[int, list[Hit]] = {}
    for kind in kinds:
        for pattern in kind.patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                free = not under(sentence, hit, ("negated", "question")) and not excepted(brief.matches, hit, kind.exceptions)
                if free and about_drug(text, hit):
                    openings.setdefault(hit.sentence, []).append(hit)
    for number, hits in sorted(openings.items()):
        first = min(hits, key=lambda hit: hit.first)
        found = {name: [h for h in hs if h.last > first.first] for name, hs in _condition_hits(text, brief, number).items()}
        last = max((hit for hs in found.values() for hit in hs), key=lambda hit: hit.last, default=None)
        if last is not None:
            conditions = tuple(name for name, hs in found.items() if hs)
            yield Use(number, conditions, Span(span_of(text, first).start, span_of(text, last).end))


def conditions_in(text: Text, brief: Brief, number: int) -> tuple[str, ...]:
    """The conditions (topic ids) that a sentence names; none for a number before the first sentence."""
    return tuple(_condition_hits(text, brief, number)) if number >= 0 else ()


def outside_label(reference: Reference, brief: Brief, conditions: tuple[str, ...]) -> list[Fact]:
    """The facts that say a condition is not an approved use; the indications themselves where none speaks of it."""
    facts = reference.facts_in(brief.jurisdiction)
    approved = {c for fact in facts if fact.kind == "indication" for c in fact.conditions}
    if not approved:
        return []
    named = [fact for fact in facts if fact.kind == "off-label" and set(fact.conditions) & set(conditions) - approved]
    unknown = [c for c in conditions if c not in approved and c not in GENERAL and not any(c in f.conditions for f in facts)]
    return named or (approving(reference, brief) if unknown else [])


def approving(reference: Reference, brief: Brief) -> list[Fact]:
    """The facts that name the approved uses."""
    return [fact for fact in reference.facts_in(brief.jurisdiction) if fact.kind == "indication" and fact.conditions]


GENERAL = frozenset(["autoimmune-diseases", "organ-transplant", "skin-conditions"])  # too wide to be off or on label


def _condition_hits(text: Text, brief: Brief, number: int) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for topic in brief.rulebook.topics:
        for pattern in dict(topic.parts).get(CONDITION, ()):
            hits = [h for h in brief.matches.of(pattern) if h.sentence == number and not excepted(brief.matches, h, topic.exceptions)]
            if hits:
                found.setdefault(topic.id, []).extend(hits)
    return found
