"""Which kind of text a document is, when nobody says: it decides which statements are due."""

from __future__ import annotations

from itertools import accumulate

from lint.checks.topics import spoken
from lint.rulebook import Matches, Rulebook
from lint.types.text import Sentence, Text

BLURB_WORDS = 80  # a text of fewer words is a blurb


def guess_kind(text: Text, rulebook: Rulebook, matches: Matches) -> str:
    """leaflet | article | blurb: by length, then by the headings and phrases that leaflets have (topic `leaflet-form`)."""
    if _is_short(text):
        return "blurb"
    topic = rulebook.topic("leaflet-form")
    return "leaflet" if topic and spoken(topic, topic.full, text, matches) else "article"


def word_count(text: Text) -> int:
    """How many words the text has; marks and numbers alone do not count."""
    return sum(_words(sentence) for sentence in text.sentences)


def _words(sentence: Sentence) -> int:
    return sum([word.text.isalpha() or any(map(str.isalpha, word.text)) for word in sentence.words])


def _is_short(text: Text) -> bool:
    """Whether a text has fewer words than one that is no blurb; a long one is not counted to its end."""
    counts = accumulate(_words(sentence) for sentence in text.sentences)
    return all(count < BLURB_WORDS for count in counts)
