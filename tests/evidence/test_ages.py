"""Limits of age in running text."""

from __future__ import annotations

import pytest

from lint.evidence.ages import Age, ages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("children from 8 years", Age(8, above=True, barred=False)),
        ("Do not give it to children under 12.", Age(12, above=False, barred=True)),
        ("pediatric patients 6 years of age and older", Age(6, above=True, barred=False)),
        ("babies over six months", Age(0.5, above=True, barred=False)),
        ("people aged 65 or over", Age(65, above=True, barred=False)),
    ],
)
def test_read(text: str, found: Age) -> None:
    """The age in years, its side, and whether the sentence denies something to them."""
    assert ages(text) == (found,)


@pytest.mark.parametrize("text", ["less than 12 hours", "up to 1 in 10 people", "over 100 mg for adults", "It is from 1990."])
def test_none(text: str) -> None:
    """Times, shares, amounts and years are no ages."""
    assert ages(text) == ()


def test_the_same_said_the_other_way_round() -> None:
    """From 8 on, and not below 8, are one limit; below 8 is another."""
    assert Age(8, above=True, barred=False).borne_out_by(Age(8, above=False, barred=True))
    assert not Age(8, above=False, barred=False).borne_out_by(Age(8, above=True, barred=False))
