"""A medicine by the name that the label has for its class."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {"interactions": "NSAIDs increase the risk of bleeding with plurovast."}


def test_named_by_its_class(ask: Ask, told: Ask) -> None:
    """Ibuprofen is an NSAID: the label's sentence on NSAIDs stands beside it."""
    text = "You can take ibuprofen with plurovast."
    assert ask("ruled-out", text, **LABEL) == [text]
    assert told("ruled-out", text, **LABEL) == [LABEL["interactions"]]


@pytest.mark.parametrize(
    "text", ["You can take paracetamol with plurovast.", "You can take paracetamol instead of ibuprofen.", "Do not take ibuprofen with it."]
)
def test_not_of_the_class(text: str, ask: Ask) -> None:
    """Another medicine, one that goes instead, one that is forbidden."""
    assert ask("ruled-out", text, **LABEL) == []


@pytest.mark.parametrize("text", ["Blood thinners can be taken together with plurovast.", "Anticoagulants go well with plurovast."])
def test_a_class_by_its_members_and_other_names(text: str, ask: Ask) -> None:
    """Who allows blood thinners allows warfarin, and anticoagulants by whatever name."""
    assert ask("ruled-out", text, interactions="Avoid warfarin.") == [text]
    assert ask("ruled-out", text, interactions="Anticoagulants must not be used.") == [text]
    assert ask("ruled-out", text, interactions="Avoid verapamil.") == []
