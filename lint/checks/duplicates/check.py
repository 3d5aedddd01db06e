"""Finds repeated sentences and paragraphs, restated introductions, sentence templates, and twins that differ dangerously."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.checks.brief import Brief, Outcome
from lint.checks.duplicates.difference import Difference, dangerous
from lint.checks.duplicates.pairs import NEAR, groups, near_pairs
from lint.checks.duplicates.passages import SHORTEST, Passage, blocks, content, sentences
from lint.checks.findings import finding, shortened
from lint.types.review import Finding
from lint.types.text import Span, Text

_APART = 3  # sentences between twins; closer ones are parallel rows, such as strengths or age bands
_RESTATED = 0.55  # share of the content stems of the shorter introduction that stand in the other
_FRAME = 5  # content stems that two sentences with one opening share
_LEAST_RESTATED = 8  # content stems of an introduction


@dataclass(frozen=True, slots=True)
class Repeat:
    """Passages that say the same, the last of which is the redundant one."""

    rule: str
    places: tuple[Passage, ...]  # in order of place
    difference: Difference | None = None


def check(text: Text, brief: Brief) -> Outcome:
    """The duplicates of one text, each once, at the largest unit."""
    units, whole = list(sentences(text)), list(blocks(text))
    required = _required(text, brief)
    free = [unit for unit in units if unit.number not in required]
    found = [*_twins(units, brief), *_paragraphs(whole, free), *_introductions(text, whole)]
    found += _sentences(free)
    found += _frames(free)
    kept: list[Repeat] = []
    for repeat in found:
        if not any(_covered(repeat, other) for other in kept):
            kept.append(repeat)
    return Outcome(tuple(_finding(text, repeat, brief) for repeat in kept))


def _required(text: Text, brief: Brief) -> frozenset[int]:
    """The sentences that texts on medicines rightly repeat (topic `standard-phrase`)."""
    topic = brief.rulebook.topic("standard-phrase")
    patterns = [pattern for _, found in topic.parts for pattern in found] if topic else []
    return frozenset(hit.sentence for pattern in patterns for hit in brief.matches.of(pattern))


def _twins(units: list[Passage], brief: Brief) -> Iterator[Repeat]:
    """Pairs that agree but for one number, unit, negation, medicine or frequency."""
    for one, other, _ in near_pairs(units):
        if other.number - one.number > _APART:
            difference = dangerous(one.forms, other.forms, brief.corrector.drugs.exact)
            if difference is not None:
                yield Repeat("dangerous-difference", (one, other), difference)


def _paragraphs(whole: list[Passage], free: list[Passage]) -> Iterator[Repeat]:
    """Blocks that repeat a block: the same words, nearly the same, or the same sentences in another order."""
    shared = _shared_sentences(free)
    eligible = [block for block in whole if any(block.number <= unit.number <= block.last for unit in free)]
    for group in groups(eligible):
        if len(group) > 1:
            yield Repeat("near-duplicate-paragraph", tuple(group))
    for one, other, _ in near_pairs(eligible):
        yield Repeat("near-duplicate-paragraph", (one, other))
    by_block = {block.block: block for block in whole}
    for (first, second), count in shared.items():
        if count > 1 and first in by_block and second in by_block:
            yield Repeat("near-duplicate-paragraph", (by_block[first], by_block[second]))


def _shared_sentences(free: list[Passage]) -> dict[tuple[int, int], int]:
    shared: dict[tuple[int, int], int] = {}
    for group in groups(free):
        for earlier, later in pairwise(group):
            if earlier.block != later.block:
                shared[(earlier.block, later.block)] = shared.get((earlier.block, later.block), 0) + 1
    return shared


def _introductions(text: Text, whole: list[Passage]) -> Iterator[Repeat]:
    """Blocks that introduce the drug again (“X is a medicine …”) with most of the same content."""
    seen: list[tuple[Passage, frozenset[str]]] = []
    for block in whole:
        opening = text.sentences[block.number].line.split()[:2]
        if opening[:1] != ["@drug"] or opening[1:2] not in (["is"], ["belongs"], ["are"], [","]):
            continue
        stems = frozenset(content(block.forms))
        earlier = next((other for other, others in seen if _restates(stems, others)), None)
        if earlier is not None:
            yield Repeat("near-duplicate-paragraph", (earlier, block))
        seen.append((block, stems))


def _restates(one: frozenset[str], other: frozenset[str]) -> bool:
    fewest = min(len(one), len(other))
    return fewest >= _LEAST_RESTATED and len(one & other) >= _RESTATED * fewest


def _sentences(free: list[Passage]) -> Iterator[Repeat]:
    for group in groups(free):
        if len(group) > 1:
            yield Repeat("exact-sentence", tuple(group))
    for one, other, _ in near_pairs(free, NEAR):
        if not (one.listed and other.listed) and abs(len(one.forms) - len(other.forms)) < SHORTEST and not _parallel(one, other):
            yield Repeat("near-duplicate-sentence", (one, other))


def _parallel(one: Passage, other: Passage) -> bool:
    """Whether two sentences are rows of one list or table in prose: close together, differing in their figures."""
    figures = [tuple(form for form in passage.forms if form[0].isdigit()) for passage in (one, other)]
    return other.number - one.number <= _APART or figures[0] != figures[1]


def _frames(free: list[Passage]) -> Iterator[Repeat]:
    """Sentences built on one frame: the same opening word, and many content words of the first one again."""
    by_opening: dict[str, list[tuple[Passage, tuple[str, ...]]]] = {}
    for unit in free:
        stems = content(unit.forms)
        if not unit.listed and len(stems) > _FRAME and unit.forms[0].endswith("ing"):
            by_opening.setdefault(stems[0], []).append((unit, stems))
    for group in by_opening.values():
        first, stems = group[0]
        again = [unit for unit, others in group[1:] if len(set(stems) & set(others)) >= _FRAME]
        if again:
            yield Repeat("template-repetition", (first, *again))


def _covered(repeat: Repeat, other: Repeat) -> bool:
    """Whether a repeat says nothing that another, of larger or equal unit, does not say: all its places lie in its places."""
    return all(any(_inside(place, larger) for larger in other.places) for place in repeat.places)


def _inside(place: Passage, larger: Passage) -> bool:
    return larger.span.start <= place.span.start and place.span.end <= larger.span.end


def _finding(text: Text, repeat: Repeat, brief: Brief) -> Finding:
    rule = brief.rulebook.rule(repeat.rule)
    *earlier, last = repeat.places
    fields: list[tuple[str, str]] = [("first", shortened(text.document.text[earlier[0].span.start : earlier[0].span.end], 80))]
    if repeat.difference is not None:
        fields += [("kind", repeat.difference.kind), ("here", repeat.difference.here), ("there", repeat.difference.there)]
    return finding(text, rule, last.span, related=_related(earlier, repeat), fields=fields)


def _related(earlier: Iterable[Passage], repeat: Repeat) -> Iterator[tuple[Span, str]]:
    note = "first stated here" if repeat.difference is None else f"here it is “{repeat.difference.there}”"
    for number, passage in enumerate(earlier):
        yield passage.span, note if number == 0 or repeat.difference else "and here"
