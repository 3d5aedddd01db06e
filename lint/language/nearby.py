"""Words close to a string, among many: by their letters first, then by distance, and by their sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint.kept import kept
from lint.language.sounds import sound, sounds

if TYPE_CHECKING:
    import numpy as np

_WIDTH = 28  # letters of a word that are looked at
_MOST = 60  # words given back


@dataclass(frozen=True)
class Nearby:
    """An index of lower-case words. Making it takes half a second, reading back a kept one 6 ms, asking it 1 ms."""

    _words: np.ndarray[tuple[int], np.dtype[np.object_]]  # sorted
    _letters: np.ndarray[tuple[int], np.dtype[np.uint32]]  # one bit for each letter that a word has
    _lengths: np.ndarray[tuple[int], np.dtype[np.int64]]
    _sounds: np.ndarray[tuple[int], np.dtype[np.uint32]]  # a number for the sound of each word

    @classmethod
    def kept(cls, name: str, mark: str, words: Callable[[], Iterable[str]]) -> Nearby:
        """An index of these words, kept between runs for those of the same mark; words without one are not kept."""
        return cls.of(words()) if not mark else kept(f"nearby-{name}", mark, cls, lambda: cls.of(words()))

    @classmethod
    def of(cls, words: Iterable[str]) -> Nearby:
        """An index of these words."""
        import numpy as np

        chosen = tuple(sorted({word for word in words if word.isascii() and word.isalpha() and len(word) <= _WIDTH}))
        padded = np.array(chosen, dtype=f"S{_WIDTH}").view(np.uint8).reshape(len(chosen), _WIDTH)
        bits = np.where(padded > 0, np.uint32(1) << np.maximum(padded, 97).astype(np.uint32) - 97, 0).astype(np.uint32)
        heard = np.array([crc32(each.encode()) for each in sounds(chosen)][: len(chosen)], np.uint32)
        return cls(np.array(chosen, dtype=object), np.bitwise_or.reduce(bits, axis=1), (padded > 0).sum(axis=1), heard)

    def with_words(self, words: Iterable[str]) -> Nearby:
        """The index with further words; few take about a millisecond."""
        import numpy as np

        more = Nearby.of(words)
        places = np.searchsorted(self._words, more._words)
        new = [n for n, place in enumerate(places) if place == len(self._words) or self._words[place] != more._words[n]]

        def both(ours: np.ndarray[Any, Any], theirs: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            return np.insert(ours, places[new], theirs[new])

        return Nearby(
            both(self._words, more._words), both(self._letters, more._letters),
            both(self._lengths, more._lengths), both(self._sounds, more._sounds),
        )  # fmt: skip

    @classmethod
    def _read(cls, words: str, letters: bytes, lengths: bytes, sounds: bytes) -> Nearby:
        import numpy as np

        chosen = np.array(words.split(), dtype=object)
        return cls(
            chosen, np.frombuffer(letters, np.uint32), np.frombuffer(lengths, np.uint8).astype(np.int64), np.frombuffer(sounds, np.uint32)
        )

    def __reduce__(self) -> tuple[Callable[..., Nearby], tuple[str, bytes, bytes, bytes]]:
        """The words as one text, which is read back more quickly than each of them."""
        import numpy as np

        return self._read, (
            " ".join(self._words),
            self._letters.tobytes(),
            self._lengths.astype(np.uint8).tobytes(),
            self._sounds.tobytes(),
        )

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
        alike = self._words[self._sounds == crc32(sound(word).encode())].tolist()
        found = ((each, int(OSA.distance(word, each, score_cutoff=distance))) for each in alike)
        return [(each, edits) for each, edits in found if edits <= distance]
