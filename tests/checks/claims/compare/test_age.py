"""Ages from which a text lets children take the medicine."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

INDICATED = "Plurovast is indicated for high cholesterol in patients 10 years of age and older."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Children as young as four can take plurovast.", ["Children as young as four"]),
        ("Toddlers from the age of 18 months can safely be given plurovast.", ["Toddlers from the age of 18 months"]),
        ("Children over 12 can take plurovast.", []),
        ("Children over 6 must not take plurovast.", []),
        ("Children over 6 weeks can take plurovast.", []),
    ],
)
def test_younger_than_the_label(text: str, found: list[str], ask: Ask) -> None:
    """In years or months, in words or figures; what forbids it, or counts something else, says nothing."""
    assert ask("younger-than-label", text, indications=INDICATED) == found


def test_the_label_is_quoted(told: Ask) -> None:
    """The sentence with the youngest age stands beside the claim."""
    assert told("younger-than-label", "Children as young as 3 may use plurovast.", indications=INDICATED) == [INDICATED]


def test_not_established_means_adults(ask: Ask) -> None:
    """A label that knows nothing of children approves it for none."""
    label = "Safety and effectiveness in pediatric patients have not been established."
    assert ask("younger-than-label", "Children over 12 can take plurovast.", children=label) == ["Children over 12"]


@pytest.mark.parametrize("text", ["Plurovast can be given to children.", "Babies can have plurovast.", "It may be used by teenagers."])
def test_people_too_young(text: str, ask: Ask) -> None:
    """Children without a figure, where all of them are younger than the label's youngest."""
    assert ask("younger-than-label", text, children="Safety and efficacy in children below 18 years have not been established.") != []


@pytest.mark.parametrize(
    "text", ["Plurovast can be given to children.", "It must not be given to babies.", "It is made for children of all ages."]
)
def test_people_old_enough(text: str, ask: Ask) -> None:
    """Some of them are old enough, or it is denied, or nothing is allowed."""
    assert ask("younger-than-label", text, indications="Plurovast is indicated for patients 6 years of age and older.") == []


@pytest.mark.parametrize("text", ["Teenagers take half a tablet.", "Toddlers with high cholesterol can be treated with plurovast."])
def test_children_without_a_figure(text: str, ask: Ask) -> None:
    """Where the label says that it is not meant for children, their kind says their age."""
    assert len(ask("younger-than-label", text, children="Plurovast is not intended to be used in children.")) == 1
    assert ask("younger-than-label", text, children="Plurovast is used in children aged 1 to 17 years.") == []
