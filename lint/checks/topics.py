"""Where a text speaks of a topic: the ways of rules/topics, looked for in the text's sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint.checks.scopes import excepted, in_heading, is_question, span_of, under
from lint.rulebook import Hit, Matches
from lint.types.rule import Topic, Way
from lint.types.text import Span, Text

_ASKED = 2  # sentences after a question, in which its answer begins


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text speaks of a topic in one of its ways."""

    topic: str
    first: int  # index of the first and last sentence it needs
    last: int
    span: Span  # from its first to its last word; a heading that names the topic is left out
    named: int = 0  # index of the sentence that holds the way's first part, by which the topic is named


def mentions(
    topic: Topic, ways: tuple[Way, ...], text: Text, matches: Matches, *, denied: bool = False, asked: bool = False
) -> Iterator[Mention]:
    """Every place where one of the ways is met, way by way, in order of place.

    With `denied` the words are taken as they stand: negation is part of the wording itself. With `asked` a question counts that the
    text goes on to answer: “Missed a dose? Take it when you remember.”
    """
    for way in ways:
        hits: dict[str, list[Hit]] = {}
        for name, _ in way.parts:
            found = _part_hits(topic, name, text, matches, denied, asked)
            if not found:
                break
            hits[name] = found
        else:
            yield from _met(topic.id, way, hits, text, asked)


def spoken(topic: Topic, ways: tuple[Way, ...], text: Text, matches: Matches, *, asked: bool = False) -> Mention | None:
    """The first place where the text speaks of the topic in one of the ways."""
    return min(mentions(topic, ways, text, matches, asked=asked), key=lambda mention: mention.first, default=None)


def standing(topic: Topic, text: Text, matches: Matches) -> Iterator[tuple[str, Hit]]:
    """The hits of a topic's patterns that neither a scope nor an exception excuses, each after the part that it is of."""
    for part, patterns in topic.parts:
        for pattern in patterns:
            for hit in matches.of(pattern):
                if not under(text.sentences[hit.sentence], hit, topic.unless) and not excepted(matches, hit, topic.exceptions):
                    yield part, hit


def _part_hits(topic: Topic, name: str, text: Text, matches: Matches, denied: bool, asked: bool) -> list[Hit]:
    """The hits of a part's patterns that count, by place; several ways and rules ask for them."""
    patterns = next(patterns for part, patterns in topic.parts if part == name)
    if not any(matches.of(pattern) for pattern in patterns):
        return []
    return matches.kept(f"{topic.id} {name} {denied} {asked}", lambda: _counting(topic, patterns, text, matches, denied, asked))


def _counting(topic: Topic, patterns: Iterable[str], text: Text, matches: Matches, denied: bool, asked: bool) -> list[Hit]:
    unless = tuple(scope for scope in topic.unless if scope not in ("negated", "hedged")) if denied else topic.unless
    hits = []
    for pattern in patterns:
        for hit in matches.of(pattern):
            heading = "heading" in unless and in_heading(text, hit)
            excuses = tuple(s for s in unless if s != "question") if asked and _answered(text, hit.sentence) else unless
            if not heading and not under(text.sentences[hit.sentence], hit, excuses) and not excepted(matches, hit, topic.exceptions):
                hits.append(hit)
    return sorted(hits, key=lambda hit: (hit.sentence, hit.first))


def _answered(text: Text, number: int) -> bool:
    """Whether a statement follows a sentence, at once or after another question."""
    following = range(number + 1, min(number + 1 + _ASKED, len(text.sentences)))
    blocks = text.document.blocks
    return any(blocks[(s := text.sentences[after]).block].kind != "heading" and not is_question(s) for after in following)


def _asks(text: Text, hit: Hit) -> bool:
    """Whether a hit stands in a question that the text answers."""
    return is_question(text.sentences[hit.sentence]) and _answered(text, hit.sentence)


def _met(topic: str, way: Way, hits: dict[str, list[Hit]], text: Text, asked: bool) -> Iterator[Mention]:
    """Looks at each run of `way.within` sentences that begins with a hit; runs do not overlap in what they report."""
    starts = sorted({hit.sentence for found in hits.values() for hit in found})
    done = -1
    for number, start in enumerate(starts):
        found = _run(way, hits, start, text, asked) if start > done else []
        if not found:
            continue
        for later in starts[number + 1 :]:
            if later > _ends(found)[1]:
                break
            shorter = _run(way, hits, later, text, asked)  # says the same with less between: “Call us. Pregnant women must not take it.”
            found = shorter if shorter and _length(text, shorter) < _length(text, found) else found
        first, done = _ends(found)
        yield Mention(topic, first, done, _whole(text, found), found[0].sentence)


def _run(way: Way, hits: dict[str, list[Hit]], start: int, text: Text, asked: bool) -> list[Hit]:
    """What is needed of each part in the run of sentences from `start` on, those of the first part first, or none."""
    chosen = [_chosen(hits[name], count, start, start + way.within) for name, count in way.parts]
    found = [hit for part in chosen for hit in part]
    titles = all(in_heading(text, hit) and not (asked and _asks(text, hit)) for hit in found)
    return found if all(chosen) and not titles else []


def _ends(found: list[Hit]) -> tuple[int, int]:
    """The first and the last sentence of some hits."""
    return min(hit.sentence for hit in found), max(hit.sentence for hit in found)


def _whole(text: Text, found: list[Hit]) -> Span:
    spans = [span_of(text, hit) for hit in found if not in_heading(text, hit)] or [span_of(text, hit) for hit in found]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _length(text: Text, found: list[Hit]) -> tuple[int, int]:
    """How many sentences and characters a run goes on for."""
    (first, last), whole = _ends(found), _whole(text, found)
    return last - first, whole.end - whole.start


def _chosen(hits: list[Hit], count: int, start: int, stop: int) -> list[Hit]:
    """The first `count` hits in sentences [start, stop) that are worded differently, or none if there are fewer."""
    chosen: list[Hit] = []
    for number in range(bisect_left(hits, start, key=_sentence), len(hits)):
        hit = hits[number]
        if hit.sentence >= stop:
            break
        if not any(_overlap(hit, other) for other in chosen):
            chosen.append(hit)
            if len(chosen) == count:
                return chosen
    return []


def _sentence(hit: Hit) -> int:
    return hit.sentence


def _overlap(one: Hit, other: Hit) -> bool:
    return one.sentence == other.sentence and one.first < other.last and other.first < one.last
