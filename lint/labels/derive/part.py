"""Some sections of a label as a text of their own, in which topics are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from lint.checks.topics import mentions
from lint.rulebook import Matches, Rulebook
from lint.types.label import Label, Passage
from lint.types.reference import Citation, Fact
from lint.types.rule import Topic, Way
from lint.types.text import Sentence, Text

LABEL = "label"  # the part of a topic that holds the wordings of labels
SLUG = str.maketrans(" /,()’'", "-------")


@dataclass(frozen=True)
class Reading:
    """A label after the language step."""

    label: Label
    text: Text  # each passage is one block
    rulebook: Rulebook
    _parts: dict[tuple[str, ...], Part] = field(default_factory=dict)

    def part(self, *sections: str) -> Part:
        """The sentences of some sections."""
        if sections not in self._parts:
            chosen = [s for s in self.text.sentences if self.label.passages[s.block].section in sections]
            self._parts[sections] = Part(self, replace(self.text, sentences=tuple(chosen)))
        return self._parts[sections]

    def passage(self, sentence: Sentence) -> Passage:
        """Where a sentence stands."""
        return self.label.passages[sentence.block]

    def quote(self, sentence: Sentence) -> str:
        """A sentence, verbatim."""
        return self.text.document.text[sentence.start : sentence.end]

    def fact(self, kind: str, name: str, statement: str, sentence: Sentence, severity: str = "info", topic: str = "") -> Fact:
        """A fact that rests on a sentence of the label."""
        passage = self.passage(sentence)
        section = " › ".join(passage.path) or passage.section
        return Fact(
            id=f"{self.label.drug}.{self.label.jurisdiction.lower()}.{kind}.{name}".translate(SLUG).lower(), kind=kind, topic=topic,
            jurisdictions=(self.label.jurisdiction,), statement=statement, severity=severity,
            citations=(citation(self.label, section),), quote=self.quote(sentence), passage=passage.id,
        )  # fmt: skip


@dataclass(frozen=True)
class Part:
    """The sentences of some sections, and what the patterns find in them."""

    reading: Reading
    text: Text

    @cached_property
    def matches(self) -> Matches:
        """Every pattern of the rulebook, found in these sentences."""
        return self.reading.rulebook.patterns.match(self.text.sentences)

    def spoken(self, topic: Topic) -> Sentence | None:
        """The first sentence that speaks of a topic: in the words of labels where it has some, else in those of patients."""
        ways = (Way(((LABEL, 1),), 1),) if LABEL in dict(topic.parts) else topic.full
        plain = replace(topic, unless=tuple(scope for scope in topic.unless if scope != "question"))
        found = min(mentions(plain, ways, self.text, self.matches), key=lambda mention: mention.first, default=None)
        return self.text.sentences[found.first] if found else None

    def only(self, sentence: Sentence) -> Part:
        """One of its sentences."""
        return Part(self.reading, replace(self.text, sentences=(sentence,)))

    def without(self, words: re.Pattern[str]) -> Part:
        """The part without the sentences that have some words."""
        kept = tuple(sentence for sentence in self.text.sentences if not words.search(self.reading.quote(sentence)))
        return Part(self.reading, replace(self.text, sentences=kept))

    def spoken_of(self, section: str) -> Iterator[tuple[Topic, Sentence]]:
        """The topics that are looked for in a section of labels, each with the first sentence that speaks of it."""
        for topic in self.reading.rulebook.topics:
            if section in topic.found_in:
                sentence = self.spoken(topic)
                if sentence is not None:
                    yield topic, sentence


def citation(label: Label, section: str) -> Citation:
    """A place of the label, for people to open."""
    version = f", version {label.version}" if label.version else ""
    return Citation(title=label.title + version, section=section, date=label.date, url=label.url, confirmed=True)
