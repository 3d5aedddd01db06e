"""Answers of one word to a question of the reader."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {"interactions": "Avoid alcohol with plurovast.", "warnings": "Monitor liver enzymes before treatment with plurovast."}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Can I drink alcohol? Yes, of course.", ["Yes, of course."]),
        ("Do I need a liver test? No.", ["No."]),
        ("Can I drink alcohol? No.", []),
        ("Can I drink alcohol? Yes, but only if your doctor agrees.", []),
        ("Can I drink milk? Yes.", []),
        ("Do I need a liver test? Yes.", []),
    ],
)
def test_what_an_answer_says(text: str, found: list[str], ask: Ask) -> None:
    """A yes allows what was asked about, a no waves it aside; the label decides."""
    assert ask("ruled-out", text, **LABEL) == found
