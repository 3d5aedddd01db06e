"""A changed dose that the label says is not needed."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

NONE = {"dosage": "No dosage adjustment is necessary for patients with renal failure."}
SOME = {"dosage": f"{NONE['dosage']} Reduce the dose in patients with renal impairment who are on dialysis."}


def test_needless(ask: Ask) -> None:
    """The label says in plain words that none is needed."""
    text = "You will need a lower dose of plurovast if your kidneys do not work well."
    assert ask("needless-adjustment", text, **NONE) == [text]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("You will need a lower dose if your kidneys do not work well.", SOME),
        ("You will need a lower dose if your liver does not work well.", NONE),
        ("You will not need another dose if your kidneys do not work well.", NONE),
    ],
)
def test_not_needless(text: str, label: dict[str, str], ask: Ask) -> None:
    """The label asks for one elsewhere; another group; none is told."""
    assert ask("needless-adjustment", text, **label) == []
