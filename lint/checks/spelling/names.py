"""Which unknown words are names: of products, people, companies, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from lint.checks.spelling.words import Candidate

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
        """From the words of a document; `given` holds given names, lower case."""
        capital, seen, lower = Counter[str](), Counter[str](), Counter[str]()
        people: set[str] = set()
        for number, word in enumerate(words):
            low = word.low
            seen[low] += 1
            lower[low] += word.text[0].islower()
            capital[low] += word.capital or word.text.isupper()
            before = words[number - 1] if number else None
            if (
                before
                and word.text[0].isupper()
                and 0 < word.start - before.end <= 2
                and (before.low in people or _introduces(before, given))
            ):
                people.add(low)
        often = {low for low, count in capital.items() if count >= _OFTEN}
        once = {low for low, count in capital.items() if count and not lower[low]}
        both = {low for low, count in capital.items() if count and lower[low]}
        return cls(frozenset(often | people), frozenset(once), frozenset(both))


def _introduces(before: Candidate, given: Container[str]) -> bool:
    """Whether a word comes before a surname: a title, a given name."""
    return before.text[0].isupper() and (before.low in _TITLES or before.low in given)
