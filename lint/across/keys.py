"""Keys under which alike sentences meet: the same for the same words in every run and process."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from zlib import crc32

SHORTEST = 8  # words of a sentence that is compared for itself
_MASK = (1 << 63) - 1
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)


def line_key(line: str) -> int:
    """A number of 63 bits for a sentence's words."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=8).digest()) & _MASK


def gram_keys(line: str) -> set[int]:
    """Numbers for the runs of words in a sentence, whose figures all count as one; of a long sentence every second one, by its value."""
    words = [_word(word) for word in line.split()]
    found = {
        one[0] ^ two[1] ^ three[2] ^ four[3]
        for one, two, three, four in zip(words, words[1:], words[2:], words[3:], strict=False)
    }  # fmt: skip
    return found if len(found) < _LONG else {key for key in found if key >> 20 & 1}


_LONG = 20  # runs from which half of them do


@lru_cache(maxsize=20_000)
def _word(word: str) -> tuple[int, ...]:
    """A number for a word at each place of a run."""
    number = crc32(word.encode()) + 1 if word[0].isalpha() or word[0] == "@" else 1
    return tuple(number * spread & _MASK for spread in _SPREAD)
