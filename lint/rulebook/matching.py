"""Finding patterns in sentences: each sentence meets only the patterns whose words it contains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lint.rulebook.expression import Expression
from lint.rulebook.hits import Found, Matches
from lint.rulebook.line import Line
from lint.rulebook.pattern import PREFIX, Pattern
from lint.rulebook.walk import Walk
from lint.types.text import SHARED, Sentence

WORTH_COMPILING = 40  # trials of a pattern after which compiling it has paid
_REMEMBERED = 8192  # sentences whose hits are remembered: what the pages of a site have in common is looked at once
_FORMS = 50_000  # forms whose patterns are remembered
_Bits = int  # a set of patterns: bit n stands for pattern n
_Index = dict[str, tuple[int, ...]]  # word or prefix*: the numbers of the patterns that need it


class PatternSet:
    """Many patterns, found together. One that is tried often is compiled to a regular expression on the way: the matches stay the same."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._needing = tuple(_needing(self.patterns, step) for step in range(3))
        self._easy = tuple(_bits(n for n, p in enumerate(self.patterns) if len(p.needs) <= step) for step in range(3))
        self._forget()

    def _forget(self) -> None:
        self._tries = [0] * len(self.patterns)
        self._compiled: dict[int, Expression | Walk] = {}
        self._forms: dict[str, tuple[_Bits, _Bits, _Bits]] = {}
        self._remembered = lru_cache(_REMEMBERED)(self._found)

    def __getstate__(self) -> dict[str, object]:
        return {"patterns": self.patterns, "_needing": self._needing, "_easy": self._easy}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._forget()

    def match(self, sentences: Iterable[Sentence]) -> Matches:
        """Every hit of every pattern; time grows with the sentences, not with the number of patterns."""
        return Matches(
            [
                (self._remembered if len(sentence.words) <= SHARED else self._found)(sentence.line, sentence.offsets)
                for sentence in sentences
            ]
        )

    def _found(self, text: str, offsets: Sequence[int]) -> Found:
        """What stands in a sentence's line."""
        line, found = Line(text, offsets), []
        for number in self._candidates(line):
            finder = self._compiled.get(number) or self._finder(number)
            for place in finder.places(line):
                found.append((self.patterns[number].text, place))
        return tuple(found)

    def _candidates(self, line: Line) -> Iterator[int]:
        """The patterns of which a line has all that they need."""
        first = second = third = 0
        for form in line.forms:
            needed = self._forms.get(form) or self._needed(form)
            first |= needed[0]
            second |= needed[1]
            third |= needed[2]
        left = first & (second | self._easy[1]) & (third | self._easy[2])
        while left:
            lowest = left & -left
            left ^= lowest
            number = lowest.bit_length() - 1
            if not any(needed.isdisjoint(line.places) for needed in self.patterns[number].needs[3:]):
                yield number

    def _needed(self, form: str) -> tuple[_Bits, _Bits, _Bits]:
        """The patterns that need a form first, second and third."""
        if len(self._forms) >= _FORMS:
            self._forms.clear()
        keys = (form, form[:PREFIX] + "*")
        first, second, third = (_bits(n for key in keys for n in needing.get(key, ())) for needing in self._needing)
        self._forms[form] = first, second, third
        return first, second, third

    def _finder(self, number: int) -> Expression | Walk:
        """What finds a pattern: compiled, once it has been tried often enough to be worth it."""
        pattern = self.patterns[number]
        self._tries[number] += 1
        if self._tries[number] <= WORTH_COMPILING:
            return Walk(pattern)
        try:
            self._compiled[number] = Expression(pattern)
        except re.error:
            self._compiled[number] = Walk(pattern)
        return self._compiled[number]


def _needing(patterns: Sequence[Pattern], step: int) -> _Index:
    """For each word or prefix the patterns whose needs of a step it meets."""
    index: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for word in pattern.needs[step] if step < len(pattern.needs) else ():
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


def _bits(numbers: Iterable[int]) -> _Bits:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
