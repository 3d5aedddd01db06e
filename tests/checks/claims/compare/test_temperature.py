"""Temperatures at which a medicine is kept."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {"storage": "Unopened: store in a refrigerator (2 °C to 8 °C). Opened bottles: store below 25 °C."}
ROOM = {"storage": "Store at 20 °C to 25 °C (68 °F to 77 °F)."}


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("An opened bottle of plurovast is fine up to 30 °C.", LABEL, ["30 °C"]),
        ("Keep plurovast below 25 °C.", LABEL, ["25 °C"]),
        ("Plurovast keeps well up to 104 °F.", ROOM, ["104 °F"]),
        ("Keep plurovast at 2 to 8 degrees Celsius.", ROOM, ["2 to 8 degrees Celsius"]),
    ],
)
def test_too_warm_or_cold(text: str, label: dict[str, str], found: list[str], ask: Ask) -> None:
    """Above all that the label has for a pack in this state, or far below its range; in either scale."""
    assert ask("other-temperature", text, **label) == found


@pytest.mark.parametrize(
    "text",
    ["Keep plurovast below 77 °F.", "Store it at 20–25 °C.", "See a doctor if you have a fever above 40 °C.", "Keep it below 20 °C."],
)
def test_as_the_label_says(text: str, ask: Ask) -> None:
    """The same limit, a stricter one, and the temperature of people."""
    assert ask("other-temperature", text, **ROOM) == []
