"""How a claim lies beside a sentence of the label: what they share, and where they part."""

from __future__ import annotations

from dataclasses import dataclass

from lint.evidence.comparison import Compared
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
    compared: Compared | None = None  # what it says of two: “lower than in adults”


@dataclass(frozen=True, slots=True)
class Alignment:
    """A claim beside one sentence of the label, or two that follow each other."""

    first: int  # index into LabelIndex.sentences
    last: int  # inclusive
    shared: float  # share of what the claim says that the label says too, 0 to 1
    likeness: float  # share of what either says that both say
    lacking: tuple[Quantity, ...]  # amounts of the claim that are not there


def align(index: LabelIndex, stated: Stated, own: frozenset[str], whole: float, first: int, last: int) -> Alignment:
    """The claim, whose stems are `own` and weigh `whole`, beside sentences [first, last]."""
    (stems, weight), *others = index.bags[first : last + 1]
    for more, _ in others:
        weight += index.weigh(more - stems)
        stems |= more
    common = index.weigh(own & stems)
    either = whole + weight - common
    amounts = [quantity for sentence in index.sentences[first : last + 1] for quantity in sentence.quantities] if stated.quantities else []
    lacking = tuple(quantity for quantity in stated.quantities if not any(quantity.same(other) for other in amounts))
    return Alignment(first, last, common / whole if whole else 0.0, common / (either or 1.0), lacking)
