"""Stretches of time in running text."""

from __future__ import annotations

import pytest

from lint.evidence import stretches


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("half an hour", (0.5, 0.5)),
        ("10 to 20 minutes", (1 / 6, 1 / 3)),
        ("the very next week", (168.0, 168.0)),
        ("several days", (48.0, 240.0)),
        ("a 6-month course", (4380.0, 4380.0)),
        ("twelve months", (8760.0, 8760.0)),
    ],
)
def test_read(text: str, hours: tuple[float, float]) -> None:
    """Digits, words, halves and ranges, in hours."""
    (found,) = stretches(f"It takes {text}.")
    assert (found.low, found.high) == pytest.approx(hours)


@pytest.mark.parametrize("text", ["It takes time.", "12 years old", "every day", "children of 2 years of age"])
def test_none(text: str) -> None:
    """Ages and what has no number."""
    assert stretches(text) == ()


def test_four_weeks_are_a_month() -> None:
    """Rounding between units is no difference; three months are one."""
    weeks, month, months = stretches("4 weeks, a month, three months")
    assert weeks.meets(month)
    assert not weeks.meets(months)
