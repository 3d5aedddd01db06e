"""Whether the label's words bear out a claim about the same matter."""

from __future__ import annotations

import pytest

from lint.evidence import warrants

BORNE_OUT = [
    ("It treats moderate eczema in adults.", "indicated for moderate-to-severe atopic dermatitis"),
    ("Children from 8 years can be given it.", "adults and children 8 years of age and older"),
    ("Not for children under 8 years.", "It can be used in children aged 8 years and above."),
    ("Take 2,500 units, then 5,000 units once daily.", "2,500 units after surgery, then 5,000 units once daily"),
    ("It is taken before breakfast.", "Take it in the morning, at least 30 minutes before the first meal."),
    ("The tablets may be used on their own.", "It may be used alone or with metformin."),
    ("It can lower blood pressure.", "Low blood pressure (hypotension) is very common."),
    ("It is used when metformin alone does not do enough.", "in adults whose diabetes is not controlled by metformin"),
]
NOT_BORNE_OUT = [
    ("It treats mild eczema.", "indicated for moderate-to-severe atopic dermatitis"),
    ("It is intended for very severe dementia.", "symptomatic treatment of mild to moderately severe dementia"),
    ("Children under 8 years of age can be given it.", "adults and children 8 years of age and older"),
    ("It is approved for children of 6 years and older.", "adults and pediatric patients 12 years of age and older"),
    ("It treats arthritis in children.", "Rheumatoid arthritis"),
    ("Take 5,000 units, then 2,500 units once daily.", "2,500 units after surgery, then 5,000 units once daily"),
    ("The infection is treated after the first dose.", "An infection should be treated before you start treatment."),
    ("It makes the warning signs easier to see.", "It may make it harder to recognise the warning signs."),
    ("It lowers the risk of bleeding.", "Bleeding may occur."),
    ("It can be started during an infection.", "Patients should be evaluated for infection."),
    ("You cannot have an allergic reaction.", "Serious allergic reactions: rash, swelling, difficulty breathing."),
    ("To prevent migraine take 75 mg.", "For treatment of an attack the dose is 75 mg."),
    ("Take it with a sulphonylurea, 50 mg twice a day.", "50 mg twice a day with a combination of metformin and a sulphonylurea"),
    ("Everyone on it gains weight.", "Weight gain has been seen in patients."),
    ("It is used without methotrexate.", "used in combination with methotrexate"),
]


@pytest.mark.parametrize(("claim", "label"), BORNE_OUT)
def test_borne_out(claim: str, label: str) -> None:
    """A claim in other words, or of a narrower group that the label includes, stays supported."""
    assert warrants(claim, label)


@pytest.mark.parametrize(("claim", "label"), NOT_BORNE_OUT)
def test_not_borne_out(claim: str, label: str) -> None:
    """Another degree, age, order, direction, certainty or company is not what the label says."""
    assert not warrants(claim, label)


def test_amounts_of_others_do_not_count() -> None:
    """Of several sentences only the one with the claim's amount bears it out."""
    label = "No adjustment is needed in mild liver disease. In severe liver disease the dose is 25 mg every 12 hours."
    assert not warrants("In mild liver disease the dose is 25 mg every 12 hours.", label)
    assert warrants("In severe liver disease the dose is 25 mg every 12 hours.", label)
