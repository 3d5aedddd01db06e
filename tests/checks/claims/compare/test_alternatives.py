"""Where a medicine is kept, how it is given and whether with food."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

FRIDGE = "Store in a refrigerator, 36 to 46 F (2 to 8 C). Do not freeze."
INJECTED = "Plurovast is given by subcutaneous injection once a week."
EMPTY = "Take plurovast on an empty stomach, at least one hour before a meal."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keep plurovast at room temperature.", ["Keep plurovast at room temperature"]),
        ("Store plurovast in the freezer.", ["Store plurovast in the freezer"]),
        ("Keep plurovast in the fridge.", []),
        ("Do not keep plurovast at room temperature.", []),
        ("Is it fine to keep plurovast at room temperature?", []),
    ],
)
def test_storage(text: str, found: list[str], ask: Ask) -> None:
    """A place that the label does not name, or forbids, is found; denials and questions say nothing."""
    assert ask("other-storage", text, storage=FRIDGE) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Swallow plurovast with a glass of water.", ["Swallow plurovast"]),
        ("Plurovast is taken by mouth.", ["Plurovast is taken by mouth"]),
        ("Plurovast cream is applied to the skin.", ["Plurovast cream is applied"]),
        ("Inject plurovast under the skin.", []),
    ],
)
def test_route(text: str, found: list[str], ask: Ask) -> None:
    """An injection is not swallowed or rubbed in."""
    assert ask("other-route", text, dosage=INJECTED, forms="Injection: prefilled syringe.") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Always take plurovast after meals.", ["take plurovast after meals"]),
        ("Take plurovast on an empty stomach.", []),
        ("Take plurovast with a glass of water.", []),
    ],
)
def test_food(text: str, found: list[str], ask: Ask) -> None:
    """After meals is not on an empty stomach."""
    assert ask("other-food", text, dosage=EMPTY) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take plurovast at bedtime.", ["Take plurovast at bedtime"]),
        ("The evening is best for plurovast.", ["evening is best"]),
        ("Take plurovast with breakfast.", []),
        ("Do not take plurovast at bedtime.", []),
        ("Take plurovast in the morning and in the evening.", []),
    ],
)
def test_time_of_day(text: str, found: list[str], ask: Ask) -> None:
    """Bedtime is not the morning; a label that names both, or either, decides nothing."""
    assert ask("other-time-of-day", text, dosage="Take plurovast in the morning.") == found
    assert ask("other-time-of-day", text, dosage="Take one tablet in the morning and one in the evening.") == []
    assert ask("other-time-of-day", text, dosage="Take it at any time of the day, such as in the morning.") == []


@pytest.mark.parametrize("detector", ["other-storage", "other-route", "other-food"])
def test_a_label_that_is_silent_decides_nothing(detector: str, ask: Ask) -> None:
    """Where the label names no way at all, any is left alone."""
    text = "Keep plurovast in the freezer. Swallow plurovast after meals."
    assert ask(detector, text, warnings="Plurovast may cause dizziness.") == []
