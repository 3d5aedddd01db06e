"""Pairs are proposed by shared runs of words, in linear time."""

from __future__ import annotations

from lint.repeats.pairs import FREQUENT, grams, proposed


def test_passages_with_shared_runs_are_proposed_once() -> None:
    """Two passages that share words in order are proposed, others are not."""
    lines = ["take the tablet with a glass of water", "keep the bottle away from light and heat", "take the tablet with a glass of milk"]
    assert list(proposed([grams(tuple(line.split())) for line in lines])) == [(0, 2)]


def test_what_all_share_proposes_nothing() -> None:
    """A run that more passages share than are worth comparing makes no pairs: their number does not grow with the square."""
    many = [grams((*"ask your doctor before you take".split(), f"number{n}")) for n in range(FREQUENT + 5)]
    assert list(proposed(many)) == []


def test_chance_meetings_of_long_passages_are_not_compared() -> None:
    """Long passages that share one run only are left alone."""
    one, other = [f"a{n}" for n in range(60)], [f"b{n}" for n in range(60)]
    other[10:14] = one[20:24]
    assert list(proposed([grams(tuple(one)), grams(tuple(other))])) == []
