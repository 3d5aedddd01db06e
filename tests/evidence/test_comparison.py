"""Comparisons of two, read from a sentence."""

from __future__ import annotations

from lint.evidence.comparison import compared


def test_direction_and_sides_are_told() -> None:
    """What is said to be more, and what comes after “than”, are known."""
    lower, greater = compared("Children have a lower risk than adults."), compared("The rate is greater in children than in adults.")
    assert lower is not None
    assert greater is not None
    assert (lower.more, greater.more) == (False, True)
    assert lower.after == greater.after
    assert lower.before & greater.before


def test_a_limit_is_no_comparison() -> None:
    """“Less than 5” compares nothing with another thing."""
    assert compared("Fewer than 1 in 100 people get it.") is None
    assert compared("It may make you drowsy.") is None
