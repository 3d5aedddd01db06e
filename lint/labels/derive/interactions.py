"""The substances a label says the medicine interacts with, and what it tells to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lint.labels.derive.part import Reading
from lint.labels.derive.risks import substances
from lint.types.reference import Fact

_CONSEQUENCES = (
    ("contraindicated", ("contraindicat",)),
    ("reduce-dose", ("not exceed",)),
    ("avoid", ("avoid", "not recommended", "do not", "should not", "must not", "not be used", "not be taken", "not be given")),
    ("reduce-dose", ("reduce the dose", "dose reduction", "lower the dose", "lower dose", "decrease the dose", "dosage reduction",
                     "reduce dosage", "adjust the dose", "dose adjust", "dosage adjust", "do not exceed", "reduced dose")),
    ("caution", ("caution", "monitor", "closely", "carefully")),
)  # fmt: skip
_FOODS = frozenset("alcohol grapefruit cranberry milk dairy antacid antacids caffeine ethanol".split())  # and no medicines
_SAID = {
    "contraindicated": "The label rules out taking it with {}.", "avoid": "The label says not to take it with {}.",
    "reduce-dose": "The label asks for another dose with {}.", "caution": "The label asks for caution with {}.",
    "ask": "The label names an interaction with {}.",
}  # fmt: skip


def interactions(reading: Reading, drug_of: Callable[[str], str | None]) -> Iterator[Fact]:
    """One fact for each substance, with the strongest consequence that a sentence naming it states."""
    part = reading.part("interactions")
    found: dict[str, Fact] = {}
    for sentence in part.text.sentences:
        for name, _ in substances(part.only(sentence), reading.label.drug, lambda word: word if word in _FOODS else drug_of(word)):
            consequence = consequence_of(sentence.line)
            made = reading.fact("interaction", name, _SAID[consequence].format(name), sentence, _severity(consequence))
            made = replace(made, substances=(name,), consequence=consequence)
            if name not in found or _rank(consequence) < _rank(found[name].consequence):
                found[name] = made
    yield from found.values()


def consequence_of(line: str) -> str:
    """What a sentence tells to do about a substance it names: its strongest word."""
    return next((name for name, cues in _CONSEQUENCES if any(cue in line for cue in cues)), "ask")


def _rank(consequence: str) -> int:
    return ("contraindicated", "avoid", "reduce-dose", "caution", "ask").index(consequence)


def _severity(consequence: str) -> str:
    return "warning" if consequence in ("contraindicated", "avoid") else "info"
