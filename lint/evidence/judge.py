"""Decides what a label says of a sentence: restated, another amount, the opposite; or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lint.evidence.align import Alignment, Stated
from lint.evidence.comparison import compared
from lint.evidence.quantities import Quantity
from lint.evidence.search import ONLY, UNCERTAIN, LabelSearch, ranks
from lint.evidence.words import stems_for

RESTATED = 0.8  # share of a claim's words, weighed by rarity, that the label must say too
BESIDE = 0.55  # share from which amounts that stand in the same place are compared
OPPOSED = 0.9  # share from which a negation that only one of them has makes them contradict each other
LIKE = 0.5  # share of what either says that both must say, to be held against each other
LIKE_BRIEF = 0.15  # the same for a sentence of a few words: a long sentence of the label has them by chance
MEANT = 4  # words that say something, without which a sentence is too short to be the opposite of another
_BARE = re.compile(r"\W*(?:if|when|whether)\b[^,.;:]*$", re.IGNORECASE)  # a condition, and nothing said of it
_IF = re.compile(r"\W*if you (?:wish|want|would like|plan)\b", re.IGNORECASE)  # what a reader may want, not what the label allows
_RANKS = "common uncommon rare very"
_TITLE = 3  # words
_AGAINST = re.compile(r"\bavoid|\bcontraindicat|\bdiscontinu|\b(?:should|must|do|may) not\b|\bnot (?:recommended|be used)", re.IGNORECASE)
_TIMES = frozenset(["hour", "day", "month", "time"])
_BESIDE_DOSES = frozenset(["interactions", "studies", "pharmacology", "adverse-reactions", "overdose"])  # give amounts of other matters
_CLOSER = 0.15  # share by which a sentence of the label is nearer than another
SPOKEN = 0.3  # share from which an amount and how often it is taken are enough


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the label says of a sentence, and where."""

    verdict: str  # restated | tenfold | amount | unit | opposite
    alignment: Alignment
    amount: Quantity | None = None  # of the claim
    label: Quantity | None = None  # what the label has in its place


def judge(search: LabelSearch, number: int) -> Judgement | None:
    """The label's verdict on a sentence of the text, or None where the comparison cannot decide."""
    return search.once(number, "judged", lambda number: _judge(search, number))


def _judge(search: LabelSearch, number: int) -> Judgement | None:
    stated, found = search.stated(number), search.best(number)
    if len(set(stated.stems)) < 2:
        return None
    least = LIKE_BRIEF if len(set(stated.stems)) < MEANT and not stated.quantities else 0.0
    restating = [
        a
        for a in found
        if a.likeness >= least and a.shared >= RESTATED and not _lacking(search, stated, a) and not _short(search, stated, a)
    ]
    near = [a for a in found if a in restating or (a.shared >= BESIDE and a.likeness >= LIKE)] if stated.compared else []
    against = next((a for a in near if _reversed(search, stated, a)), None)
    if against is not None:
        return Judgement("opposite", against)
    for alignment in restating:
        if _negations(search, alignment) == (stated.negations > 0):
            return Judgement("restated", alignment)
    timed = any(quantity.unit in _TIMES for quantity in stated.quantities)  # “no food for 6 hours” is “6 hours after food”
    whole = len(set(stated.stems)) >= MEANT and not timed
    opposed = [a for a in restating if a.first == a.last and a.likeness >= LIKE and a.shared >= OPPOSED and whole]
    if opposed:
        return Judgement("opposite", opposed[0])
    for alignment in found:
        if alignment.shared >= BESIDE:
            judged = _amounts(search, stated, alignment)
            if judged is not None:
                return judged
    return _dose(search, stated, found)


def _short(search: LabelSearch, stated: Stated, alignment: Alignment) -> bool:
    """Whether the label says less than a claim with its words, or something else: it is a title, does not know, or sets other limits."""
    here = search.index.sentences[alignment.first]
    said = search.said(here)
    title = len(said.split()) <= _TITLE and said[-1:].isalnum() and search.section(here) != "contraindications"
    unsure = stated.negations > 0 and not stated.uncertain and UNCERTAIN.search(said) is not None
    regular = stated.only and ONLY.search(said) is None
    beside = search.index.sentences[alignment.first : alignment.last + 1]
    nearest = max(beside, key=lambda sentence: len({*sentence.stems} & {*stated.stems} - stems_for(_RANKS)))
    theirs = ranks(search.said(nearest))
    otherwise = bool(stated.ranks and theirs) and stated.ranks.isdisjoint(theirs)
    if stated.allows and not stated.only and _IF.match(said):
        return True
    return title or otherwise or _BARE.match(said) is not None or unsure or regular or _allowed(search, stated, alignment)


