"""What kind of medicine a text calls its own."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

KIND = "Plurovast is an HMG-CoA reductase inhibitor (statin) indicated for high cholesterol."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plurovast is a beta blocker.", ["Plurovast is a beta blocker"]),
        ("Plurovast is an antibiotic that lowers cholesterol.", ["Plurovast is an antibiotic"]),
        ("Plurovast lowers cholesterol. It is an antidepressant.", ["It is an antidepressant"]),
        ("Plurovast is a statin.", []),
        ("Plurovast is not a beta blocker.", []),
        ("Plurovast is taken with a beta blocker.", []),
        ("Is plurovast a beta blocker?", []),
    ],
)
def test_another_kind(text: str, found: list[str], ask: Ask) -> None:
    """Only a kind that the text says it is, and the label does not."""
    assert ask("otherwise-called", text, indications=KIND) == found


def test_a_label_that_names_no_kind_decides_nothing(ask: Ask) -> None:
    """Where the label names no kind, the text may."""
    assert ask("otherwise-called", "Plurovast is a beta blocker.", indications="It is indicated for high cholesterol.") == []
