"""The part of the checklist that a drug's own label makes due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.label import OVER_THE_COUNTER
from tests.labelled import label_of

LABEL = {
    "boxed": "WARNING: Liver failure, including fatal cases, has occurred with plurovast.",
    "interactions": "Avoid clarithromycin with plurovast.",
    "warnings": "Monitor liver enzymes before and during treatment.",
}


def statuses(text: str, reviewer: Reviewer, kind: str = "leaflet", sections: dict[str, str] | None = None) -> dict[str, str]:
    """The requirements of the label by the matter they are on, with their status."""
    own = reviewer.with_labels([label_of("plurovast", LABEL if sections is None else sections)])
    review = review_text(text, kind=kind, drug="plurovast", reviewer=own)
    return {one.id.removeprefix("plurovast:"): one.status for one in review.requirements if one.id.startswith("plurovast:")}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Plurovast lowers cholesterol.", set()),
        ("Plurovast can cause liver failure, which can be fatal.", {"liver-harm"}),
        ("Do not take clarithromycin with plurovast.", {"clarithromycin"}),
        ("You will have blood tests to check your liver while you take plurovast.", {"liver-tests"}),
        ("Your liver is important.", set()),
    ],
)
def test_what_the_text_says_is_present(text: str, present: set[str], reviewer: Reviewer) -> None:
    """Boxed matters, substances to avoid and tests are due; naming an organ says nothing of its harm."""
    found = statuses(text, reviewer)
    assert found.keys() == {"liver-harm", "clarithromycin", "liver-tests"}
    assert {name for name, status in found.items() if status == "present"} == present


def test_a_blurb_owes_nothing_of_the_label(reviewer: Reviewer) -> None:
    """A few words cannot hold a checklist."""
    assert statuses("Plurovast lowers cholesterol.", reviewer, kind="blurb") == {}


def test_what_the_label_lets_be_is_not_due(reviewer: Reviewer) -> None:
    """A substance that asks for caution alone, and tests that are called unnecessary."""
    sections = {"interactions": "Use caution with digoxin.", "warnings": "Monitoring of liver enzymes is not necessary."}
    assert statuses("Plurovast lowers cholesterol.", reviewer, sections=sections) == {}


def test_the_labels_words_stand_beside_what_is_missing(reviewer: Reviewer) -> None:
    """The finding quotes the sentence that makes the statement due."""
    own = reviewer.with_labels([label_of("plurovast", LABEL)])
    review = review_text("Plurovast lowers cholesterol.", kind="leaflet", drug="plurovast", reviewer=own)
    (found,) = (found for found in review.findings if found.requirement == "plurovast:liver-harm")
    assert (found.severity, found.place) == ("error", None)
    assert [evidence.quote for evidence in found.evidence] == [LABEL["boxed"]]


@pytest.mark.parametrize(
    ("boxed", "text", "status"),
    [
        ("Rash is likelier with coadministration of valproate.", "Rash is likelier if you also take valproate.", "present"),
        ("Rash is likelier with coadministration of valproate.", "Plurovast lowers cholesterol.", "missing"),
        ("Concomitant use of other drugs affects plurovast.", "Herbal remedies such as ginkgo can change how plurovast works.", "present"),
        ("Concomitant use of other drugs affects plurovast.", "Antibiotics can be bought in a pharmacy. Plurovast is a tablet.", "missing"),
        ("Concomitant use of other drugs affects plurovast.", "Cranberry juice can change how plurovast works.", "missing"),
    ],
)  # fmt: skip
def test_a_box_on_other_medicines(boxed: str, text: str, status: str, reviewer: Reviewer) -> None:
    """It is spoken of by who names the medicine of the box, or says of medicines that they change how this one works."""
    assert statuses(text, reviewer, sections={"boxed": boxed})["dangerous-interactions"] == status


def test_the_shortest_run_of_sentences_is_shown(reviewer: Reviewer) -> None:
    """What satisfies a requirement is quoted from the sentence that says it, not from one before it that has a part of it by chance."""
    own = reviewer.with_labels([label_of("plurovast", {"pregnancy": "Plurovast can cause fetal harm in a pregnant woman."})])
    text = "Do not take plurovast with milk. Tell your doctor if you are pregnant."
    review = review_text(text, kind="article", drug="plurovast", reviewer=own)
    (found,) = (one for one in review.requirements if one.id == "plurovast:pregnancy")
    assert found.place is not None
    assert found.place.quote == "Tell your doctor if you are pregnant"


@pytest.mark.parametrize(("classes", "status"), [((OVER_THE_COUNTER,), "not-applicable"), ((), "missing")])
def test_what_only_a_prescription_needs_is_not_due_without_one(classes: tuple[str, ...], status: str, reviewer: Reviewer) -> None:
    """A travel-sickness tablet from the shelf need not say that no dose is to be changed alone, nor that it is for one reader only."""
    own = reviewer.with_labels([replace(label_of("plurovast", LABEL), classes=classes, sha256=f"of {classes}")])
    review = review_text("Plurovast prevents travel sickness.", kind="article", drug="plurovast", reviewer=own)
    found = {one.id: one.status for one in review.requirements}
    assert (found["do-not-stop-alone"], found["for-you-only"]) == (status, status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Plurovast is suitable through all of pregnancy.", "inadequate"),
        ("Plurovast is suitable through all of pregnancy. Or is it? Tell your doctor if you are pregnant.", "present"),
        ("Tell your doctor if you are pregnant.", "present"),
        ("Plurovast lowers cholesterol.", "missing"),
    ],
)
def test_what_contradicts_the_label_does_not_count_as_said(text: str, status: str, reviewer: Reviewer) -> None:
    """A text that allows what the label rules out has not told its reader; one that also warns has."""
    own = reviewer.with_labels([label_of("plurovast", {"pregnancy": "Avoid use in pregnant women: it can harm the unborn child."})])
    review = review_text(text, kind="article", drug="plurovast", reviewer=own)
    assert {one.id: one.status for one in review.requirements}["plurovast:pregnancy"] == status


def test_a_medicine_that_is_recommended_though_ruled_out_is_not_named_as_one_to_avoid(reviewer: Reviewer) -> None:
    """Naming it counts only where the words do not contradict the label."""
    own = reviewer.with_labels([label_of("plurovast", {"contraindications": "Use with clarithromycin is contraindicated."})])
    for text, status in (("You can take plurovast with clarithromycin.", "inadequate"), ("Never take clarithromycin with it.", "present")):
        review = review_text(text, kind="article", drug="plurovast", reviewer=own)
        assert {one.id: one.status for one in review.requirements}["plurovast:clarithromycin"] == status
