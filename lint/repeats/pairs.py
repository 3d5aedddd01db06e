"""Which passages may be near each other: those that share runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

GRAM = 4  # words of a run
FREQUENT = 20  # passages with the same run, above which it proposes nothing

SHARED = 0.12  # share of the shorter passage's runs that the other must have to be proposed


@lru_cache(maxsize=1000)  # asked twice for long passages, and for those that many texts have
def grams(forms: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The runs of words of a passage."""
    return frozenset(zip(*(forms[at:] for at in range(GRAM)), strict=False))


def proposed(keys: Sequence[Collection[Hashable]]) -> Iterator[tuple[int, int]]:
    """Pairs of passages, by number, that share enough keys which are not frequent; in order, each once.

    A key proposes at most FREQUENT passages to each other, so the pairs are at most in proportion to the keys.
    """
    once, again = set[Hashable](), set[Hashable]()
    for own in keys:
        again |= once.intersection(own)
        once.update(own)
    index: dict[Hashable, list[int]] = {}
    for number, own in enumerate(keys):
        for key in again.intersection(own):
            index.setdefault(key, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        if 1 < len(numbers) <= FREQUENT:
            shared.update(combinations(numbers, 2))
    yield from (pair for pair, count in sorted(shared.items()) if count >= SHARED * min(len(keys[pair[0]]), len(keys[pair[1]])))
