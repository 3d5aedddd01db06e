"""Which passages may be near each other: those that share runs of words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

GRAM = 4  # words of a run
FREQUENT = 20  # passages with the same run, above which it proposes nothing


def grams(forms: Sequence[str], size: int = GRAM) -> set[tuple[str, ...]]:
    """The runs of words of a passage."""
    return {tuple(forms[at : at + size]) for at in range(len(forms) - size + 1)}


def proposed(keys: Iterable[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Pairs of passages, by number, that share a key which is not frequent; in order, each once."""
    index: dict[Hashable, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            index.setdefault(key, []).append(number)
    pairs = {
        (earlier, later)
        for numbers in index.values() if 1 < len(numbers) <= FREQUENT
        for at, later in enumerate(numbers) for earlier in numbers[:at]
    }  # fmt: skip
    yield from sorted(pairs)
