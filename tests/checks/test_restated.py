"""Sentences that state the same facts in other words."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.review import Finding

FILL = "The capsules are yellow. They have a line on one side. Your pharmacist keeps them. Each bottle lasts for a month."
EARLY = "Keep new pens of liraglutide in the refrigerator between 36°F and 46°F until the expiry date."


def restated(first: str, second: str, reviewer: Reviewer, kind: str = "article") -> list[Finding]:
    """What is told twice in a text with two passages far from each other."""
    found = review_text(f"{first}\n\n{FILL}\n\n{second}\n\nThat is all.", kind=kind, reviewer=reviewer).findings
    return [f for f in found if f.name == "semantic-repetition"]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (
            "A dry cough, fever or shortness of breath may be a sign of lung inflammation.",
            "Call your doctor if you have fever, a dry cough or trouble breathing, which may mean that your lungs are inflamed.",
            "cough",
        ),
        (
            "Calcium and iron keep levothyroxine from being absorbed, so leave at least four hours between them.",
            "Leave 4 hours or more between iron or calcium and levothyroxine, whose absorption they reduce.",
            "levothyroxine",
        ),
    ],
)
def test_the_same_facts_in_other_words_are_a_note(first: str, second: str, shared: str, reviewer: Reviewer) -> None:
    """Other order, other voice, lay words and figures in letters hide no repeat; the message names what both say."""
    (finding,) = restated(first, second, reviewer)
    assert finding.severity == "info"
    assert finding.place is not None
    assert finding.place.quote == second
    assert finding.related[0].place.quote == first
    assert shared in finding.message


@pytest.mark.parametrize(
    "second",
    [
        "In the refrigerator, unopened pens of liraglutide stay between 30°F and 50°F until the expiry date.",
        "In the refrigerator, never let new pens of liraglutide stand between 36°F and 46°F past the expiry date.",
        "In the refrigerator, new pens of exenatide are kept between 36°F and 46°F.",
        "The expiry date stands on the pens and on the box, next to the name of the maker.",
    ],
)
def test_other_facts_are_another_statement(second: str, reviewer: Reviewer) -> None:
    """Other figures, a negation, another medicine or few shared facts make another statement."""
    assert restated(EARLY, second, reviewer) == []


def test_a_leaflet_may_say_it_in_each_section(reviewer: Reviewer) -> None:
    """The sections of a leaflet are looked up one by one."""
    first, second = "Folic acid lessens mouth sores and nausea.", "To lessen nausea and mouth sores, your doctor may prescribe folic acid."
    assert len(restated(first + " It is a vitamin.", second, reviewer, "leaflet")) == 0


def test_neighbours_explain_each_other(reviewer: Reviewer) -> None:
    """A sentence that explains the one shortly before is no repeat."""
    first, second = "Folic acid is often prescribed to reduce mouth sores.", "To lessen mouth sores, your doctor may prescribe folic acid."
    text = f"{first}\n\n{second}"
    assert not [f for f in review_text(text, kind="article", reviewer=reviewer).findings if f.name == "semantic-repetition"]
