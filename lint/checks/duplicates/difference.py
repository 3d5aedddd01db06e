"""What tells two near-equal passages apart, and whether that is dangerous."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Opcode

_NEGATIONS = frozenset(["not", "no", "never", "without", "neither", "nor", "none", "avoid"])
_UNITS = frozenset(
    "mg mcg g kg ml l microgram micrograms milligrams milligram grams gram millilitres milliliters milliliter units iu".split()
)
_FREQUENCY = frozenset(
    "once twice thrice daily weekly monthly hourly yearly nightly every day days week weeks month months hour hours year years morning "
    "evening minute minutes".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve half quarter double single".split())
_COUNTED = frozenset("figure table step page chapter part number phone figures version day week cycle".split())


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two passages differ: the words of each."""

    kind: str  # number | unit | negation | medicine | frequency
    here: str  # in the later passage
    there: str


def dangerous(earlier: tuple[str, ...], later: tuple[str, ...], drug_of: Callable[[str], str | None]) -> Difference | None:
    """The one dangerous difference of two passages that agree in all else; None where they differ otherwise or in several places."""
    regions = [op for op in LCSseq.opcodes(earlier, later) if op.tag != "equal"]
    merged = _merged(regions)
    if len(merged) != 1:
        return None
    a, b, c, d = merged[0]
    there, here = earlier[a:b], later[c:d]
    kind = _kind(there, here, drug_of)
    if kind is None or (kind == "number" and a > 0 and earlier[a - 1] in _COUNTED):
        return None
    return Difference(kind, " ".join(here) or "nothing", " ".join(there) or "nothing")


def _merged(regions: Iterable[Opcode]) -> list[tuple[int, int, int, int]]:
    """Neighbouring deletions and insertions as one region."""
    found: list[tuple[int, int, int, int]] = []
    for op in regions:
        a, b, c, d = op.src_start, op.src_end, op.dest_start, op.dest_end
        if found and found[-1][1] == a and found[-1][3] == c:
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _kind(there: tuple[str, ...], here: tuple[str, ...], drug_of: Callable[[str], str | None]) -> str | None:
    words = (*there, *here)
    if len(there) > 2 or len(here) > 2 or not words:
        return None
    if all(word in _NEGATIONS or word in ("do", "does", "can", "be") for word in words) and any(word in _NEGATIONS for word in words):
        return "negation" if bool(_NEGATIONS & set(there)) != bool(_NEGATIONS & set(here)) else None
    if not there or not here:
        return None
    if all(_number(word) for word in words):
        return "number"
    if all(word in _UNITS for word in words):
        return "unit"
    if all(word in _FREQUENCY or _number(word) for word in words) and any(word in _FREQUENCY for word in words):
        return "frequency"
    if len(there) == len(here) == 1 and _other_drugs(there[0], here[0], drug_of):
        return "medicine"
    return None


def _number(word: str) -> bool:
    return any(c.isdigit() for c in word) or word in _NUMBERS


def _other_drugs(one: str, other: str, drug_of: Callable[[str], str | None]) -> bool:
    drugs = [word if word == "@drug" else drug_of(word) for word in (one, other)]
    return None not in drugs and drugs[0] != drugs[1]
