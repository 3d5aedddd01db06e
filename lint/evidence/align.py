"""How a claim lies beside a sentence of the label: what they share, and where they part."""

from __future__ import annotations

from dataclasses import dataclass

from lint.evidence.index import LabelIndex
from lint.evidence.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sentence of a text states, in the terms of the index."""

    stems: tuple[str, ...]
    negations: int
    quantities: tuple[Quantity, ...]
    frequencies: frozenset[float]
    ranks: frozenset[str] = frozenset()  # words for how often something happens: “very common”, “rare”
    uncertain: bool = False  # it says that something is not known
    only: bool = False  # it says that something is done at some times only
    allows: bool = False  # it says “can”, “may” or “safe”, and denies nothing


@dataclass(frozen=True, slots=True)
class Alignment:
    """A claim beside one sentence of the label, or two that follow each other."""

    first: int  # index into LabelIndex.sentences
    last: int  # inclusive
    shared: float  # share of what the claim says that the label says too, 0 to 1
    likeness: float  # share of what either says that both say
    lacking: tuple[Quantity, ...]  # amounts of the claim that are not there


def align(index: LabelIndex, stated: Stated, first: int, last: int) -> Alignment:
    """The claim beside sentences [first, last]."""
    here = index.sentences[first : last + 1]
    stems = frozenset(stem for sentence in here for stem in sentence.stems)
    own = frozenset(stated.stems)
    whole, common = index.weigh(own), index.weigh(own & stems)
    amounts = [quantity for sentence in here for quantity in sentence.quantities]
    lacking = tuple(quantity for quantity in stated.quantities if not any(quantity.same(other) for other in amounts))
    return Alignment(first, last, common / whole if whole else 0.0, common / (index.weigh(own | stems) or 1.0), lacking)
