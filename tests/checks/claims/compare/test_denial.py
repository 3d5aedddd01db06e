"""Harms that a text denies or calls harmless, and the label warns of."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

WARNED = "Plurovast may cause muscle damage, which can be fatal. Serious rash has been reported."
REPORTED = "Dizziness and hair loss were reported."


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Plurovast does not cause muscle damage.", "Plurovast may cause muscle damage, which can be fatal."),
        ("Plurovast never causes hair loss.", "Dizziness and hair loss were reported."),
        ("The rash is always harmless.", "Serious rash has been reported."),
    ],
)
def test_denied(text: str, beside: str, ask: Ask, told: Ask) -> None:
    """The whole sentence is found, with the warning that it denies."""
    assert ask("denied-harm", text, warnings=WARNED, adverse_reactions=REPORTED) == [text]
    assert told("denied-harm", text, warnings=WARNED, adverse_reactions=REPORTED) == [beside]


@pytest.mark.parametrize(
    "text",
    ["Plurovast can cause muscle damage.", "Plurovast does not cause blue teeth.", "Does plurovast not cause muscle damage?"],
)
def test_not_denied(text: str, ask: Ask) -> None:
    """A warning, a harm of which the label knows nothing, a question."""
    assert ask("denied-harm", text, warnings=WARNED, adverse_reactions=REPORTED) == []
