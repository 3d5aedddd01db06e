"""Finding patterns in sentences: each sentence meets only the patterns whose words it contains."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from lint.rulebook.expression import CLOSE, OPEN, compile_expression
from lint.rulebook.pattern import COMMON, END_MARKS, NUMBERS, PREFIX, Item, Items, Pattern
from lint.types.text import Sentence

Answer = TypeVar("Answer")
_FEW = 30  # words that are looked for in a line before it is taken apart
WORTH_COMPILING = 40  # trials of a pattern after which compiling it has paid
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
        self._kept: dict[str, Any] = {}

    def kept(self, name: str, work: Callable[[], Answer]) -> Answer:
        """What `work` makes of the hits, worked out the first time only."""
        if name not in self._kept:
            self._kept[name] = work()
        found: Answer = self._kept[name]
        return found

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
    """Many patterns, found together. One that is tried often is compiled to a regular expression on the way: the matches stay the same."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        index: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for word in pattern.needs[0]:
                index.setdefault(word, []).append(number)
        self._index = {word: tuple(numbers) for word, numbers in index.items()}
        self._forget()

    def _forget(self) -> None:
        self._tries = [0] * len(self.patterns)
        self._expressions: dict[int, re.Pattern[str] | None] = {}

    def __getstate__(self) -> dict[str, object]:
        return {"patterns": self.patterns, "_index": self._index}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._forget()

    def match(self, sentences: Iterable[Sentence]) -> Matches:
        """Every hit of every pattern; time grows with the sentences, not with the number of patterns."""
        found: dict[str, list[Hit]] = {}
        few = [key.rstrip("*") for key in self._index] if len(self._index) <= _FEW else None
        for number, sentence in enumerate(sentences):
            if few is not None and not any(word in sentence.line for word in few):
                continue
            line = _Line(sentence, number)
            keys = line.keys
            for candidate in sorted({pattern for key in keys if key in self._index for pattern in self._index[key]}):
                pattern = self.patterns[candidate]
                if any(needed.isdisjoint(keys) for needed in pattern.needs[1:]):
                    continue
                expression = self._expression(candidate)
                hits = line.matched(pattern, expression) if expression else line.walked(pattern)
                for hit in hits:
                    found.setdefault(pattern.text, []).append(hit)
        return Matches({text: tuple(hits) for text, hits in found.items()})

    def _expression(self, number: int) -> re.Pattern[str] | None:
        """The compiled form of a pattern that has been tried often enough to be worth it."""
        if self._tries[number] < WORTH_COMPILING:
            self._tries[number] += 1
            return None
        if number not in self._expressions:
            self._expressions[number] = compile_expression(self.patterns[number])
        return self._expressions[number]


class _Line:
    """A sentence's line, its forms and where each of them stands."""

    def __init__(self, sentence: Sentence, number: int) -> None:
        self.number = number
        self.line = sentence.line
        self.sentence = sentence
        self.forms = sentence.line.split()
        self.places: dict[str, list[int]] = {}  # of each form, and of its beginning
        for at, form in enumerate(self.forms):
            self.places.setdefault(form, []).append(at)
            self.places.setdefault(form[:PREFIX] + "*", []).append(at)
        self.keys = frozenset(self.places)

    @cached_property
    def words(self) -> list[int]:
        """For each form the word it came from."""
        return words_of(self.sentence, self.forms)

    @cached_property
    def starts(self) -> list[int]:
        """Where each form begins in the line, and the line's end."""
        return list(accumulate((len(form) + 1 for form in self.forms), initial=1))

    @cached_property
    def form_at(self) -> dict[int, int]:
        """The form that begins at an offset of the line."""
        return {start: at for at, start in enumerate(self.starts)}

    def begins(self, pattern: Pattern) -> Sequence[int]:
        """The forms at which a match may begin."""
        if pattern.starts is None:
            return range(len(self.forms))
        here = [self.places[key] for key in pattern.starts & self.keys]
        return here[0] if len(here) == 1 else sorted({at for places in here for at in places})

    def walked(self, pattern: Pattern) -> Iterator[Hit]:
        """The hits of a pattern, by walking along it; they do not overlap."""
        end = 0
        for at in self.begins(pattern):
            if at >= end:
                state = next(_walk(pattern.items, 0, self.forms, (at, -1, -1)), None)
                if state is not None and state[0] > at:
                    end = state[0]
                    yield self._hit(at, *state)

    def matched(self, pattern: Pattern, expression: re.Pattern[str]) -> Iterator[Hit]:
        """The same hits, by the pattern's expression."""
        end, marked = 0, OPEN in expression.groupindex
        tail = next((item for item in pattern.items if item.kind == "tail"), None)
        for at in self.begins(pattern):
            found = expression.match(self.line, self.starts[at]) if at >= end else None
            if found is not None:
                last = self.form_at[found.end()]
                stop = _tail_end(tail, self.forms, last) if tail else last
                if stop > at:
                    end = stop
                    opened = self.form_at[found.start(OPEN)] if marked else -1
                    closed = self.form_at[found.start(CLOSE)] if marked else -1
                    yield self._hit(at, stop, opened, stop if tail and closed == last else closed)

    def _hit(self, at: int, end: int, opened: int, closed: int) -> Hit:
        words = self.words
        first, last = words[at], words[end - 1] + 1
        marked = (words[opened], words[closed - 1] + 1) if 0 <= opened < closed else (first, last)
        return Hit(self.number, first, last, *marked)


def words_of(sentence: Sentence, forms: Sequence[str]) -> list[int]:
    """For each form of a sentence's line the word it came from; a word may have given several forms or none."""
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
    elif all(form in END_MARKS for form in forms[at:]):
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
        return form[0].isdigit() or form in NUMBERS
    return True
