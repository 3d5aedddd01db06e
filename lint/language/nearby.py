"""Words close to a string, among many: by their letters first, then by distance, and by their sound."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint.kept import kept
from lint.language.sounds import sound

if TYPE_CHECKING:
    import numpy as np

_WIDTH = 28  # letters of a word that are looked at
_MOST = 60  # words given back
_SHAPE = "4"


@dataclass(frozen=True)
class Nearby:
    """An index of lower-case words. Building it takes 0.1 s, asking it under 1 ms."""

    _words: np.ndarray[tuple[int], np.dtype[np.object_]]
    _letters: np.ndarray[tuple[int], np.dtype[np.uint32]]  # one bit for each letter that a word has
    _lengths: np.ndarray[tuple[int], np.dtype[np.int64]]
    _sounds: np.ndarray[tuple[int], np.dtype[np.uint32]]  # a number for the sound of each word

    @classmethod
    def of(cls, words: Iterable[str]) -> Nearby:
        """An index of these words; their sounds are kept between runs."""
        import numpy as np

        chosen = tuple(sorted({word for word in words if word.isascii() and word.isalpha() and len(word) <= _WIDTH}))
        padded = np.array(chosen, dtype=f"S{_WIDTH}").view(np.uint8).reshape(len(chosen), _WIDTH)
        bits = np.where(padded > 0, np.uint32(1) << np.maximum(padded, 97).astype(np.uint32) - 97, 0).astype(np.uint32)
        key = f"{_SHAPE} {hashlib.sha256(' '.join(chosen).encode()).hexdigest()}"
        heard = np.frombuffer(kept("sounds", key, bytes, lambda: np.array([_key(word) for word in chosen], np.uint32).tobytes()), np.uint32)
        return cls(np.array(chosen, dtype=object), np.bitwise_or.reduce(bits, axis=1), (padded > 0).sum(axis=1), heard)

    def within(self, word: str, distance: int) -> list[tuple[str, int]]:
        """The words up to some edits away (OSA), each with how many."""
        import numpy as np

        bits = np.bitwise_or.reduce([np.uint32(1) << np.uint32(ord(c) - 97) for c in set(word) if "a" <= c <= "z"] or [np.uint32(0)])
        differing = np.bitwise_count(self._letters ^ bits)
        places = np.nonzero((differing <= 2 * distance) & (np.abs(self._lengths - len(word)) <= distance))[0]
        candidates = self._words[places].tolist()
        found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=distance, limit=_MOST)
        return [(each, int(edits)) for each, edits, _ in found]

    def sounding(self, word: str, distance: int) -> list[tuple[str, int]]:
        """The words that sound alike and are up to some edits away, each with how many."""
        alike = self._words[self._sounds == _key(word)].tolist()
        found = ((each, int(OSA.distance(word, each, score_cutoff=distance))) for each in alike)
        return [(each, edits) for each, edits in found if edits <= distance]


def _key(word: str) -> int:
    return crc32(sound(word).encode())
