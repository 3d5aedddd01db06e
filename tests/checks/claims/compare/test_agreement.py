"""Sentences that answer a question as the label does."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer, review_text
from tests.labelled import label_of

SECTIONS = {
    "dosage": "Plurovast should be administered on an empty stomach.",
    "storage": "Do not store above 30 °C. Throw the bottle away four weeks after first opening.",
    "indications": "Plurovast is a selective vitamin K antagonist indicated for stroke prevention.",
}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Plurovast is taken on an empty stomach.", "Plurovast should be administered on an empty stomach."),
        ("Keep plurovast below 86 °F (30 °C).", "Do not store above 30 °C."),
        ("An opened bottle of plurovast keeps for 28 days.", "Throw the bottle away four weeks after first opening."),
        ("Plurovast is an anticoagulant.", SECTIONS["indications"]),
    ],
)
def test_supported(text: str, beside: str, reviewer: Reviewer) -> None:
    """It is supported, with the label's own sentence beside it."""
    own = reviewer.with_labels([label_of("plurovast", SECTIONS, "US")])
    claims = review_text(text, kind="article", jurisdiction="US", reviewer=own).claims
    assert [claim.verdict for claim in claims] == ["supported"]
    assert beside in [evidence.quote for evidence in claims[0].evidence]


@pytest.mark.parametrize("text", ["Plurovast is taken with breakfast.", "An opened bottle of plurovast keeps for a year."])
def test_not_supported(text: str, reviewer: Reviewer) -> None:
    """What the label answers otherwise is no support."""
    own = reviewer.with_labels([label_of("plurovast", SECTIONS, "US")])
    claims = review_text(text, kind="article", jurisdiction="US", reviewer=own).claims
    assert [claim.verdict for claim in claims] == ["contradicted"]


def test_a_bold_word_on_pregnancy_is_not_supported(reviewer: Reviewer) -> None:
    """A fact of caution supports a sentence of caution, not one that only names pregnancy."""
    sections = {"pregnancy": "Plurovast can cause fetal harm when administered to a pregnant woman. Advise pregnant women of the risk."}
    own = reviewer.with_labels([label_of("plurovast", sections, "US")])
    said = ["Plurovast ends a pregnancy.", "Plurovast can harm an unborn baby in pregnancy."]
    found = [review_text(one, kind="article", jurisdiction="US", reviewer=own).claims for one in said]
    assert [[claim.verdict == "supported" for claim in claims] for claims in found] == [[False], [True]]
