"""Passages that are not in English: addresses of local representatives, lines left in another language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from lint.data import data_path

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 4  # words of a passage that is judged
_KNOWN = 0.55  # share of its words that English knows, below which it is not English
_ENGLISH = frozenset("the of and to a in is you your with for this that are it be or not if as have has your medicine take do from".split())
_SMALL = 0.15  # share of small words of another language, with which more may be known


@cache
def _small_words() -> frozenset[str]:
    text = data_path("rules/words/foreign.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return frozenset(word for line in lines for word in line[1:]) - _ENGLISH


def is_foreign(passage: str, known: Callable[[str], bool]) -> bool:
    """Whether a line is in another language than English, by the share of its words that English knows."""
    words = [word for word in _WORD.findall(passage) if len(word) > 1]
    if len(words) < _FEWEST:
        return False
    english = sum(known(word) for word in words) / len(words)
    if english >= 0.8:
        return False
    low = [word.lower() for word in words]
    ours, theirs = sum(word in _ENGLISH for word in low), sum(word in _small_words() for word in low)
    if ours > theirs or (ours and ours == theirs):
        return False
    return english < _KNOWN or theirs >= _SMALL * len(words)
