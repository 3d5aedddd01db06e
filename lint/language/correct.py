"""Suggestions for misspelt words, ranked as people err, and the one correction where there is no doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from rapidfuzz.distance import OSA

from lint.data import data_path
from lint.language.contractions import contraction
from lint.language.drugnames import DrugNames
from lint.language.nearby import Nearby
from lint.language.slips import cost
from lint.language.sounds import sound
from lint.language.variants import british, plain
from lint.language.vocabulary import Vocabulary
from lint.language.wordlists import read_words
from lint.rulebook.inflect import inflections

_MOST = 5  # suggestions shown
_REMEMBERED = 50_000  # words whose suggestions are kept in memory
_SHOWN = 6.0  # how much likelier (e-folds) than the last of them the first may be
_RARE = 60  # a dictionary word counted less often is no likely suggestion
_DEAR = 7.0  # how many e-folds of frequency one unit of a slip's price outweighs
_LIKELY = 2.0  # how much likelier (e-folds) the first suggestion must be for patterns to read the word as it
_SURE = 4.5  # … for it to be a safe fix
_SHORTEST = 5  # letters of a word that is corrected without asking
_SPLIT = 10_000  # counts of a general word that a run-together word may be taken apart into
_SMALL = frozenset("and or the in of for to with your you is are if it may can not on as at by from this that be an will".split())
_SPLIT_PRICE = 0.9
_HEARD, _ENDING = 0.2, 0.1  # what the same sound takes off a price, another last letter adds
_FARTHEST = ((5, 1.5), (6, 1.9), (99, 2.6))  # price up to which a word of so many letters is a slip; more is a word we do not know
_FOREMOST = 9.0  # weight of the first name, where a medicine was meant; above that of any word
_BASE = 1e-8  # the share of a word that was never counted, in all words
_LISTED = 3e-7  # … of a medical word


@dataclass(frozen=True)
class Corrector:
    """Suggests right words for wrong ones; remembers what it was asked. One suggestion takes about 1 ms."""

    vocabulary: Vocabulary
    drugs: DrugNames
    _asked: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict, repr=False, compare=False)
    _found: dict[str, list[tuple[str, float]]] = field(default_factory=dict, repr=False, compare=False)

    def suggest(self, word: str, variant: str = "") -> tuple[str, ...]:
        """Right words for a wrong one, the likeliest first, in its case; drug names where it is near one.

        `variant` UK gives British forms of words that have one.
        """
        low = word.lower().replace("’", "'")
        whole = contraction(low)
        if whole:
            return (_in_case(word, whole),)
        weighed = self._weighed(low)
        forms = [self._variant(low, other, variant) for other, weight in weighed if weight > weighed[0][1] - _SHOWN]
        return tuple(dict.fromkeys(_in_case(word, form) for form in forms if form != low))[:_MOST]

    def correction(self, word: str, odds: float = _LIKELY) -> str | None:
        """The lower-case word that was meant, or None where the next suggestion is too likely; a drug only if one name is near."""
        low = word.lower().replace("’", "'")
        if contraction(low):
            return None  # two words for patterns: what cuts texts into words does that
        near = self.drugs.near(low)
        if near and self.means_drug(low):
            return near[0].name if len({found.drug for found in near}) == 1 else None
        found = [pair for pair in self._weighed(low) if " " not in pair[0]]
        if len(low) < _SHORTEST or not found or OSA.distance(low, found[0][0]) > (1 if len(low) < 9 else 2):
            return None
        return found[0][0] if len(found) == 1 or found[0][1] >= odds + found[1][1] else None

    def safe_fix(self, word: str, variant: str = "") -> str | None:
        """The word to put instead without asking, in its case; never the name of a medicine, a number, a negation or a claim."""
        sure = self.correction(word, _SURE)
        if sure is None or sure in self.drugs.drug_of or sure in _never_fixed():
            return None
        return _in_case(word, self._variant(word.lower(), sure, variant))

    def best(self, word: str) -> tuple[str, float] | None:
        """The likeliest word that is no medicine's name, with the price of the slips to it."""
        low = word.lower().replace("’", "'")
        first = next((other for other, _ in self._ordinary(low) if other not in self.drugs.drug_of), None)
        return None if first is None else (first, cost(low, first))

    def is_slip(self, word: str) -> bool:
        """Whether an unknown word is likely a slip for a known one: not too far from it for its length, or of the same sound or letters."""
        best = self.best(word)
        if contraction(word.lower()):
            return True
        if best is None:
            return False
        low, (other, price) = word.lower(), best
        alike = " " in other or sound(low) == sound(other) or sorted(low) == sorted(other)
        return alike or price <= next(most for length, most in _FARTHEST if len(low) <= length)

    def means_drug(self, word: str) -> bool:
        """Whether a wrong word was meant as a drug's name: as near to one as to any other word."""
        low = word.lower().replace("’", "'").removesuffix("'s")
        near = self.drugs.near(low)
        if not near:
            return False
        others = [(other, weight) for other, weight in self._ordinary(low) if other not in self.drugs.drug_of]
        if not others:
            return True
        price = min(cost(low, other) for other, _ in others[:3])
        return near[0].price <= price - (0 if word[:1].isupper() else 0.25) or near[0].distance < min(
            OSA.distance(low, o) for o, _ in others
        )

    def _weighed(self, low: str) -> tuple[tuple[str, float], ...]:
        if low not in self._asked:
            _bounded(self._asked)
            drugs = [(near.name, _FOREMOST - place) for place, near in enumerate(self.drugs.near(low))] if self.means_drug(low) else []
            self._asked[low] = tuple({**dict(self._ordinary(low)), **dict(drugs)}.items())
            self._asked[low] = tuple(sorted(self._asked[low], key=lambda pair: (-pair[1], pair[0])))[: 2 * _MOST]
        return self._asked[low]

    def _ordinary(self, low: str) -> list[tuple[str, float]]:
        """Known words near a word with their weights, and the two words it may be run together from; the likeliest first."""
        if low not in self._found:
            _bounded(self._found)
            self._found[low] = self._near_words(low)
        return self._found[low]

    def _near_words(self, low: str) -> list[tuple[str, float]]:
        if len(low) < 3 or len(low) > 28:
            return self._split(low)
        most = 1 if len(low) < 5 else 2 if len(low) < 9 else 3
        heard = dict(self._words.sounding(low, most + 1))
        found = dict(self._words.within(low, most)) | heard
        if plain(low) != low:
            found.update(self._words.within(plain(low), 1))
        if low.endswith("s") and len(low) > 4:
            stems = self._words.within(low[:-1], 1)
            found.update({f"{word}s": edits for word, edits in stems if not word.endswith("s") and self.vocabulary.known(f"{word}s")})
        weighed = [(word, self._weight(low, word) + (_DEAR * _HEARD if word in heard else 0)) for word in found]
        return sorted([*weighed, *self._split(low)], key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def _words(self) -> Nearby:
        """The words that are suggested at all, with the British forms of those that have one."""
        vocabulary, pairs = self.vocabulary, self.vocabulary.pairs
        frequency, own = vocabulary.frequency, vocabulary.own
        listed = vocabulary.accepted - own

        def shipped() -> Iterator[str]:
            yield from frequency.commoner(_RARE)
            yield from listed
            yield from (uk for uk, us in pairs.items() if us in frequency or us in listed)

        return Nearby.kept("words", vocabulary.mark, shipped).with_words((*own, *(uk for uk, us in pairs.items() if us in own)))

    @cached_property
    def _total(self) -> tuple[int, int]:
        return self.vocabulary.frequency.total, sum(self.vocabulary.health.values())

    def share(self, word: str) -> float:
        """How common a word is, as a share of all words: half by general texts, half by health texts."""
        vocabulary, (general, health) = self.vocabulary, self._total
        listed = word in vocabulary.frequency or word in vocabulary.accepted
        american = word if listed else vocabulary.american(word)
        seen = vocabulary.frequency.get(american, 0) / general + vocabulary.health.get(american, 0) / health
        return seen / 2 + (_LISTED if american in vocabulary.accepted else _BASE)

    def _weight(self, low: str, candidate: str) -> float:
        """The logarithm of how likely a candidate was meant: by how common it is and by how people slip."""
        price, uk, us = cost(low, candidate), british(candidate), plain(low)
        price = min(price, cost(low, uk) + 0.05) if uk != candidate else price
        price = min(price, cost(us, candidate) + 0.05) if us != low else price
        price += _ENDING if low[-1] != candidate[-1] and not candidate.startswith(low) else 0
        return math.log(self.share(candidate)) - _DEAR * price

    def _split(self, low: str) -> list[tuple[str, float]]:
        """Two words run together, such as `medicinefor`: both usual ones, or one of them a small word."""
        pairs = [(low[:at], low[at:]) for at in range(1, len(low))]
        found = [
            (f"{one} {two}", math.log(min(self.share(one), self.share(two))) - _DEAR * _SPLIT_PRICE)
            for one, two in pairs
            if (one in _SMALL and self._usual(two))
            or (two in _SMALL and self._usual(one))
            or (len(one) > 3 and self._usual(one) and self._usual(two))
        ]
        return sorted(found, key=lambda pair: -pair[1])[:1]

    def _usual(self, word: str) -> bool:
        vocabulary = self.vocabulary
        return len(word) > 3 and (word in vocabulary.health or word in vocabulary.medical or vocabulary.frequency.get(word, 0) > _SPLIT)

    def _variant(self, low: str, suggestion: str, variant: str) -> str:
        """The British form where the text is British or the word was begun so, else the form as it is."""
        uk = british(suggestion)
        if uk == suggestion or suggestion in self.drugs.drug_of:
            return suggestion
        to_us, to_uk = OSA.distance(low, suggestion), OSA.distance(low, uk)
        return uk if variant == "UK" or to_uk < to_us else suggestion


def _bounded(memory: dict[str, Any]) -> None:
    """Forgets everything when a process that lives long has asked too much."""
    if len(memory) >= _REMEMBERED:
        memory.clear()


@cache
def _never_fixed() -> frozenset[str]:
    words = read_words(data_path("rules/words/never-fixed.txt"))
    return frozenset(form for word in words for form in inflections(word))


def _in_case(word: str, suggestion: str) -> str:
    """The suggestion in the case of the word it replaces."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    return suggestion[0].upper() + suggestion[1:] if word[:1].isupper() else suggestion
