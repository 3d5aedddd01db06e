"""Whether a text speaks of a topic: well enough, in passing, or not at all."""

from __future__ import annotations

from lint.checks.brief import Brief
from lint.checks.topics import Mention, spoken
from lint.types.rule import Topic
from lint.types.text import Text


def status_of(text: Text, topic: Topic, brief: Brief) -> tuple[str, Mention | None]:
    """present, inadequate or missing, and where the text speaks of it."""
    full = spoken(topic, topic.full, text, brief.matches, asked=True)
    if full:
        return "present", full
    partial = spoken(topic, topic.partial, text, brief.matches, asked=True)
    return ("inadequate", partial) if partial else ("missing", None)
