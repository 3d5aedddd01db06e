"""What a text allows or waves aside, and the label is against."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {"contraindications": "Active liver disease.", "warnings": "Check liver enzymes before starting treatment."}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("People with active liver disease can take plurovast.", "Active liver disease."),
        ("A liver enzyme check is not needed before plurovast.", "Check liver enzymes before starting treatment."),
    ],
)
def test_against_the_label(text: str, beside: str, ask: Ask, told: Ask) -> None:
    """A contraindication that is allowed, a test that is waved aside: with the label's sentence."""
    assert ask("ruled-out", text, **LABEL) == [text]
    assert told("ruled-out", text, **LABEL) == [beside]


@pytest.mark.parametrize(
    "text",
    [
        "People with active liver disease can take plurovast only if a specialist agrees.",
        "Can people with active liver disease take plurovast?",
        "People with active liver disease must not take plurovast.",
        "You can take plurovast in the evening.",
        "A passport is not needed before plurovast.",
    ],
)
def test_not_against_the_label(text: str, ask: Ask) -> None:
    """Guarded, asked, forbidden as well, or of no matter of the label."""
    assert ask("ruled-out", text, **LABEL) == []


@pytest.mark.parametrize(
    "text", ["X-rays are not affected by plurovast.", "Take the tablet at once, then carry on the following day as usual."]
)
def test_where_the_label_denies_it_too_or_names_no_such_matter(text: str, ask: Ask) -> None:
    """The label waves the matter aside as well; a word like “following” is no matter."""
    label = {
        "interactions": "Plurovast will not interfere with X-rays.",
        "contraindications": "Do not take plurovast if you have any of the following conditions.",
    }
    assert ask("ruled-out", text, **label) == []
