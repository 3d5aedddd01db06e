"""Another medicine in the place of the text's own."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plurovast lowers cholesterol. Take atenolol with water.", ["atenolol"]),
        ("Plurovast lowers cholesterol. Atenolol is used for blood pressure.", ["Atenolol"]),
        ("Plurovast lowers cholesterol. Unlike atenolol, it is taken at night.", []),
        ("Plurovast lowers cholesterol. Tell your doctor if you take atenolol.", []),
        ("Plurovast is taken once a day. Take atenolol. Atenolol works by slowing the heart. What atenolol is.", []),
    ],
)
def test_left_over(text: str, found: list[str], ask: Ask) -> None:
    """Named once or twice as the text's own; compared, taken besides or spoken of at length it is no leftover."""
    assert ask("leftover", text, indications="Plurovast is indicated for high cholesterol.") == found
