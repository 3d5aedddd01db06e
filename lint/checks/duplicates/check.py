"""Finds repeated sentences and paragraphs, restated introductions, sentence templates, and twins that differ dangerously."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lint.checks.brief import Brief, Outcome
from lint.checks.duplicates.introductions import frames, introductions
from lint.checks.duplicates.matches import Pairs, groups, joined, matched, runs
from lint.checks.duplicates.passages import LONGEST_BLOCK, Passage, blocks, sentences
from lint.checks.duplicates.repeat import Repeat, largest
from lint.checks.duplicates.restated import restated
from lint.checks.findings import finding
from lint.repeats.difference import Words
from lint.repeats.likeness import Likeness, moved
from lint.repeats.pairs import grams, proposed
from lint.types.review import Finding
from lint.types.shown import shortened
from lint.types.text import Span, Text

_APART = 3  # sentences between twins; closer ones are parallel rows, such as strengths or age bands
_LONG_PHRASE = 24  # words from which a sentence says more than the required phrase in it
_LONG_ITEM = 14  # words of a list item that is compared; shorter ones repeat rightly
# Words from which sentences that are said again within a longer paragraph are worth a finding. The sections of a leaflet are looked
# up one by one, so that each repeats short advice.
_LEAST = {"leaflet": 80}
_REORDERED = 0.6  # share of the larger block's runs of words that stand in the other, in whatever order
_LEAST_TWIN = {"leaflet": 15}  # words of twins, which in shorter sentences are rows of different sections


def check(text: Text, brief: Brief) -> Outcome:
    """The duplicates of one text, each once, at the largest unit."""
    units, whole = list(sentences(text)), list(blocks(text))
    words = Words(brief.corrector.drugs.exact, brief.corrector.vocabulary.spelt)
    required = required_sentences(text, brief)
    strict = brief.kind == "leaflet"  # which says the same of one organ or group after another
    near, large = matched(units, words, strict=strict), matched(whole, words, strict=strict)
    by_number, by_block = {unit.number: unit for unit in units}, {block.number: block for block in whole}
    twins = [*_twins(text, large, by_block, brief), *_twins(text, near, by_number, brief)]
    told = {(place.number, place.last) for twin in twins for place in twin.places}
    free = [unit for unit in units if unit.number not in required]
    pairs = {
        key: likeness for key, likeness in near.items()
        if not set(key) & required and not likeness.dangers and _worth(by_number[key[0]], by_number[key[1]], likeness)
    }  # fmt: skip
    repeats = [
        *introductions(text, whole),
        *_blocks(whole, large),
        *_repeated(pairs, by_number, free, _LEAST.get(brief.kind, 0)),
        *((*frames(free), *restated(text, free, brief)) if brief.kind != "leaflet" else ()),
    ]
    fresh = [repeat for repeat in repeats if not all((place.number, place.last) in told for place in repeat.places)]
    return Outcome(tuple(_finding(text, repeat, brief) for repeat in (*largest(twins), *largest(fresh))))


def required_sentences(text: Text, brief: Brief) -> frozenset[int]:
    """The sentences that texts on medicines rightly repeat (topic `standard-phrase`)."""
    topic = brief.rulebook.topic("standard-phrase")
    patterns = [pattern for _, found in topic.parts for pattern in found] if topic else []
    hits = (hit.sentence for pattern in patterns for hit in brief.matches.of(pattern))
    return frozenset(number for number in hits if len(text.sentences[number].words) < _LONG_PHRASE)


def _worth(one: Passage, other: Passage, likeness: Likeness) -> bool:
    """Whether a pair of sentences is more than two rows of a list, or of a table in prose."""
    if (one.listed or other.listed) and min(len(one.forms), len(other.forms)) < _LONG_ITEM:
        return False
    return likeness.equal or (other.number - one.number > _APART and _same_figures(one, other))


def _same_figures(one: Passage, other: Passage) -> bool:
    """Whether two passages give the same figures, as far as both give any; others are rows of a table in prose."""
    figures = [Counter(form for form in passage.forms if form[0].isdigit()) for passage in (one, other)]
    return figures[0] <= figures[1] or figures[1] <= figures[0]


def _twins(text: Text, near: Pairs, by_number: dict[int, Passage], brief: Brief) -> Iterator[Repeat]:
    """Pairs that agree but for one number, unit, negation, medicine, frequency, age or time."""
    alike = {key: likeness.dangers for key, likeness in near.items() if likeness.dangers}
    if not alike:
        return
    versions: dict[int, set[str]] = {}
    for (earlier, later), dangers in alike.items():
        versions.setdefault(earlier, set()).update(danger.here for danger in dangers)
        versions.setdefault(later, set()).update(danger.there for danger in dangers)
    rows = Counter(_row(forms) for forms in {passage.forms for passage in by_number.values()})
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for (earlier, later), dangers in alike.items():
        one, other = by_number[earlier], by_number[later]
        varied = len(versions[earlier]) > 1 or len(versions[later]) > 1 or rows[_row(one.forms)] > 2
        long = max(len(one.forms), len(other.forms)) >= _LEAST_TWIN.get(brief.kind, 0)
        plain = len(dangers) == 1 and not varied and not _one_table(text, one, other)
        if plain and later - earlier > _APART and long and (one.forms, other.forms) not in seen:
            seen.add((one.forms, other.forms))
            yield Repeat("dangerous-difference", (one, other), dangers[0])


def _one_table(text: Text, one: Passage, other: Passage) -> bool:
    """Whether two passages are cells of one table: its rows are different cases."""
    return all(block.kind == "cell" for block in text.document.blocks[one.block : other.block + 1])


def _row(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a passage with every figure as one: rows of a table in prose are equal then."""
    return tuple("#" if form[0].isdigit() else form for form in forms)


