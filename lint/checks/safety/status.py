"""Whether a text speaks of a topic: well enough, in passing, or not at all."""

from __future__ import annotations

from lint.checks.brief import Brief
from lint.checks.topics import Mention, mentions, spoken
from lint.types.reference import Fact
from lint.types.rule import Topic
from lint.types.text import Place, Span, Text


def status_of(text: Text, topic: Topic, brief: Brief, fact: Fact | None = None) -> tuple[str, Mention | None]:
    """present, inadequate or missing, and where the text speaks of it; what contradicts the `fact` it rests on is inadequate."""
    places = against(fact, brief)
    full = spoken(topic, topic.full, text, brief.matches, asked=True)
    if full and places:
        found = sorted(mentions(topic, topic.full, text, brief.matches, asked=True), key=lambda mention: mention.first)
        sound = next((mention for mention in found if not within(text, mention.span, places)), None)
        return ("present", sound) if sound else ("inadequate", full)
    if full:
        return "present", full
    partial = spoken(topic, topic.partial, text, brief.matches, asked=True)
    return ("inadequate", partial) if partial else ("missing", None)


def against(fact: Fact | None, brief: Brief) -> tuple[Place, ...]:
    """Where the text says what a fact contradicts."""
    if fact is None:
        return ()
    return tuple(claim.place for claim in brief.contradicted
                 if any(one.fact == fact.id or (one.quote and one.quote == fact.quote) for one in claim.evidence))  # fmt: skip


def within(text: Text, span: Span, places: tuple[Place, ...]) -> bool:
    """Whether words stand in one of some places, in part at least."""
    own = text.document.place(span.start, span.end)
    return any(own.start < place.end and place.start < own.end for place in places)
