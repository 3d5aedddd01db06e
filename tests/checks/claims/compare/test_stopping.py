"""Stopping at will."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask


@pytest.mark.parametrize("label", ["Do not stop taking plurovast on your own.", "Plurovast should not be discontinued abruptly."])
def test_what_the_label_is_against(label: str, ask: Ask) -> None:
    """Stopping at once, or as one likes, against either wording; not what a doctor decides, nor what is not stopped."""
    assert ask("ruled-out", "You can stop plurovast whenever you like.", dosage=label) == ["You can stop plurovast whenever you like."]
    assert ask("ruled-out", "It can be stopped overnight.", dosage=label) == ["It can be stopped overnight."]
    assert ask("ruled-out", "Ask your doctor whether you can stop plurovast.", dosage=label) == []
    assert ask("ruled-out", "Plurovast can stop a headache.", dosage=label) == []
    assert ask("ruled-out", "You can stop plurovast whenever you like.", dosage="Stop plurovast after ten days.") == []
