"""The stems of English words, worked out once for all that compare words by them."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The lower-case word without its inflection."""
    return str(_STEMMER.stemWord(word))