def _blocks(whole: list[Passage], large: Pairs) -> Iterator[Repeat]:
    """Blocks of several sentences that stand again as a whole, in the same order or another."""
    short = [block for block in whole if _LONG_ITEM <= len(block.forms) <= LONGEST_BLOCK]
    keys = [grams(block.forms) for block in short]
    by_block = {block.number: block for block in whole}
    alike = ((short[a], short[b]) for a, b in proposed(keys) if len(keys[a] & keys[b]) >= _REORDERED * max(len(keys[a]), len(keys[b])))
    reordered = ((one, other) for one, other in alike if moved(one.forms, other.forms))
    for one, other in (*((by_block[a], by_block[b]) for a, b in large), *reordered):
        likeness = large.get((one.number, other.number))
        if (likeness is None or not likeness.dangers) and _same_figures(one, other):
            yield Repeat("near-duplicate-paragraph", (one, other))


def _repeated(pairs: Pairs, by_number: dict[int, Passage], free: list[Passage], least: int) -> Iterator[Repeat]:
    """Sentences said again, word for word or nearly; neighbours that repeat neighbours are one passage."""
    lone: set[tuple[int, int]] = set()
    for run in sorted(runs(pairs), key=len, reverse=True):
        earlier, later = joined([by_number[one] for one, _ in run]), joined([by_number[other] for _, other in run])
        if len(run) > 1 and len(later.forms) >= least:
            yield Repeat("near-duplicate-paragraph", (earlier, later))
        elif len(run) == 1 and len(later.forms) >= (min(least, _LONG_ITEM) if earlier.whole and later.whole else least):
            lone.update(run)
    for group in groups(free):
        keys = {(one.number, other.number) for one, other in pairwise(group)}
        if keys & lone:
            yield Repeat("exact-sentence", tuple(group))
    for one, other in sorted(lone):
        if not pairs[(one, other)].equal:
            yield Repeat("near-duplicate-sentence", (by_number[one], by_number[other]))


def _finding(text: Text, repeat: Repeat, brief: Brief) -> Finding:
    rule = brief.rulebook.rule(repeat.rule)
    *earlier, last = repeat.places
    fields: list[tuple[str, str]] = [("first", shortened(text.document.text[earlier[0].span.start : earlier[0].span.end], 80))]
    if repeat.shared:
        fields.append(("shared", ", ".join(repeat.shared)))
    if repeat.difference is not None:
        fields += [("kind", repeat.difference.kind), ("here", repeat.difference.here), ("there", repeat.difference.there)]
    return finding(text, rule, last.span, severity=repeat.severity, related=_related(earlier, repeat), fields=fields)


def _related(earlier: Iterable[Passage], repeat: Repeat) -> Iterator[tuple[Span, str]]:
    note = "first stated here" if repeat.difference is None else f"here it is “{repeat.difference.there}”"
    for number, passage in enumerate(earlier):
        yield passage.span, note if number == 0 or repeat.difference else "and here"
