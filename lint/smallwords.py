"""The small words by which a language is told (rules/words/languages.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lint.data import data_path


@cache
def small_words() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """The small words of English, and each small word of other languages with the languages that have it."""
    lines = data_path("rules/words/languages.txt").read_text(encoding="utf-8").splitlines()
    listed = {name: rest.split() for name, _, rest in (line.partition(":") for line in lines if not line.startswith("#"))}
    english = frozenset(listed.pop("English"))
    others: dict[str, list[str]] = {}
    for name, words in listed.items():
        for word in {word for word in words if len(word) > 1}:
            others.setdefault(word, []).append(name)
    return english, {word: tuple(names) for word, names in others.items()}
