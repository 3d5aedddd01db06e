"""Uses outside the approved ones."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plurovast is used to treat epilepsy.", ["used to treat epilepsy"]),
        ("Plurovast is prescribed for migraine.", ["prescribed for migraine"]),
        ("Plurovast is used to treat high cholesterol.", []),
        ("Plurovast is not used to treat epilepsy.", []),
        ("Some uses of plurovast are not approved: it is used to treat epilepsy off-label.", []),
    ],
)
def test_outside_the_label(text: str, found: list[str], ask: Ask) -> None:
    """A use that the label does not approve, in a text that does not say so."""
    assert ask("off-label", text, indications="Plurovast is indicated for high cholesterol.") == found


def test_the_use_of_another_medicine(ask: Ask) -> None:
    """What the label says of others, in a warning, approves nothing; an effect that may come is no use."""
    label = {
        "indications": "Plurovast is indicated for psoriasis.",
        "interactions": "Tell your doctor of medicines used to treat hypertension.",
    }
    assert ask("off-label", "Plurovast is used to treat hypertension.", **label) == ["used to treat hypertension"]
    assert ask("off-label", "Plurovast can lower your blood pressure.", **label) == []
