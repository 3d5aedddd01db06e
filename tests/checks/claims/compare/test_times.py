"""Times of the text beside those of the label at the same matter."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {
    "dosage": "Take plurovast at least 2 hours after a meal. The recommended duration of treatment is 15 to 20 weeks.",
    "patient": "Plurovast begins to work within 10 to 20 minutes. Its effect lasts for about 4 hours. Do not lie down for 60 minutes.",
    "storage": "Once opened, use within 4 weeks.",
    "studies": "In studies the effect was measured for a day.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plurovast begins to work after two days.", ["two days"]),
        ("The effect of plurovast lasts for a whole day.", ["a whole day"]),
        ("A course of plurovast lasts 12 months.", ["12 months"]),
        ("Once opened, plurovast keeps for a year.", ["a year"]),
        ("Wait half an hour after a meal before you take it.", ["half an hour"]),
        ("You only need to stay upright for ten minutes.", ["ten minutes"]),
    ],
)
def test_other_time(text: str, found: list[str], ask: Ask) -> None:
    """A time far from all that the label has at the matter; what studies measured does not count."""
    assert ask("other-time", text, **LABEL) == found


@pytest.mark.parametrize(
    "text",
    [
        "Plurovast begins to work within a quarter of an hour, or 20 minutes.",
        "The effect of plurovast lasts for 4 hours.",
        "A course of plurovast lasts 16 weeks.",
        "Once opened, plurovast keeps for a month.",
        "Wait two hours after a meal before you take it.",
        "Does plurovast begin to work after two days?",
        "See the doctor again in two months.",
        "Simvastatin begins to work after two weeks.",
    ],
)
def test_the_same_time(text: str, ask: Ask) -> None:
    """The label's time, in other units too; a question; a time at no matter; another medicine's."""
    assert ask("other-time", text, **LABEL) == []
