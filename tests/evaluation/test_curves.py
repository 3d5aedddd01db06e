"""Figures of a method that gives probabilities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.evaluation.curves import average_precision, interval, reliability, shown


def test_average_precision_of_known_rankings() -> None:
    """All true items first give 1; one true item at the second place gives a half; ties count as one place."""
    assert average_precision([0.9, 0.8, 0.1], [True, True, False]) == 1
    assert average_precision([0.9, 0.8], [False, True]) == 0.5
    assert average_precision([0.5, 0.5], [False, True]) == 0.5
    assert average_precision([0.5], [False]) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=50))
def test_average_precision_is_a_share_and_ignores_order(pairs: list[tuple[float, bool]]) -> None:
    """It lies from 0 to 1 and does not depend on how the items came."""
    one = average_precision([p for p, _ in pairs], [t for _, t in pairs])
    other = average_precision([p for p, _ in pairs[::-1]], [t for _, t in pairs[::-1]])
    assert 0 <= one <= 1
    assert one == pytest.approx(other)


def test_reliability_puts_each_probability_in_one_bin() -> None:
    """Every probability counts once, 1 too."""
    bins = reliability([0.0, 0.05, 0.1, 0.95, 1.0], [False, True, False, True, True])
    assert [(b.low, b.count) for b in bins] == [(0.0, 2), (0.1, 1), (0.9, 2)]
    assert bins[0].found == 0.5


@given(st.integers(0, 200), st.integers(1, 200))
def test_interval_holds_the_share(hits: int, more: int) -> None:
    """Wilson's interval lies within 0 and 1 and around the share."""
    low, high = interval(hits, hits + more)
    assert 0 <= low <= hits / (hits + more) <= high <= 1


def test_interval_of_nothing_says_nothing() -> None:
    """Without items anything may be so."""
    assert interval(0, 0) == (0, 1)
    assert shown(0, 0) == "none"
    assert shown(1, 2).startswith("0.50 (1/2;")
