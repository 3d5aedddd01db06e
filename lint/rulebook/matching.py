"""Finding patterns in sentences: each sentence meets only the patterns whose words it contains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lint.rulebook.expression import Expression
from lint.rulebook.hits import Found, Matches
from lint.rulebook.line import Line
from lint.rulebook.pattern import ANY_NUMBER, FIRST, PREFIX, Pattern, is_number
from lint.rulebook.walk import Walk
from lint.types.text import SHARED, Sentence

WORTH_COMPILING = 40  # trials of a pattern after which compiling it has paid
_REMEMBERED = 8192  # sentences whose hits are remembered: what the pages of a site have in common is looked at once
_FORMS = 50_000  # forms whose patterns are remembered
_Bits = int  # a set of patterns: bit n stands for pattern n
_Index = dict[str, tuple[int, ...]]  # word or prefix*: the numbers of the patterns that have it


class PatternSet:
    """Many patterns, found together. One that is tried often is compiled to a regular expression on the way: the matches stay the same."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        needed = (_index(frozenset().union(*p.needs[step : step + 1]) for p in self.patterns) for step in range(2))
        starting = _index(p.starts or () for p in self.patterns)
        self._indexes = *needed, starting
        self._easy = _bits(n for n, p in enumerate(self.patterns) if len(p.needs) == 1)
        self._opening = _bits(starting.get(FIRST, ()))
        self._anywhere = _bits(n for n, p in enumerate(self.patterns) if p.starts is None)
        self._forget()

    def _forget(self) -> None:
        self._tries = [0] * len(self.patterns)
        self._compiled: dict[int, Expression | Walk] = {}
        self._forms: dict[str, tuple[_Bits, ...]] = {}
        self._remembered = lru_cache(_REMEMBERED)(self._found)

    def __getstate__(self) -> dict[str, object]:
        made = ("patterns", "_indexes", "_easy", "_opening", "_anywhere")
        return {name: self.__dict__[name] for name in made}

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
        begins = self._begins(line.forms)
        for number in sorted(begins):
            finder = self._compiled.get(number) or self._finder(number)
            for place in finder.places(line, begins[number]):
                found.append((self.patterns[number].text, place))
        return tuple(found)

    def _begins(self, forms: Sequence[str]) -> dict[int, list[int]]:
        """The patterns of which a line may have all that they need, and the forms at which each may begin, in order."""
        first, second = 0, self._easy
        marks = [self._forms.get(form) or self._marks(form) for form in forms]
        for one, two, _ in marks:
            first |= one
            second |= two
        left = first & second
        begins = {number: [*range(len(forms))] for number in _numbers(left & self._anywhere)}
        for at, (_, _, starting) in enumerate(marks):
            here = left & (starting if at else starting | self._opening)
            for number in _numbers(here) if here else ():
                begins.setdefault(number, []).append(at)
        return begins

    def _marks(self, form: str) -> tuple[_Bits, ...]:
        """The patterns that need a form first, those that need it second, and those that may begin with it."""
        if len(self._forms) >= _FORMS:
            self._forms.clear()
        keys = (form, form[:PREFIX] + "*", *([ANY_NUMBER] if is_number(form) else ()))
        self._forms[form] = marks = tuple(_bits(n for key in keys for n in index.get(key, ())) for index in self._indexes)
        return marks

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


def _index(keys: Iterable[Iterable[str]]) -> _Index:
    """The numbers of the patterns by their keys, given for each pattern in turn."""
    index: dict[str, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            index.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in index.items()}


def _bits(numbers: Iterable[int]) -> _Bits:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _numbers(bits: _Bits) -> list[int]:
    """The patterns of a set."""
    found = []
    while bits:
        number = bits.bit_length() - 1
        found.append(number)
        bits ^= 1 << number
    return found
