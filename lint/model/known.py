"""What the rules know of a text's sentences, as features: patterns of claims, topics spoken of, kinds of statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint.model.features import Feature
from lint.rulebook import Hit, Matches, Rulebook
from lint.types.text import Sentence, Text


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
                    add(pattern, "@condition" if part == "condition" else f"topic {topic.id} {part}")
                    if part == "denied" or any(part in dict(way.parts) for way in topic.denied):
                        add(pattern, "denied topic")
        for kind in rulebook.kinds:
            for pattern in kind.patterns:
                add(pattern, f"states {kind.kind}")
        return cls({pattern: tuple(found) for pattern, found in names.items()})

    def features(self, text: Text, matches: Matches) -> list[list[Feature]]:
        """For each sentence what was found in it."""
        found: list[dict[Feature, None]] = [{} for _ in text.sentences]
        for pattern, names in self.names.items():
            for hit in matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                first, last = _forms(sentence, hit)
                free = not any(s.first <= hit.quote_first < s.last for s in sentence.scopes if s.kind in ("negated", "hedged", "question"))
                for name in names:
                    found[hit.sentence][name, first, last] = None
                    if not free and name[0] != "@":
                        found[hit.sentence][f"{name} excused", first, last] = None
        return [list(features) for features in found]


def _forms(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """The forms of the line that a hit's quoted words stand for."""
    first, last = sentence.offsets[hit.quote_first], sentence.offsets[hit.quote_last - 1]
    return sentence.line.count(" ", 0, first) - 1, sentence.line.count(" ", 0, last)
