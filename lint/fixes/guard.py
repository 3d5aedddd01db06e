"""What no fix may touch: names of medicines, numbers, units, negations, and words whose likely corrections differ in meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width characters, byte order mark
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_PLAIN = re.compile(rf"(?:[^\W\d_]|[ '’\-\t{INVISIBLE}])+")
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion once twice thrice half quarter third double "
    "triple single both first second fourth fifth sixth seventh eighth ninth tenth dozen couple pair".split()
)
_UNITS = frozenset(
    "mg g gm gram milligram mcg ug microgram ng nanogram kg kilogram ml l dl cl milliliter millilitre liter litre unit units iu mmol meq "
    "percent per tablet capsule pill puff drop spray patch teaspoon teaspoonful tablespoon minute hour day week month year daily nightly "
    "hourly weekly monthly yearly fortnightly time times dose doses am pm".split()
)
_NEGATIONS = frozenset(
    "no not never none nor neither nobody nothing nowhere without cannot except unless unlikely avoid avoids stop stops hardly barely "
    "scarcely rarely seldom only but".split()
)
# Beginnings and endings that turn a word's meaning round or over.
_TURNS = (
    ("hyper", "hypo"), ("inter", "intra"), ("intra", "infra"), ("pre", "post"), ("ante", "anti"), ("ab", "ad"), ("in", "ex"),
    ("over", "under"), ("up", "down"), ("un", ""), ("in", ""), ("im", ""), ("ir", ""), ("il", ""), ("dis", ""), ("non", ""),
    ("mis", ""), ("anti", ""), ("de", ""), ("a", ""),
)  # fmt: skip
_ENDINGS = (("less", "ful"), ("less", ""))


@dataclass(frozen=True, slots=True)
class Guard:
    """Says whether a change of words is safe; knows nothing of rules."""

    is_drug: Callable[[str], bool]  # whether a word names a medicine, or is near enough to such a name
    is_word: Callable[[str], bool]  # whether a word, in lower case, stands in a dictionary

    def allows(self, before: str, after: str) -> bool:
        """Whether `after` may stand for `before`: only plain words change, and none of those that must not."""
        if not _PLAIN.fullmatch(before) or not _PLAIN.fullmatch(after) or before == after:
            return False
        old, new = Counter(_tokens(before)), Counter(_tokens(after))
        gone, come = [token for token in old - new if token not in INVISIBLE], list(new - old)
        if not come and not all(self.is_word(token) for token in gone):
            return False  # a misspelt word said twice is two matters
        return not any(self._fixed(token) for token in (*gone, *come)) and not self._turns(before, after)

    def _fixed(self, token: str) -> bool:
        bare = token.strip("'’").removesuffix("'s").removesuffix("’s")
        listed = _NUMBERS | _UNITS | _NEGATIONS
        return bare in listed or bare.rstrip("s") in listed or bare.endswith(("n't", "n’t")) or self.is_drug(bare)

    def _turns(self, before: str, after: str) -> bool:
        """Whether the words could as well have been meant as others that say the opposite: hypertension, hypotension."""
        low, meant = before.lower(), after.lower()
        if " " in low or " " in meant:
            return False
        return any(OSA.distance(low, other) <= OSA.distance(low, meant) and self.is_word(other) for other in _opposites(meant))


def _tokens(text: str) -> Iterator[str]:
    return (token.lower() for token in _TOKEN.findall(text))


def _opposites(word: str) -> Iterator[str]:
    for one, other in (*_TURNS, *((b, a) for a, b in _TURNS)):
        if word.startswith(one):
            yield other + word[len(one) :]
    for one, other in (*_ENDINGS, *((b, a) for a, b in _ENDINGS)):
        if word.endswith(one):
            yield word[: len(word) - len(one)] + other
