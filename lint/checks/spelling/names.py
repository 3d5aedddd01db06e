"""Which unknown words are names: of products, people, companies, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from lint.checks.spelling.words import Candidate, low_of

_TITLES = frozenset("dr mr mrs ms miss mx prof professor doctor nurse sister sir dame lord lady st saint".split())
_OFTEN = 2  # times a name stands with a capital where none is due


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document."""

    sure: frozenset[str]  # lower case: written with a capital again and again where none is due, or after a title
    once: frozenset[str]  # lower case: so, but once
    lower: frozenset[str]  # lower case: names that the text also writes with a capital

    @classmethod
    def of(cls, words: Sequence[Candidate], given: Container[str]) -> Names:
        """From the words of a document that need a look; `given` holds given names, lower case."""
        capital, lower = Counter[str](), Counter[str]()
        people: set[str] = set()
        for word in words:
            low = word.low
            lower[low] += word.text[0].islower()
            capital[low] += word.capital or word.text.isupper()
            if word.follows and (low_of(word.follows) in people or _introduces(word.follows, given)):
                people.add(low)
        often = {low for low, count in capital.items() if count >= _OFTEN}
        once = {low for low, count in capital.items() if count and not lower[low]}
        both = {low for low, count in capital.items() if count and lower[low]}
        return cls(frozenset(often | people), frozenset(once), frozenset(both))


def _introduces(before: str, given: Container[str]) -> bool:
    """Whether a word comes before a surname: a title, a given name."""
    return before[0].isupper() and (low_of(before) in _TITLES or low_of(before) in given)
