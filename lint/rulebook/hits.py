"""What patterns found in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from lint.rulebook.line import Place

Answer = TypeVar("Answer")
Found = Sequence[tuple[str, Place]]  # the patterns that stand in a sentence, and where; in the order of the patterns
_new = tuple.__new__  # Hit(…) goes through a function of Python: half the time of making a hit


class Hit(NamedTuple):
    """A pattern found: word indexes into the sentence, half-open."""

    sentence: int  # index into Text.sentences
    first: int
    last: int
    quote_first: int  # what stands between < and >; otherwise all
    quote_last: int


class Matches:
    """All hits of a rulebook's patterns in one text."""

    def __init__(self, found: Sequence[Found]) -> None:
        """`found`: for each sentence what stands in it."""
        self._found = found
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        for number, here in enumerate(found):
            for pattern, (first, last, quote_first, quote_last) in here:
                hits[pattern].append(_new(Hit, (number, first, last, quote_first, quote_last)))
        self._hits = dict(hits)
        self._by_sentence: dict[str, dict[int, list[Hit]]] = {}
        self._kept: dict[str, Any] = {}

    def __getitem__(self, sentence: int) -> Found:
        """What stands in a sentence."""
        return self._found[sentence]

    def kept(self, name: str, work: Callable[[], Answer]) -> Answer:
        """What `work` makes of the hits, worked out the first time only."""
        if name not in self._kept:
            self._kept[name] = work()
        found: Answer = self._kept[name]
        return found

    def of(self, pattern: str) -> Sequence[Hit]:
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
