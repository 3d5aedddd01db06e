"""What it costs to slip from a word to what was written: little for what hands and ears often do, more for the rest."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import Levenshtein

_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(
    frozenset(pair)
    for pair in "ck cs sz kq jg vf iy td mn pb gj xs xz ie ei ae ao eo ou ea".split()
)  # fmt: skip
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = frozenset(frozenset(pair) for row in _ROWS for pair in pairwise(row)) | frozenset(
    frozenset((a, b)) for upper, lower in pairwise(_ROWS) for at, b in enumerate(lower) for a in upper[at : at + 2]
)

SWAP, DOUBLE, VOWEL, ALIKE, BESIDE, OTHER = 0.5, 0.45, 0.7, 0.65, 0.85, 1.15  # prices of changed letters
LEFT_OUT, PUT_IN, FIRST = 0.75, 1.05, 0.45  # … of missing and extra ones; what one at the start costs besides


def cost(written: str, meant: str) -> float:
    """The price of the cheapest usual slips that turn `meant` into `written`; one plain slip costs about 1."""
    total, ops = 0.0, Levenshtein.editops(meant, written)
    steps = [(op.tag, op.src_pos, op.dest_pos) for op in ops]
    at = 0
    while at < len(steps):
        tag, source, dest = steps[at]
        if at + 1 < len(steps) and _is_swap(steps[at], steps[at + 1], meant, written):
            total += SWAP + (FIRST if source == 0 else 0)
            at += 2
            continue
        if tag == "replace":
            total += _replaced(meant[source], written[dest])
        elif tag == "delete":
            total += _left_out(meant, source)
        else:
            total += _put_in(written, dest)
        total += FIRST if (source == 0 and dest == 0) else 0
        at += 1
    return total


def _is_swap(one: tuple[str, int, int], two: tuple[str, int, int], meant: str, written: str) -> bool:
    """Whether two steps together swap neighbouring letters."""
    if one[0] == two[0] == "replace":
        return one[1] + 1 == two[1] and meant[one[1]] == written[two[2]] and meant[two[1]] == written[one[2]]
    if {one[0], two[0]} != {"insert", "delete"}:
        return False
    gone, come = (one, two) if one[0] == "delete" else (two, one)
    return meant[gone[1]] == written[come[2]] and abs(one[1] - two[1]) <= 2 and abs(one[2] - two[2]) <= 2


def _replaced(meant: str, written: str) -> float:
    pair = frozenset((meant, written))
    if pair in _ALIKE:
        return ALIKE
    if pair <= _VOWELS:
        return VOWEL
    return BESIDE if pair in _BESIDE else OTHER


def _left_out(meant: str, at: int) -> float:
    letter = meant[at]
    if letter in meant[max(0, at - 1) : at] + meant[at + 1 : at + 2]:
        return DOUBLE
    return LEFT_OUT - (0.15 if letter in "hegu" else 0)


def _put_in(written: str, at: int) -> float:
    letter = written[at]
    if letter in written[max(0, at - 1) : at] + written[at + 1 : at + 2]:
        return DOUBLE
    near = written[max(0, at - 1) : at] + written[at + 1 : at + 2]
    return PUT_IN - (0.15 if letter in "eh" or any(frozenset((letter, other)) in _BESIDE for other in near) else 0)