def _allowed(search: LabelSearch, stated: Stated, alignment: Alignment) -> bool:
    """Whether a claim allows what the label names as a contraindication, or is against in the same sentence."""
    if not stated.allows:
        return False
    here = search.index.sentences[alignment.first]
    return search.section(here) == "contraindications" or _AGAINST.search(search.said(here)) is not None


def _reversed(search: LabelSearch, stated: Stated, alignment: Alignment) -> bool:
    """Whether the label compares the same two the other way round: “lower than in adults”, “greater than in adults”."""
    own = stated.compared
    for sentence in search.index.sentences[alignment.first : alignment.last + 1] if own else ():
        theirs = compared(search.said(sentence)) if not sentence.negations else None
        if own and theirs:
            same, crossed = own.after & theirs.after, own.after & theirs.before
            if (same and not crossed) if own.more != theirs.more else (crossed and not same):
                return True
    return False


def _lacking(search: LabelSearch, stated: Stated, alignment: Alignment) -> list[Quantity]:
    """The amounts of the claim that the label's sentences do not have."""
    theirs = _theirs(search, alignment)
    return [quantity for quantity in stated.quantities if not has(theirs, quantity)]


def has(theirs: Iterable[Quantity], quantity: Quantity) -> bool:
    """Whether one of the amounts is the same, or one end of a range that was written out."""
    same = [other for other in theirs if other.kind == quantity.kind]
    if any(quantity.same(other) for other in same):
        return True
    ends = [end for other in same for end in (other.low, other.high)]
    return all(any(math.isclose(value, end, rel_tol=1e-6) for end in ends) for value in {quantity.low, quantity.high})


def _amounts(search: LabelSearch, stated: Stated, alignment: Alignment) -> Judgement | None:
    """An amount of the claim that has another in its place in the label."""
    theirs = _theirs(search, alignment)
    free = [other for other in theirs if not has(stated.quantities, other)]
    for quantity in _lacking(search, stated, alignment):
        same = [other for other in free if other.kind == quantity.kind]
        power = next((other for other in same if tenfold(quantity, other)), None)
        if power is not None:
            return Judgement("tenfold", alignment, quantity, power)
        if same and alignment.shared >= RESTATED and alignment.likeness >= LIKE and (quantity.dose or quantity.unit in _TIMES):
            return Judgement("amount", alignment, quantity, same[0])
    return None


def tenfold(one: Quantity, other: Quantity) -> bool:
    """Whether an end of one amount is ten, a hundred or a thousand times, or such a part of, an end of the other."""
    for mine, theirs in ((one.low, other.low), (one.high, other.high)):
        if mine > 0 and theirs > 0:
            power = math.log10(mine / theirs)
            if 0.99 < abs(power) < 3.01 and abs(power - round(power)) < 1e-6:
                return True
    return False


def _dose(search: LabelSearch, stated: Stated, found: Iterable[Alignment]) -> Judgement | None:
    """A dose in other words: the same amounts as often, in a sentence that speaks of something of the same."""
    doses = [quantity for quantity in stated.quantities if quantity.dose]
    rival = 0.0  # share of the nearest sentence with another dose: of this group of people, as it seems
    for alignment in found:
        if alignment.shared < rival - _CLOSER:
            return None
        if search.section(search.index.sentences[alignment.first]) in _BESIDE_DOSES:
            continue
        here = search.index.sentences[alignment.first : alignment.last + 1]
        often = frozenset(f for sentence in here for f in sentence.frequencies)
        if doses and alignment.shared >= SPOKEN and all(has(_theirs(search, alignment), q) for q in doses) and stated.frequencies <= often:
            if all(has(_theirs(search, alignment), q) for q in stated.quantities if q.unit in _TIMES and not stated.frequencies):
                return Judgement("restated", alignment)
        elif any(other.kind == q.kind for other in _theirs(search, alignment) for q in doses):
            rival = max(rival, alignment.shared)
    return None


def _theirs(search: LabelSearch, alignment: Alignment) -> list[Quantity]:
    return [quantity for sentence in search.index.sentences[alignment.first : alignment.last + 1] for quantity in sentence.quantities]


def _negations(search: LabelSearch, alignment: Alignment) -> bool:
    return any(sentence.negations for sentence in search.index.sentences[alignment.first : alignment.last + 1])
