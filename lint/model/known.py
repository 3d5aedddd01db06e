"""What the rules know of a text's sentences, as features: patterns of claims, topics spoken of, kinds of statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from lint.model.features import Feature
from lint.rulebook import Rulebook
from lint.rulebook.hits import Found
from lint.rulebook.load import CONDITION
from lint.types.text import Sentence

SHUT = frozenset(["negated", "hedged", "question"])  # scopes that take back what is said


@dataclass(frozen=True)
class Known:
    """Which features each pattern of the rulebook stands for."""

    names: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Known:
        """From the patterns of claim rules, topics and kinds of statement."""
        names: dict[str, dict[str, None]] = {}

        def add(pattern: str, name: str) -> None:
            names.setdefault(pattern, {})[name] = None

        for rule in rulebook.rules_for("claims"):
            for match in rule.matches:
                add(match.pattern, f"rule {rule.name}")
                for pattern in match.exceptions + match.unless_sentence:
                    add(pattern, f"excuse {rule.name}")
        for topic in rulebook.topics:
            for part, patterns in topic.parts:
                for pattern in patterns:
                    add(pattern, "@condition" if part == CONDITION else f"topic {topic.id} {part}")
                    if part == "denied" or any(part in dict(way.parts) for way in topic.denied):
                        add(pattern, "denied topic")
        for kind in rulebook.kinds:
            for pattern in kind.patterns:
                add(pattern, f"states {kind.kind}")
        return cls({pattern: tuple(found) for pattern, found in names.items()})

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {pattern: number for number, pattern in enumerate(self.names)}

    @cached_property
    def named(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """For each pattern the names of its features, and what they are called where they stand under a negation, hedge or question."""
        return {pattern: [(name, "" if name[0] == "@" else f"{name} excused") for name in names] for pattern, names in self.names.items()}

    def features(self, sentence: Sentence, found: Found) -> list[Feature]:
        """What was found in a sentence."""
        order = self._order
        hits = sorted([(order[pattern], pattern, place) for pattern, place in found if pattern in order], key=itemgetter(0))
        shut = [(s.first, s.last) for s in sentence.scopes if s.kind in SHUT]
        features: dict[Feature, None] = {}
        for _, pattern, (_, _, quote_first, quote_last) in hits:
            first = sentence.line.count(" ", 0, sentence.offsets[quote_first]) - 1  # the forms of the line that the words stand for
            last = sentence.line.count(" ", 0, sentence.offsets[quote_last - 1])
            free = not any(start <= quote_first < end for start, end in shut)
            for name, excused in self.named[pattern]:
                features[name, first, last] = None
                if not free and excused:
                    features[excused, first, last] = None
        return list(features)
