"""What tells two near-equal passages apart, and whether that is dangerous."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

_NEGATIONS = frozenset(["not", "no", "never", "without", "neither", "nor", "none", "avoid", "cannot", "n't"])
_HELPERS = frozenset(["do", "does", "did", "can", "be", "is", "are", "may", "should", "must", "will"])
_UNITS = {
    name: unit
    for unit, names in {
        "mg": "mg milligram milligrams", "mcg": "mcg microgram micrograms µg μg ug", "g": "g gram grams", "kg": "kg kilogram kilograms",
        "ml": "ml millilitre millilitres milliliter milliliters", "l": "l litre litres liter liters", "iu": "iu", "unit": "unit units",
        "ng": "ng", "mmol": "mmol",
    }.items()
    for name in names.split()
}  # fmt: skip
_TIMES = frozenset(
    "day days week weeks month months hour hours year years minute minutes morning evening night noon bedtime before after during".split()
)
_OFTEN = frozenset("once twice thrice daily weekly monthly hourly yearly nightly every other each times".split())
_NEGATING, _TIMED = _NEGATIONS | _HELPERS, _TIMES | _OFTEN
_AGES = frozenset("adult adults child children adolescent adolescents infant infants newborn newborns baby babies elderly".split())
_AGE_AROUND = frozenset("year years aged age old older younger".split())
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "half": "0.5", "quarter": "0.25", "double": "2", "single": "1", "third": "3",
}  # fmt: skip
_COUNTED = frozenset("figure table step page chapter part number phone figures version image picture".split())
RANKED = ("negation", "number", "unit", "medicine", "frequency", "age", "time")  # gravest first
_LONGEST = 3  # words on one side of a difference


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words, for telling differences apart."""

    drug_of: Callable[[str], str | None]  # the medicine that a word names
    known: Callable[[str], bool]  # whether a lower-case word is spelt right as a word; one that is not is taken for a name


@dataclass(frozen=True, slots=True)
class Region:
    """A place at which two passages differ, as ranges of words in each; one of them may be empty."""

    there: tuple[int, int]  # in the earlier passage
    here: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """One dangerous difference of two passages: the words of each."""

    kind: str  # one of RANKED
    here: str  # in the later passage
    there: str


def regions(there: Sequence[str], here: Sequence[str]) -> list[Region]:
    """Where two passages differ, in order."""
    found: list[Region] = []
    for op in LCSseq.opcodes(there, here):
        if op.tag == "equal":
            continue
        if found and found[-1].there[1] == op.src_start and found[-1].here[1] == op.dest_start:
            found[-1] = Region((found[-1].there[0], op.src_end), (found[-1].here[0], op.dest_end))
        else:
            found.append(Region((op.src_start, op.src_end), (op.dest_start, op.dest_end)))
    return found


def dangerous(there: Sequence[str], here: Sequence[str], parts: Iterable[Region], words: Words) -> tuple[Difference, ...]:
    """The differences of two passages if all of them are dangerous, gravest first; empty where they differ otherwise as well.

    There may be several numbers, as in a strength that is named twice, but only one of any other kind. Names that no list has, such
    as those of two products, may differ besides.
    """
    found: list[Difference] = []
    for region in parts:
        one, other = tuple(there[slice(*region.there)]), tuple(here[slice(*region.here)])
        kind = _kind(one, other, words)
        if kind == "number":
            kind = "same" if _dated(there, region.there) and _dated(here, region.here) else _of_number(there, region.there)
        if kind is None:
            return ()
        difference = Difference(kind, " ".join(other) or "nothing", " ".join(one) or "nothing")
        if kind not in _NEUTRAL and difference not in found:
            found.append(difference)
    if sum(difference.kind not in ("number", "age", "time") for difference in found) > 1:
        return ()
    return tuple(sorted(found, key=lambda difference: (RANKED.index(difference.kind), found.index(difference))))


def named(there: Sequence[str], here: Sequence[str], region: Region, words: Words) -> bool:
    """Whether a region is a name on both sides: of a medicine, or one that no list has."""
    one, other = tuple(there[slice(*region.there)]), tuple(here[slice(*region.here)])
    return _kind(one, other, words) in ("name", "medicine")


def _kind(there: tuple[str, ...], here: tuple[str, ...], known: Words) -> str | None:
    if len(there) > _LONGEST or len(here) > _LONGEST:
        return None
    words = {*there, *here}
    if words <= _NEGATING:
        return "negation" if _NEGATIONS.isdisjoint(there) != _NEGATIONS.isdisjoint(here) else None
    if not there or not here:
        return None
    plain = {word for word in words if not is_number(word)}
    if not plain:
        return "number" if values(there) != values(here) else "same"
    if plain <= _UNITS.keys():
        return "unit" if [_UNITS.get(word, word) for word in there] != [_UNITS.get(word, word) for word in here] else "same"
    if plain <= _TIMED:
        return "frequency" if not _OFTEN.isdisjoint(words) else "time"
    if words <= _AGES:
        return "age"
    if len(there) == len(here) == 1 and _other_drugs(there[0], here[0], known.drug_of):
        return "medicine"
    return "name" if all(_is_name(word, known) for word in words) else None


_NEUTRAL = ("same", "name")  # what may differ besides


def _of_number(words: Sequence[str], place: tuple[int, int]) -> str | None:
    """What a number that differs counts, by the words around it; None for the number of a figure or step."""
    before, after = words[place[0] - 1] if place[0] else "", words[place[1] : place[1] + 2]
    if before in _COUNTED:
        return None
    if before in _AGE_AROUND or (after and (after[0] in _AGE_AROUND) and not _AGE_AROUND.isdisjoint(after[1:])):
        return "age"
    if after and after[0] in _TIMES:
        return "time"
    return "frequency" if after and after[0] in _OFTEN else "number"


def _dated(words: Sequence[str], place: tuple[int, int]) -> bool:
    """Whether a number is a date or part of one: pages are reviewed on different days."""
    after = words[place[1]] if place[1] < len(words) else ""
    return after in _MONTHS or (after not in _UNITS and all(_DATE.fullmatch(word) for word in words[slice(*place)]))


@lru_cache(maxsize=20_000)
def is_number(word: str) -> bool:
    """Whether a word is a number in figures or letters."""
    return any(c.isdigit() for c in word) or word in _NUMBERS


def values(words: Sequence[str]) -> list[str]:
    """The figures of a number, however it is typed: 10 000 is 10,000, five is 5, 20.0 is 20."""
    found: list[str] = []
    for word in words:
        plain = _NUMBERS.get(word, word.strip("-.,").replace(",", "") if _GROUPED.fullmatch(word) else word.strip("-.,"))
        plain = plain.rstrip("0").rstrip(".") if _DECIMAL.fullmatch(plain) else plain
        if found and len(plain) == 3 and plain.isdigit() and found[-1].isdigit():
            found[-1] += plain
        else:
            found.append(plain)
    return found


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec".split()
)
_DATE = re.compile(r"(?:19|20)\d\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
_DECIMAL = re.compile(r"\d+\.\d+")


def _is_name(word: str, known: Words) -> bool:
    return word == "@drug" or (len(word) > 3 and word.isalpha() and not known.known(word))


def _other_drugs(one: str, other: str, drug_of: Callable[[str], str | None]) -> bool:
    drugs = [word if word == "@drug" else drug_of(word) for word in (one, other)]
    return None not in drugs and drugs[0] != drugs[1]
