"""Which kind of text a document is, when nobody says: it decides which statements are due."""

from __future__ import annotations

from lint.checks.topics import spoken
from lint.rulebook import Matches, Rulebook
from lint.types.text import Text

BLURB_WORDS = 80  # a text of fewer words is a blurb


def guess_kind(text: Text, rulebook: Rulebook, matches: Matches) -> str:
    """leaflet | article | blurb: by length, then by the headings and phrases that leaflets have (topic `leaflet-form`)."""
    if word_count(text) < BLURB_WORDS:
        return "blurb"
    topic = rulebook.topic("leaflet-form")
    return "leaflet" if topic and spoken(topic, topic.full, text, matches) else "article"


def word_count(text: Text) -> int:
    """How many words the text has; marks and numbers alone do not count."""
    return sum([word.text.isalpha() or any(map(str.isalpha, word.text)) for sentence in text.sentences for word in sentence.words])
