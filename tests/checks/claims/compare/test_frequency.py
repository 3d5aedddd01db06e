"""Side effects that a text calls rarer than the label does."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

EFFECTS = "Very common: headache, nausea. Common: dizziness. Rare: hair loss."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Headache is a rare side effect of plurovast.", ["Headache is a rare"]),
        ("Very rarely, plurovast causes nausea.", ["Very rarely, plurovast causes nausea"]),
        ("Headache is common with plurovast.", []),
        ("Hair loss is rare.", []),
        ("Dizziness is uncommon with plurovast.", []),
        ("Headache is not rare with plurovast.", []),
    ],
)
def test_two_steps_rarer(text: str, found: list[str], ask: Ask) -> None:
    """One step is a matter of rounding; a denial says the opposite."""
    assert ask("frequency-understated", text, adverse_reactions=EFFECTS) == found
