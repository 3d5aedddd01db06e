"""Finds repeated sentences and paragraphs, restated introductions, sentence templates, and twins that differ dangerously."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.checks.brief import Brief, Outcome
from lint.checks.duplicates.difference import Difference, dangerous
from lint.checks.duplicates.pairs import groups, near_pairs
from lint.checks.duplicates.passages import Passage, blocks, content, sentences
from lint.checks.findings import finding, shortened
from lint.types.review import Finding
from lint.types.text import Span, Text

_APART = 3  # sentences between twins; closer ones are parallel rows, such as strengths or age bands
_RESTATED = 0.55  # share of the content stems of the shorter introduction that stand in the other
_FRAME = 5  # content stems that two sentences with one opening share
_LONG_ITEM = 20  # words of a list item that is compared; shorter ones repeat rightly
_LONG_PHRASE = 24  # words from which a sentence says more than the phrase in it
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
    near = [(one, other) for one, other, _ in near_pairs(units)]
    varied = _varied(near)
    found = [
        *_twins(near, varied, brief),
        *_introductions(text, whole),
        *_reordered(whole, free),
        *_repeated(free, [(one, other) for one, other in near if not {one.number, other.number} & required], varied),
        *_frames(free),
    ]
    kept: list[Repeat] = []
    for repeat in found:
        if not any(_covered(repeat, other) for other in kept):
            kept.append(repeat)
    return Outcome(tuple(_finding(text, repeat, brief) for repeat in kept))


def _required(text: Text, brief: Brief) -> frozenset[int]:
    """The sentences that texts on medicines rightly repeat (topic `standard-phrase`)."""
    topic = brief.rulebook.topic("standard-phrase")
    patterns = [pattern for _, found in topic.parts for pattern in found] if topic else []
    hits = (hit.sentence for pattern in patterns for hit in brief.matches.of(pattern))
    return frozenset(number for number in hits if len(text.sentences[number].words) < _LONG_PHRASE)


def _varied(near: list[tuple[Passage, Passage]]) -> frozenset[int]:
    """The sentences that come in several versions: rows of a table in prose, such as the strengths of a product."""
    versions: dict[int, set[tuple[str, ...]]] = {}
    for one, other in near:
        versions.setdefault(one.number, set()).add(other.forms)
        versions.setdefault(other.number, set()).add(one.forms)
    return frozenset(number for number, forms in versions.items() if len(forms) > 1)


def _twins(near: list[tuple[Passage, Passage]], varied: frozenset[int], brief: Brief) -> Iterator[Repeat]:
    """Pairs that agree but for one number, unit, negation, medicine or frequency."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for one, other in near:
        if other.number - one.number > _APART and not {one.number, other.number} & varied and (one.forms, other.forms) not in seen:
            difference = dangerous(one.forms, other.forms, brief.corrector.drugs.exact)
            if difference is not None:
                seen.add((one.forms, other.forms))
                yield Repeat("dangerous-difference", (one, other), difference)


def _reordered(whole: list[Passage], free: list[Passage]) -> Iterator[Repeat]:
    """Blocks that hold two or more sentences of an earlier block, in whatever order."""
    by_block = {block.block: block for block in whole}
    shared: dict[tuple[int, int], int] = {}
    for group in groups(free):
        for earlier, later in pairwise(group):
            if earlier.block != later.block:
                shared[(earlier.block, later.block)] = shared.get((earlier.block, later.block), 0) + 1
    for (first, second), count in shared.items():
        if count > 1 and first in by_block and second in by_block:
            yield Repeat("near-duplicate-paragraph", (by_block[first], by_block[second]))


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


def _repeated(free: list[Passage], near: list[tuple[Passage, Passage]], varied: frozenset[int]) -> Iterator[Repeat]:
    """Sentences said again, word for word or nearly; neighbours that repeat neighbours are one passage."""
    exact = [group for group in groups(free) if len(group) > 1 and (not group[0].listed or len(group[0].forms) >= _LONG_ITEM)]
    pairs = {(earlier.number, later.number): (earlier, later) for group in exact for earlier, later in pairwise(group)}
    for one, other in near:
        if not {one.number, other.number} & varied and not (one.listed and other.listed) and not _parallel(one, other):
            pairs.setdefault((one.number, other.number), (one, other))
    merged = set[tuple[int, int]]()
    for run in _runs(pairs):
        if len(run) > 1:
            merged.update(run)
            yield Repeat("near-duplicate-paragraph", (_joined([pairs[key][0] for key in run]), _joined([pairs[key][1] for key in run])))
    for group in exact:
        if not {(earlier.number, later.number) for earlier, later in pairwise(group)} <= merged:
            yield Repeat("exact-sentence", tuple(group))
    for key, (one, other) in pairs.items():
        if key not in merged and one.forms != other.forms:
            yield Repeat("near-duplicate-sentence", (one, other))


def _runs(pairs: dict[tuple[int, int], tuple[Passage, Passage]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs whose sentences follow each other on both sides, with at most one other sentence between."""
    left = dict.fromkeys(sorted(pairs))
    while left:
        first = next(iter(left))
        run = [first]
        del left[first]
        while following := next((k for k in _following(run[-1]) if k in left), None):
            run.append(following)
            del left[following]
        yield run


def _following(key: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for one in (1, 2):
        for other in (1, 2):
            yield key[0] + one, key[1] + other


def _joined(passages: list[Passage]) -> Passage:
    first, last = passages[0], passages[-1]
    forms = tuple(form for passage in passages for form in passage.forms)
    return Passage(first.number, last.last, first.block, Span(first.span.start, last.span.end), forms, first.listed)


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
