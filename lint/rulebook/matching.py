"""Finding patterns in sentences: each sentence meets only the patterns whose words it contains."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.rulebook.pattern import COMMON, PREFIX, Item, Items, Pattern
from lint.types.text import Sentence

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million half quarter dozen".split()
)
_END_MARKS = frozenset([".", "!", "?", ":", ";", '"', ")", "…"])
_State = tuple[int, int, int]  # next form, first and last form of the marked words (-1: none)


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: word indexes into the sentence, half-open."""

    sentence: int  # index into Text.sentences
    first: int
    last: int
    quote_first: int  # what stands between < and >; otherwise all
    quote_last: int


class Matches:
    """All hits of a rulebook's patterns in one text."""

    def __init__(self, hits: Mapping[str, tuple[Hit, ...]]) -> None:
        self._hits = hits
        self._by_sentence: dict[str, dict[int, list[Hit]]] = {}

    def of(self, pattern: str) -> tuple[Hit, ...]:
        """The hits of one pattern, in order of place."""
        return self._hits.get(pattern, ())

    def within(self, pattern: str, sentence: int) -> Sequence[Hit]:
        """The hits of one pattern in one sentence; the same small cost however long the text is."""
        if pattern not in self._hits:
            return ()
        if pattern not in self._by_sentence:
            found = self._by_sentence[pattern] = {}
            for hit in self._hits[pattern]:
                found.setdefault(hit.sentence, []).append(hit)
        return self._by_sentence[pattern].get(sentence, ())


class PatternSet:
    """Many patterns, found together."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        index: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for word in pattern.needs[0]:
                index.setdefault(word, []).append(number)
        self._index = {word: tuple(numbers) for word, numbers in index.items()}

    def match(self, sentences: Iterable[Sentence]) -> Matches:
        """Every hit of every pattern; time grows with the sentences, not with the number of patterns."""
        found: dict[str, list[Hit]] = {}
        for number, sentence in enumerate(sentences):
            forms = sentence.line.split()
            places: dict[str, list[int]] = {}
            for at, form in enumerate(forms):
                places.setdefault(form, []).append(at)
                places.setdefault(form[:PREFIX] + "*", []).append(at)
            keys, words = places.keys(), _word_of(sentence, forms)
            candidates = {number for key in keys if key in self._index for number in self._index[key]}
            for candidate in sorted(candidates):
                pattern = self.patterns[candidate]
                if any(needed.isdisjoint(keys) for needed in pattern.needs[1:]):
                    continue
                if pattern.starts is None:
                    begins: Sequence[int] = range(len(forms))
                else:
                    begins = sorted({at for key in pattern.starts & keys for at in places[key]})
                for hit in _find(pattern.items, forms, words, begins, number):
                    found.setdefault(pattern.text, []).append(hit)
        return Matches({text: tuple(hits) for text, hits in found.items()})


def _find(items: Items, forms: list[str], words: list[int], begins: Iterable[int], number: int) -> Iterator[Hit]:
    """The hits of a pattern that begin at some forms; they do not overlap."""
    end = 0
    for at in begins:
        if at < end:
            continue
        state = next(_walk(items, 0, forms, (at, -1, -1)), None)
        if state is None or state[0] == at:
            continue
        end, opened, closed = state
        first, last = words[at], words[end - 1] + 1
        marked = (words[opened], words[closed - 1] + 1) if 0 <= opened < closed else (first, last)
        yield Hit(number, first, last, *marked)


def _word_of(sentence: Sentence, forms: list[str]) -> list[int]:
    """For each form of the line the word it came from; a word may have given several forms or none."""
    found, offset = [], 1
    for form in forms:
        found.append(max(0, bisect_right(sentence.offsets, offset) - 1))
        offset += len(form) + 1
    return found


def _walk(items: Items, step: int, forms: list[str], state: _State) -> Iterator[_State]:
    """All ways to match items[step:] from a state, the preferred one first. Gaps are bounded, so this stays small."""
    if step == len(items):
        yield state
        return
    item, (at, opened, closed) = items[step], state
    kind = item.kind
    if kind in ("word", "any", "number"):
        if at < len(forms) and _fits(item.words, item.prefixes, kind, forms[at]):
            yield from _walk(items, step + 1, forms, (at + 1, opened, closed))
    elif kind == "gap":
        for skip in range(item.most + 1):
            yield from _walk(items, step + 1, forms, (at + skip, opened, closed))
            if at + skip >= len(forms) or forms[at + skip] in item.words:
                return
    elif kind == "tail":
        yield from _walk(items, step + 1, forms, (_tail_end(item, forms, at), opened, closed))
    elif kind in ("choice", "optional"):
        here = item.first.get(forms[at], ()) if at < len(forms) else ()
        for option in (*here, *item.options):
            for after in _walk(option, 0, forms, state):
                yield from _walk(items, step + 1, forms, after)
        if kind == "optional":
            yield from _walk(items, step + 1, forms, state)
    elif kind == "open":
        yield from _walk(items, step + 1, forms, (at, at, closed))
    elif kind == "close":
        yield from _walk(items, step + 1, forms, (at, opened, at))
    elif kind == "start":
        if at == 0:
            yield from _walk(items, step + 1, forms, state)
    elif all(form in _END_MARKS for form in forms[at:]):
        yield from _walk(items, step + 1, forms, state)


def _tail_end(item: Item, forms: list[str], at: int) -> int:
    """Where a last gap ends: at its stop, its length or the last word that says something."""
    end = at
    while end < len(forms) and end - at < item.most and forms[end] not in item.words:
        end += 1
    while end > at and (forms[end - 1] in COMMON or not forms[end - 1][0].isalnum()):
        end -= 1
    return end


def _fits(words: frozenset[str], prefixes: tuple[str, ...], kind: str, form: str) -> bool:
    if kind == "word":
        return form in words or (bool(prefixes) and form.startswith(prefixes))
    if kind == "number":
        return form[0].isdigit() or form in _NUMBERS
    return True
