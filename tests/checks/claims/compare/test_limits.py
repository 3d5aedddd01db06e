"""Amounts are held against everything that the label doses with."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

DOSAGE = "The usual dose is 20 mg by mouth twice daily. The maximum dose is 80 mg per day. Start with 10 mg once daily."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take 200 mg of plurovast once a day.", "200 mg"),
        ("Take 60 mg of plurovast twice a day.", "60 mg"),
        ("Take 0.5 mg of plurovast twice daily.", "0.5 mg"),
    ],
)
def test_beyond_the_label(text: str, found: str, ask: Ask) -> None:
    """Too much at once, too much in a day though no dose is too large, and so little that a decimal point has slipped."""
    assert ask("above-label", text, dosage=DOSAGE) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Take 40 mg plurovast twice daily.",
        "Take up to 80 mg of plurovast a day.",
        "Take 400 mg of ibuprofen with plurovast.",
        "A box holds 5,000 mg of plurovast.",
    ],
)
def test_within_the_label(text: str, ask: Ask) -> None:
    """What the label allows in a day, another medicine's dose, and what nobody is told to take."""
    assert ask("above-label", text, dosage=DOSAGE) == []


def test_one_amount_is_no_range(ask: Ask) -> None:
    """A label that names a single amount may leave others out."""
    assert ask("above-label", "Take 200 mg of plurovast once a day.", dosage="A usual dose is 20 mg.") == []


def test_several_times_the_only_dose(ask: Ask) -> None:
    """Where the label gives the one dose for everybody, an amount for a day that is several times as large is beyond it."""
    label = "The recommended dose is 20 mg once daily. Take the dose in the morning."
    assert ask("above-label", "Swallow 90 mg a day, as the hospital says.", dosage=label) == ["90 mg a day"]
    assert ask("above-label", "Swallow 40 mg a day, as the hospital says.", dosage=label) == []
