"""How alike two passages are: the words they share in order, and whether the rest makes them two statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from lint.repeats.difference import Difference, Region, Words, dangerous, is_number, named, regions
from lint.repeats.words import content

NEAR = 0.8  # share of the longer passage's words that must stand in the other, in order
_SWAPPED = 0.1  # share of the content words that may stand in for others
_EDITED = 0.75  # the same for a passage whose neighbours are alike too
_ALIKE = 0.9  # the same where all figures count as one
_LONG = 30  # words from which a strict comparison lets words differ on both sides


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two passages side by side."""

    share: float  # of the longer one's words, 0 to 1
    parts: tuple[Region, ...]  # where they differ
    dangers: tuple[Difference, ...]  # if they differ dangerously and in nothing else, gravest first

    @property
    def equal(self) -> bool:
        """Whether they are the same word for word."""
        return not self.parts

    @property
    def shortened(self) -> bool:
        """Whether one is the other with words left out."""
        return all(part.there[0] == part.there[1] for part in self.parts) or all(part.here[0] == part.here[1] for part in self.parts)


EQUAL = Likeness(1.0, (), ())


def compare(there: Sequence[str], here: Sequence[str], words: Words, *, strict: bool = False) -> Likeness | None:
    """How alike two passages are; None where they share too little, or say one thing each of two matters.

    “Your doctor will check your liver” and “Your doctor will check your heart” share most words and repeat nothing: a word of
    content stands in each for one of the other. Left-out words, small words, figures and names do not make two matters. A `strict`
    comparison lets no word of content differ, and short passages only be shortened.
    """
    longest = max(len(there), len(here))
    if min(len(there), len(here)) < NEAR * longest:
        return None
    return _likeness(there, here, LCSseq.similarity(there, here), words, strict=strict)


def compare_or_edited(there: Sequence[str], here: Sequence[str], words: Words) -> tuple[Likeness | None, bool]:
    """How alike two passages are; and if they are not, whether one may be an edited copy of the other.

    An edited copy may have any of its words changed, so that it is one only beside others that are alike as well.
    """
    shortest, longest = sorted((len(there), len(here)))
    if shortest < _EDITED * longest:
        return None, False
    common = LCSseq.similarity(there, here)
    likeness = _likeness(there, here, common, words, strict=False) if shortest >= NEAR * longest else None
    return likeness, likeness is None and common >= _EDITED * longest


def edited(there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether a passage may be an edited copy of another, whatever words were changed."""
    shortest, longest = sorted((len(there), len(here)))
    return shortest >= _EDITED * longest and LCSseq.similarity(there, here) >= _EDITED * longest


def _likeness(there: Sequence[str], here: Sequence[str], common: int, words: Words, *, strict: bool) -> Likeness | None:
    """`common`: how many words they share, in order."""
    longest = max(len(there), len(here))
    share = common / longest
    if share < NEAR and not _same_but_figures(there, here, common):
        return None
    parts = tuple(regions(there, here))
    found = Likeness(share, parts, dangerous(there, here, parts, words))
    if found.dangers:
        return found
    if share < NEAR or (strict and longest < _LONG and not found.shortened):
        return None
    swapped = _swapped(there, here, parts, words)
    if not swapped:
        return found
    if strict or swapped > _SWAPPED * longest:
        return None
    return found if swapped <= _SWAPPED * max(len(content(there)), len(content(here))) else None


def _same_but_figures(there: Sequence[str], here: Sequence[str], common: int) -> bool:
    """Whether two passages share nearly all words when every figure counts as the same."""
    least = _ALIKE * max(len(there), len(here))
    if common + sum(map(is_number, there)) < least:
        return False  # so many more words at most would be the same
    one, other = (["#" if is_number(word) else word for word in passage] for passage in (there, here))
    return bool(LCSseq.similarity(one, other) >= least)


def _swapped(there: Sequence[str], here: Sequence[str], parts: Sequence[Region], words: Words) -> int:
    """How many words of content stand in for others."""
    count = 0
    for region in parts:
        one = {stem for stem in content(there[slice(*region.there)]) if not is_number(stem)}
        other = {stem for stem in content(here[slice(*region.here)]) if not is_number(stem)}
        if one and other and not named(there, here, region, words):
            count += max(len(one - other), len(other - one))
    return count


def moved(there: Sequence[str], here: Sequence[str], least: float = 0.9) -> bool:
    """Whether two passages have the same words of content in another order."""
    if LCSseq.similarity(there, here) >= NEAR * max(len(there), len(here)):
        return False
    one, other = Counter(content(there)), Counter(content(here))
    return (one & other).total() >= least * max(one.total(), other.total())
