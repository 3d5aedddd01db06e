"""How often a text says to take the medicine is held against the label."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

DOSAGE = "The usual dose is 20 mg by mouth twice daily. The maximum dose is 80 mg per day. Start with 10 mg once daily."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take one 20 mg plurovast tablet four times a day.", "four times a day"),
        ("Take 20 mg of plurovast every 6 hours.", "every 6 hours"),
        ("Plurovast is taken once a week.", "once a week"),
        ("Swallow 20 mg plurovast every other day.", "every other day"),
    ],
)
def test_another_frequency_is_found(text: str, found: str, ask: Ask, told: Ask) -> None:
    """More often and more rarely, in hours, days and weeks, with the label's sentence on how often."""
    assert ask("other-frequency", text, dosage=DOSAGE) == [found]
    assert told("other-frequency", text, dosage=DOSAGE) == ["The usual dose is 20 mg by mouth twice daily."]


@pytest.mark.parametrize(
    "text",
    [
        "Take 20 mg of plurovast twice a day.",
        "Take plurovast 20 mg every 12 hours.",
        "Check your blood pressure four times a day.",
        "Take 400 mg of ibuprofen four times a day with plurovast.",
    ],
)
def test_the_same_in_other_words_and_other_matters_are_not(text: str, ask: Ask) -> None:
    """Every twelve hours is twice a day; what is no dose, or that of another medicine, is left alone."""
    assert ask("other-frequency", text, dosage=DOSAGE) == []


def test_a_label_without_frequencies_decides_nothing(ask: Ask) -> None:
    """Where the label does not say how often, nothing is held against the text."""
    assert ask("other-frequency", "Take 20 mg of plurovast six times a day.", dosage="The usual dose is 20 mg.") == []
