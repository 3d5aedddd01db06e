"""Suggestions for misspelt words, ranked as people err, and the one correction where there is no doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint.language.drugnames import DrugNames
from lint.language.edits import one_edit
from lint.language.vocabulary import Vocabulary

_MOST = 5  # suggestions shown
_RARE = 60  # a dictionary word counted less often is no likely suggestion
_LIKELY = 3.0  # how many times likelier the first suggestion must be for patterns to read the word as it
_SURE = 12.0  # … for it to be a safe fix
_SHORTEST = 5  # letters of a word that is corrected without asking


@dataclass(frozen=True)
class Corrector:
    """Suggests right words for wrong ones; remembers what it was asked. One suggestion takes 1 to 5 ms."""

    vocabulary: Vocabulary
    drugs: DrugNames
    _asked: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Right words for a wrong one, the likeliest first, in its case; drug names where it is near one."""
        low = word.lower().replace("’", "'")
        if low not in self._asked:
            self._asked[low] = self._ranked(low)
        return tuple(_in_case(word, suggestion) for suggestion in self._asked[low])

    def correction(self, word: str, odds: float = _LIKELY) -> str | None:
        """The lower-case word that was meant, or None where the next suggestion is too likely; a drug only if one name is near."""
        low = word.lower().replace("’", "'")
        near = self.drugs.near(low)
        if near:
            return near[0].name if len({found.drug for found in near}) == 1 else None
        if len(low) < _SHORTEST:
            return None
        found = self.suggest(low)
        if not found or OSA.distance(low, found[0]) > (1 if len(low) < 9 else 2):
            return None
        weights = [self._weight(low, candidate) for candidate in found[:2]]
        return found[0] if len(found) == 1 or weights[0] >= odds * weights[1] else None

    def safe_fix(self, word: str) -> str | None:
        """The word to put instead without asking, in its case; never the name of a medicine."""
        sure = self.correction(word, _SURE)
        return None if sure is None or sure in self.drugs.drug_of else _in_case(word, sure)

    def _ranked(self, low: str) -> tuple[str, ...]:
        near = [found.name for found in self.drugs.near(low)]
        words = self._close(low, 1) or (self._close(low, 2) if len(low) > 4 else [])
        ranked = sorted(words, key=lambda candidate: (-self._weight(low, candidate), candidate))
        split = self._split(low) if not near else []
        return tuple(dict.fromkeys([*near, *split, *ranked]))[:_MOST]

    def _close(self, low: str, distance: int) -> list[str]:
        """Known words within some edits: all at one, at two those that begin alike."""
        if distance == 1:
            edits = set(one_edit(low))
            return [w for w in edits if self._likely(w)]
        found = process.extract(low, self._bucket(low), scorer=OSA.distance, score_cutoff=distance, limit=40)
        return [word for word, _, _ in found]

    def _bucket(self, low: str) -> list[str]:
        lengths = range(len(low) - 2, len(low) + 3)
        return [word for length in lengths for word in self._words.get((low[0], length), ())]

    @cached_property
    def _words(self) -> dict[tuple[str, int], list[str]]:
        buckets: dict[tuple[str, int], list[str]] = {}
        words: Iterable[str] = {w for w, n in self.vocabulary.frequency.items() if n > _RARE} | self.vocabulary.accepted
        for word in sorted(words):
            buckets.setdefault((word[0], len(word)), []).append(word)
        return buckets

    def _likely(self, word: str) -> bool:
        return self.vocabulary.frequency.get(word, 0) > _RARE or word in self.vocabulary.accepted or word in self.vocabulary.pairs

    def _split(self, low: str) -> list[str]:
        """Two common words run together, such as `medicinefor`."""
        common = self.vocabulary.frequency
        return [
            f"{low[:at]} {low[at:]}"
            for at in range(2, len(low) - 1)
            if min(common.get(low[:at], 0), common.get(low[at:], 0)) > 50_000
        ][:1]  # fmt: skip

    def _weight(self, low: str, candidate: str) -> float:
        """How likely a candidate was meant: by how common it is and by how people slip."""
        count = self.vocabulary.frequency.get(self.vocabulary.american(candidate), 0) or (
            400 if candidate in self.vocabulary.accepted else 1
        )
        weight: float = count**0.5
        weight *= 0.02 ** (OSA.distance(low, candidate) - 1)
        weight *= 1.0 if low[0] == candidate[0] else 0.05
        weight *= 1.0 if low[-1] == candidate[-1] else 0.6
        weight *= 3.0 if len(candidate) > len(low) else 1.0  # letters are left out more often than put in
        if sorted(low) == sorted(candidate) or set(low) == set(candidate):
            weight *= 8  # letters swapped, doubled or left single
        elif _without_vowels(low) == _without_vowels(candidate):
            weight *= 4  # a wrong vowel
        return weight


def _without_vowels(word: str) -> str:
    return "".join(c for c in word if c not in "aeiouy")


def _in_case(word: str, suggestion: str) -> str:
    """The suggestion in the case of the word it replaces."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    return suggestion[0].upper() + suggestion[1:] if word[:1].isupper() else suggestion
