"""What a text tells to do and the label tells not to."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {
    "dosage": "Do not chew or crush the tablets. Do not take a double dose to make up for a forgotten dose.",
    "warnings": "Do not stop plurovast without talking to your doctor.",
}


@pytest.mark.parametrize(
    "text",
    [
        "Crush the tablets and stir them into yogurt.",
        "If swallowing is hard, crush the tablets.",
        "If you forget a dose, take two tablets the next day.",
        "Double your next dose if you missed one.",
    ],
)
def test_told_against(text: str, ask: Ask) -> None:
    """The words after the label's “do not”; twice as much after a forgotten dose."""
    assert ask("told-against", text, **LABEL) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Never crush the tablets.",
        "Swallow the tablets whole.",
        "Talk to your doctor about plurovast.",
        "If you forget a dose, do not take two tablets the next day.",
        "Take two tablets twice a day.",
        "Crush ice for your guests.",
    ],
)
def test_not_against(text: str, ask: Ask) -> None:
    """Told not to, told otherwise, a label's “do not … without”, no forgotten dose, something else that is crushed."""
    assert ask("told-against", text, **LABEL) == []


@pytest.mark.parametrize(
    "text", ["Missed a tablet? Swallow two today.", "If you forget a tablet, take it the next day along with that day's tablet."]
)
def test_made_up_for(text: str, ask: Ask) -> None:
    """A forgotten dose that is made up for, in whatever words."""
    assert len(ask("told-against", text, dosage="Do not take a double dose to make up for a forgotten tablet.")) == 1
    assert ask("told-against", text, dosage="Take a forgotten tablet when you remember.") == []
