"""What patterns found in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

Answer = TypeVar("Answer")


class Hit(NamedTuple):
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
