"""Repeats that share no run of words: the medicine introduced again, and sentences built on one frame."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.duplicates.passages import Passage
from lint.checks.duplicates.repeat import Repeat
from lint.repeats.words import content
from lint.types.text import Text

_RESTATED = 0.55  # share of the content stems of the shorter introduction that stand in the other
_LEAST_RESTATED = 8  # content stems of an introduction
_SUMMARY = 0.5  # share of the longer introduction's words below which the shorter one is its summary: worth a look, no fault
_FRAME = 5  # content stems that two sentences with one opening share


def introductions(text: Text, whole: list[Passage]) -> Iterator[Repeat]:
    """Blocks that introduce the drug again (“X is a medicine …”) with most of the same content."""
    seen: list[tuple[Passage, frozenset[str]]] = []
    for block in whole:
        opening = text.sentences[block.number].line.split(maxsplit=2)[:2]
        if opening[:1] != ["@drug"] or opening[1:2] not in (["is"], ["belongs"], ["are"], [","]):
            continue
        stems = frozenset(content(block.forms))
        earlier = next((other for other, others in seen if _restates(stems, others)), None)
        if earlier is not None:
            few, many = sorted((len(earlier.forms), len(block.forms)))
            yield Repeat("near-duplicate-paragraph", (earlier, block), severity="info" if few < _SUMMARY * many else "")
        seen.append((block, stems))


def _restates(one: frozenset[str], other: frozenset[str]) -> bool:
    fewest = min(len(one), len(other))
    return fewest >= _LEAST_RESTATED and len(one & other) >= _RESTATED * fewest


def frames(free: list[Passage]) -> Iterator[Repeat]:
    """Sentences built on one frame: the same opening word, and many content words of the first one again."""
    by_opening: dict[str, list[tuple[Passage, tuple[str, ...]]]] = {}
    for unit in free:
        if not unit.listed and unit.forms[0].endswith("ing"):
            stems = content(unit.forms)
            if len(stems) > _FRAME:
                by_opening.setdefault(stems[0], []).append((unit, stems))
    for group in by_opening.values():
        first, stems = group[0]
        again = [unit for unit, others in group[1:] if len(set(stems) & set(others)) >= _FRAME]
        if again:
            yield Repeat("template-repetition", (first, *again))
