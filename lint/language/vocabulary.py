"""Which words are spelt right: a general dictionary, medicine's words, drug names, and regular derivations of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lint.kept import kept
from lint.language import variants
from lint.language.contractions import contraction
from lint.language.edits import one_edit
from lint.language.morphology import Parts, is_chemical, is_compound, is_derived, is_name_by_stem, read_parts
from lint.language.wordlists import (
    CHEMISTRY,
    DRUGS,
    FREQUENT,
    NAMES,
    SPELT,
    WordCounts,
    general_words,
    mark_of,
    read_counts,
    read_words,
)
from lint.rulebook.inflect import inflections

_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$")
_REMEMBERED = 500_000  # words whose judgement is kept in memory
_COMMON = 300  # counts of a general word that others may be derived from, or be misspellings of


@dataclass(frozen=True)
class Vocabulary:
    """The words that count as spelt right. It is kept between runs and there in some milliseconds; asking it is a few look-ups."""

    frequency: WordCounts  # the general dictionary's words with their counts
    accepted: frozenset[str]  # all words of leaflint's lists, the references and the project, lower case
    medical: frozenset[str]  # those that compounds may end in
    chemistry: frozenset[str]
    names: frozenset[str]  # lower case; right only with a capital
    health: Mapping[str, int]  # words of health texts with their counts
    parts: Parts
    pairs: Mapping[str, str]  # UK form: US form
    telling: frozenset[str]  # forms that show whether a text is British or American
    own: frozenset[str] = frozenset()  # those of the accepted words that are in none of leaflint's lists
    mark: str = ""  # of leaflint's lists, for what is made of them and kept
    _known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    chunks: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)  # what the spelling check remembers of chunks of text

    @classmethod
    def build(cls, folder: Path, words: Iterable[str] = ()) -> Vocabulary:
        """From the lists in rules/words and further accepted words."""
        own = frozenset(word.lower() for word in words)
        shipped = kept("vocabulary", mark_of(folder), cls, lambda: cls._read(folder))
        return replace(shipped, accepted=shipped.accepted | own, own=own - shipped.accepted, _known={}, chunks={})

    @classmethod
    def _read(cls, folder: Path) -> Vocabulary:
        medical = frozenset().union(*(read_words(folder / name) for name in SPELT))
        drugs = frozenset().union(*(read_words(folder / name) for name in DRUGS))
        names = frozenset().union(*(read_words(folder / name) for name in NAMES))
        pairs = variants.load_pairs(folder / "us-uk.txt")
        return cls(
            general_words(folder), medical | drugs, medical, read_words(folder / CHEMISTRY), names,
            read_counts(folder / FREQUENT), read_parts(folder / "parts.txt"), pairs.american, pairs.telling, mark=mark_of(folder),
        )  # fmt: skip

    def known(self, word: str) -> bool:
        """Whether a word or name is spelt right, in any case; possessives and hyphened words are judged by their parts."""
        return self.spelt(word) or self._bare(word) in self.names

    def is_brand(self, word: str) -> bool:
        """Whether a word is one of the lists of brands and other names, in any case."""
        return word.lower() in self.names

    def spelt(self, word: str) -> bool:
        """Whether a word is spelt right as it stands: names must have their capital."""
        low = self._bare(word)
        if word[:1].isupper() and low in self.names:
            return True
        if low not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
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

    def common(self, low: str) -> bool:
        """Whether a lower-case word is one that others may be derived from, or be misspellings of."""
        return low in self.accepted or self.frequency.get(low, 0) >= _COMMON

    @staticmethod
    def _bare(word: str) -> str:
        low = word.lower().replace("’", "'")
        return (_CONTRACTED.sub("", low).strip("'") or low) if "'" in low else low

    def _judge(self, low: str) -> bool:
        if contraction(low):  # general dictionaries, made of what people write, have some
            return low in self.own
        if self.listed(low):
            return True
        if "-" in low:
            return all(self.known(part) for part in low.split("-") if len(part) > 1)
        return self._inflected(low) or self._derived(low) or self._plural_of_derived(low)

    def _inflected(self, low: str) -> bool:
        """Whether it is a regular inflection of a word of the lists, or the third person of a verb of the dictionary, which lacks some."""
        person = low.endswith("s")
        return any(low in inflections(base) for base in _bases(low) if base in self.accepted or (person and self._is_verb(base)))

    def _is_verb(self, base: str) -> bool:
        forms = inflections(base)
        return self.frequency.get(base, 0) >= _COMMON and sum(form in self.frequency for form in forms) >= len(forms) - 1 > 2

    def _derived(self, low: str) -> bool:
        forms = {low, variants.plain(low)}
        made = is_name_by_stem(low) or any(
            is_compound(form, self.parts, self.medical)
            or is_chemical(form, self.parts, self.chemistry)
            or is_derived(form, self.parts, self.common)
            for form in forms
        )
        return made and not any(self.common(other) for form in forms for other in one_edit(form))

    def _plural_of_derived(self, low: str) -> bool:
        return (
            low.endswith("s") and not low.endswith("ss") and len(low) > 7 and (low[:-1] not in self.frequency) and self._derived(low[:-1])
        )


def _bases(low: str) -> tuple[str, ...]:
    if low.endswith("s"):
        bases = [low[:-1], low[:-2], low[:-3] + "y"]
    elif low.endswith("ed"):
        bases = [low[:-1], low[:-2], low[:-3], low[:-3] + "y"]
    elif low.endswith("ing"):
        bases = [low[:-3], low[:-3] + "e", low[:-4]]
    else:
        bases = []
    return tuple(base for base in bases if len(base) > 2)
