"""What the label approves the medicine for, and what it says it is not for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint.checks.uses import conditions_in
from lint.labels.derive.part import Reading
from lint.types.reference import Fact
from lint.types.text import Sentence

_CONTEXT = (
    " risk factor",
    " history of ",
    " without ",
    " in the absence of ",
    " such as age ",
    " unresponsive to ",
    " candidates for ",
    " despite ",
)
_WHOM = (" patients with ", " people with ", " adults with ", " children with ", " in patients ", " individuals with ")
_NEAR = 40  # characters from “patients with” to the condition
_LIMITS = ("indicat", "recommend", "approv", "establish", "demonstrat", "studied", "used", "effective", "intended")


def indications(reading: Reading) -> Iterator[Fact]:
    """One fact for each condition that the label names as a use or as none."""
    part = reading.part("indications")
    seen: set[tuple[str, str]] = set()
    for number, named in sorted(conditions_in(reading.rulebook, part.matches).items()):
        sentence = part.text.sentences[number]
        for name, hits in named.items():
            if all(_context(sentence, hit.first) for hit in hits):
                continue
            kind = "off-label" if _denies(sentence, min(hit.first for hit in hits)) else "indication"
            first = min(hit.first for others in named.values() for hit in others)
            if kind == "indication" and all(_whom(sentence, first, hit.first) for hit in hits):
                kind = "population"
            topic = reading.rulebook.topic(name)
            if topic is not None and (kind, name) not in seen:
                seen.add((kind, name))
                what = {"indication": "approves it for", "off-label": "says it is not for", "population": "speaks of patients with"}[kind]
                made = reading.fact(kind, name, f"The label {what}: {topic.title}.", sentence, "warning")
                yield replace(made, conditions=(name,))
    if not any(kind == "indication" for kind, _ in seen) and part.text.sentences:
        yield reading.fact("indication", "stated", "The label says what it approves the medicine for.", part.text.sentences[0], "warning")


def limits(reading: Reading) -> Iterator[Fact]:
    """Sentences that narrow the approved uses."""
    for number, sentence in enumerate(reading.part("indications").text.sentences):
        if _denies(sentence, len(sentence.words)) or "limitation" in sentence.line:
            yield reading.fact("limit-of-benefit", str(number + 1), "The label limits its use.", sentence)


def _context(sentence: Sentence, word: int) -> bool:
    """Whether a condition is only named as a risk or history of those who are treated."""
    before = sentence.line[: sentence.offsets[word]]
    return max(before.rfind(cue) for cue in _CONTEXT) > max(before.rfind(" indicated "), before.rfind(" to reduce "), before.rfind(":"), -1)


def _whom(sentence: Sentence, first: int, word: int) -> bool:
    """Whether a condition says whom the medicine is for, after another that says for what."""
    between = sentence.line[sentence.offsets[first] : sentence.offsets[word]]
    return first < word and any(cue in between and len(between) - between.rfind(cue) - len(cue) < _NEAR for cue in _WHOM)


def _denies(sentence: Sentence, word: int) -> bool:
    """Whether the sentence says, up to a word, that something is no approved use."""
    line = sentence.line
    until = sentence.offsets[word] if word < len(sentence.offsets) else len(line)
    negated = any(scope.kind == "negated" for scope in sentence.scopes)
    at = min((place for place in (line.find(" not "), line.find(" no ")) if place >= 0), default=-1)
    return negated and 0 <= at < until and any(cue in line for cue in _LIMITS) and " not only " not in line


__all__ = ["indications", "limits"]
