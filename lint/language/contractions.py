"""Contractions written without their apostrophe: “dont”, “youre”. What is near them by letters often means the opposite."""

from __future__ import annotations

_DENIED = "are ca could did do does had has have is must need should was were wo would".split()
_ENDED = {
    "re": "they you".split(), "ve": "could i might must should they we would you".split(), "ll": "it that there they you".split(),
    "s": "he here she that there what where who".split(), "d": "they you".split(), "m": ["i"],
}  # fmt: skip
_WHOLE = {
    **{f"{verb}nt": f"{verb}n't" for verb in _DENIED},
    **{f"{word}{end}": f"{word}'{end}" for end, words in _ENDED.items() for word in words},
}  # fmt: skip


def contraction(low: str) -> str | None:
    """The contraction that a lower-case word is without its apostrophe: don't for dont; None for any other word."""
    return _WHOLE.get(low)
