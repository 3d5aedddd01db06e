"""How a word sounds, roughly: misspellings by ear have the sound of the word that was meant."""

from __future__ import annotations

import re

# Tried in this order, each on the outcome of the one before.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn|mn)", "n"), (r"^ps", "s"), (r"^wr", "r"), (r"^x", "s"), (r"^wh", "w"),
        (r"sch(?=[ieyw])", "x"), (r"ough|augh", "af"), (r"(?<=[aeiou])gh(?![aeiou])", ""), (r"gh", "g"), (r"ph", "f"),
        (r"pt(?=[aeiou]r)", "t"),
        (r"[tsc]h", lambda m: {"t": "t", "s": "x", "c": "k"}[m[0][0]]), (r"(?:ti|si|ci|shi)(?=[aou])", "x"), (r"dge?(?=[aeiy]|$)", "j"),
        (r"sc(?=[eiy])", "s"), (r"c(?=[eiy])", "s"), (r"c[kq]?|q", "k"), (r"g(?=[eiy])", "j"), (r"x", "ks"), (r"z", "s"), (r"v", "f"),
        (r"(?<!^)[hw]", ""), (r"y", "i"), (r"d$", "t"),
    )
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """The consonants of a lower-case word as they are heard, with a mark for a vowel at the start."""
    for pattern, heard in _RULES:
        word = pattern.sub(heard, word)
    first = "a" if word[:1] in ("a", "e", "i", "o", "u") else ""
    return _TWICE.sub(r"\1", first + _VOWELS.sub("", word))
