"""Uses that a text names, against those the reference has as approved in the jurisdiction."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.scopes import about_drug, excepted, span_of, under
from lint.rulebook import Hit
from lint.types.reference import Fact, Reference
from lint.types.text import Span, Text

_INTRODUCING = frozenset(["uses", "used", "treats", "indications", "indication"])  # in the heading or first cell of a list of uses
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
    named = conditions(brief)
    for number in sorted({*openings, *_listed(text, openings)}):
        first = min(openings.get(number, ()), key=lambda hit: hit.first, default=None)
        found = {name: [h for h in hs if not first or h.last > first.first] for name, hs in named.get(number, {}).items()}
        hits = [hit for hs in found.values() for hit in hs]
        if hits:
            opening = first or min(hits, key=lambda hit: hit.first)
            span = Span(span_of(text, opening).start, span_of(text, max(hits, key=lambda hit: hit.last)).end)
            yield Use(number, tuple(name for name, hs in found.items() if hs), span)


def _listed(text: Text, openings: Container[int]) -> Iterator[int]:
    """The list items and table cells that a stem or heading on uses introduces."""
    introduced = False
    for number, sentence in enumerate(text.sentences):
        kind = text.document.blocks[sentence.block].kind
        if kind in ("list-item", "cell"):
            introduced = introduced or (kind == "cell" and not _INTRODUCING.isdisjoint(sentence.line.split()))
            if introduced:
                yield number
        else:
            stem = sentence.line.rstrip().endswith(":") and number in openings
            introduced = stem or (kind == "heading" and not _INTRODUCING.isdisjoint(sentence.line.split()))


def conditions(brief: Brief) -> dict[int, dict[str, list[Hit]]]:
    """The conditions that a text names: for each sentence the topic ids, each with its hits."""
    found: dict[int, dict[str, list[Hit]]] = {}
    for topic in brief.rulebook.topics:
        for pattern in dict(topic.parts).get(CONDITION, ()):
            for hit in brief.matches.of(pattern):
                if not excepted(brief.matches, hit, topic.exceptions):
                    found.setdefault(hit.sentence, {}).setdefault(topic.id, []).append(hit)
    return found


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
