"""Whether what a label says bears out a claim about the same matter: no degree, age, order, direction or certainty is another one."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from lint.evidence.ages import ages
from lint.evidence.qualifiers import OPPOSED, QUALIFIERS, words
from lint.evidence.quantities import quantities

_SENTENCE = re.compile(r"(?<=[.;!?:])\s+(?=[A-Z•\d-])")
_MOST_DOSES = 2  # in one sentence besides the claim's: with more it cannot be told which belongs to what
_DENIES = words(
    r"(?:cannot|can['’]?t|can not|will not|won['’]?t|do(?:es)? not|do(?:es)?n['’]?t|never) (?:\w+ ){0,2}"
    r"(?:have|get|causes?|develop|happens?|occurs?|affects?|harms?|makes?|leads?)|no (?:risk|danger|chance)"
)
_NOT = words(r"not|no|never|cannot|can['’]t|don['’]t|doesn['’]t|won['’]t|unlikely|without|negligible|nor|none|avoid\w*")
_THEN = words(r"then|followed by|later|thereafter|afterwards")
_COMBINED = re.compile(r"\bcombination of (?:an? )?(\w+) and (?:an? )?(\w+)", re.IGNORECASE)


def warrants(claim: str, basis: str) -> bool:
    """Whether the words of a label bear out a claim that speaks of the same."""
    said = _nearest(claim, basis)
    return all(test(claim, said) for test in _TESTS)


def denies(said: str) -> bool:
    """Whether words deny something, of whatever."""
    return _NOT.search(said) is not None


def _nearest(claim: str, basis: str) -> str:
    """The part of the label's words that gives the claim's amounts, where one does: the rest is about others."""
    doses = [quantity for quantity in quantities(claim) if quantity.dose]
    if not doses:
        return basis
    parts = [part for part in _SENTENCE.split(basis) if any(d.same(other) for d in doses for other in quantities(part))]
    return " ".join(parts) or basis


def _said_too(claim: str, basis: str) -> bool:
    return all(not each.claim.search(claim) or each.label.search(basis) for each in QUALIFIERS)


def _not_opposed(claim: str, basis: str) -> bool:
    for one, other in OPPOSED:
        for mine, theirs in ((one, other), (other, one)):
            if mine.search(claim) and not theirs.search(claim) and theirs.search(basis) and not mine.search(basis):
                return False
    return True


def _same_ages(claim: str, basis: str) -> bool:
    theirs = ages(basis)
    return all(any(age.borne_out_by(other) for other in theirs) for age in ages(claim))


def _denied(claim: str, basis: str) -> bool:
    return not _DENIES.search(claim) or denies(basis)


def _told_apart(claim: str, basis: str) -> bool:
    """Whether it can be told which of the label's doses is meant, and both of two that the label combines are named."""
    own = [quantity for quantity in quantities(claim) if quantity.dose]
    others = {(q.kind, q.low, q.high) for q in quantities(basis) if q.dose and not any(q.same(mine) for mine in own)}
    lower = claim.lower()
    half = any((one.lower() in lower) != (other.lower() in lower) for one, other in _COMBINED.findall(basis))
    return not own or (len(others) <= _MOST_DOSES and not half)


def _in_order(claim: str, basis: str) -> bool:
    """Whether doses that follow each other do so in the label too: 2,500 units, then 5,000."""
    return _steps(claim) <= _steps(basis)


def _steps(said: str) -> frozenset[tuple[float, float]]:
    """The pairs of doses of which one is said to come after the other."""
    doses = [quantity for quantity in quantities(said) if quantity.dose]
    return frozenset(
        (one.low, other.low) for one, other in pairwise(doses)
        if one.kind == other.kind and not one.same(other) and _THEN.search(said[one.end : other.start])
    )  # fmt: skip


_TESTS: tuple[Callable[[str, str], bool], ...] = (_said_too, _not_opposed, _same_ages, _denied, _told_apart, _in_order)
