"""Which words are spelt right: a general dictionary, medicine's words, drug names, and regular derivations of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path

from spellchecker import SpellChecker

from lint.kept import kept
from lint.language import variants
from lint.language.morphology import is_derived, is_medical_compound, is_name_by_stem
from lint.rulebook.inflect import inflections

_WORD_LISTS = ("medical.txt", "labels.txt", "drugs.txt")
_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$")


def read_words(path: Path) -> frozenset[str]:
    """A plain word list: one word a line, lower case, `#` begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for word in (line.split("#")[0].strip() for line in lines) if word)


@dataclass(frozen=True)
class Vocabulary:
    """The words that count as spelt right. Building it takes about 0.15 s; asking it is a few set look-ups."""

    accepted: frozenset[str]  # all words of leaflint's lists, the references and the project, lower case
    pairs: Mapping[str, str]  # UK form: US form
    telling: frozenset[str]  # forms that show whether a text is British or American
    _known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def build(cls, folder: Path, words: Iterable[str] = ()) -> Vocabulary:
        """From the lists in rules/words and further accepted words."""
        lists = frozenset().union(*(read_words(folder / name) for name in _WORD_LISTS), (word.lower() for word in words))
        pairs = variants.load_pairs(folder / "us-uk.txt")
        return cls(lists, pairs.american, pairs.telling)

    @cached_property
    def checker(self) -> SpellChecker:
        """The general dictionary (US English)."""
        key = f"{metadata.version('pyspellchecker')} en 1"
        return kept("dictionary", key, SpellChecker, lambda: SpellChecker(language="en", distance=1))

    @cached_property
    def frequency(self) -> Mapping[str, int]:
        """The general dictionary's words with their counts."""
        counts: Mapping[str, int] = self.checker.word_frequency.dictionary
        return counts

    def known(self, word: str) -> bool:
        """Whether a word is spelt right, in any case; possessives and hyphened words are judged by their parts."""
        low = word.lower().replace("’", "'")
        if low not in self._known:
            self._known[low] = self._judge(low)
        return self._known[low]

    def listed(self, low: str) -> bool:
        """Whether a lower-case word stands in the dictionary or a list, as it is or in its American form."""
        return low in self.frequency or low in self.accepted or self.american(low) != low

    def american(self, word: str) -> str:
        """The American form of a British spelling, in lower case; any other word as it is."""
        low = word.lower()
        return variants.american(low, self.pairs, lambda form: form in self.frequency or form in self.accepted)

    def variant(self, word: str) -> str:
        """ "UK" or "US" for a word that the other side spells differently (from us-uk.txt only), else ""."""
        low = word.lower()
        return "" if low not in self.telling else "UK" if low in self.pairs else "US"

    def _judge(self, low: str) -> bool:
        bare = _CONTRACTED.sub("", low).strip("'") if "'" in low else low
        if not bare or self.listed(low) or self.listed(bare):
            return True
        if "-" in bare:
            return all(self.known(part) for part in bare.split("-") if len(part) > 1)
        return is_derived(bare, self.listed) or is_medical_compound(bare) or is_name_by_stem(bare) or self._inflected(bare)

    def _inflected(self, low: str) -> bool:
        """Whether it is a regular inflection of a listed word: plural, past, participle."""
        bases = {low[:-1], low[:-2], low[:-3], low[:-2] + "e", low[:-3] + "e", low[:-3] + "y", low[:-1] + "e"}
        return any(len(base) > 2 and base in self.accepted and low in inflections(base) for base in bases)
