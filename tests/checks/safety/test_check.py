"""The general safety checklist: what is due, and how well a text says it."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.review import DocumentReview


def review(text: str, reviewer: Reviewer, kind: str = "article", drug: str = "metformin") -> DocumentReview:
    """A text on a medicine without a reference."""
    return review_text(text, kind=kind, drug=drug, reviewer=reviewer)


def status(found: DocumentReview, name: str) -> str:
    """The status of a requirement, "" where it is not due."""
    return next((one.status for one in found.requirements if one.id == name), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talk to your doctor or pharmacist before you take it.", "present"),
        ("Metformin is prescribed by a doctor.", "missing"),
        ("Metformin lowers sugar.", "missing"),
    ],
)
def test_talk_to_a_clinician(text: str, expected: str, reviewer: Reviewer) -> None:
    """It must be told to the reader: that doctors exist is no advice."""
    assert status(review(text, reviewer), "talk-to-clinician") == expected


def test_kind_decides_what_is_due(reviewer: Reviewer) -> None:
    """A leaflet need not point to the leaflet, a blurb owes little, and an article no driving advice."""
    due = {
        kind: {one.id for one in review("Metformin lowers sugar.", reviewer, kind).requirements} for kind in ("leaflet", "article", "blurb")
    }
    assert "read-leaflet" in due["article"] - due["leaflet"]
    assert "driving" in due["leaflet"] - due["article"]
    assert due["blurb"] < due["article"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Metformin lowers sugar.", "not-applicable"),
        ("Some people say metformin changed their life. “It gave me my life back,” says Ann.", "missing"),
    ],
)
def test_a_trigger_makes_a_statement_due(text: str, expected: str, reviewer: Reviewer) -> None:
    """Only a text with a patient's story owes the caveat that others may fare otherwise."""
    assert status(review(text, reviewer), "testimonial-caveat") == expected


def test_a_missing_statement_is_a_finding_of_its_severity(reviewer: Reviewer) -> None:
    """Each missing requirement is one finding without a place, with the same id and severity; none is for what is not due."""
    found = review("Metformin lowers sugar.", reviewer)
    missing = {one.id: one.severity for one in found.requirements if one.status == "missing"}
    assert {one.requirement: one.severity for one in found.findings if one.check == "safety"} == missing
    assert all(one.place is None for one in found.findings if one.check == "safety")


def test_a_medicine_without_a_reference_is_named_as_a_gap(reviewer: Reviewer) -> None:
    """What depends on the drug was not checked, and the gap names the drug."""
    assert [gap.reason for gap in review("Metformin lowers sugar.", reviewer).skipped] == ["no US reference for metformin"]


@pytest.mark.parametrize(("jurisdiction", "scheme"), [("US", "MedWatch"), ("UK", "Yellow Card"), ("EU", "Appendix V")])
def test_the_message_names_the_scheme_of_the_jurisdiction_only(jurisdiction: str, scheme: str, reviewer: Reviewer) -> None:
    """An editor in the UK is not sent to the FDA."""
    found = review_text("Metformin lowers sugar.", kind="article", drug="metformin", jurisdiction=jurisdiction, reviewer=reviewer)
    (message,) = [one.message for one in found.findings if one.requirement == "report-side-effects"]
    assert [name for name in ("MedWatch", "Yellow Card", "Appendix V") if name in message] == [scheme]


def test_missing_statements_stand_by_their_severity(reviewer: Reviewer) -> None:
    """What must not be overlooked comes before what would be nice to have."""
    found = [one.severity for one in review("Metformin lowers sugar.", reviewer).findings if one.place is None]
    assert len(set(found)) == 3
    assert found == sorted(found, key=("error", "warning", "info").index)


@pytest.mark.parametrize(
    ("requirement", "text", "expected"),
    [
        ("overdose", "Too many tablets? Call a doctor at once.", "present"),
        ("overdose", "## Took too much?\n\nCall a doctor at once.", "present"),
        ("take-as-prescribed", "Missed one? Take it when you remember.", "present"),
        ("do-not-stop-alone", "Can I just stop? No, speak to the doctor first.", "present"),
        ("do-not-stop-alone", "Can I just stop? Yes, whenever you feel like it.", "missing"),
        ("do-not-stop-alone", "Stop taking it and get help if your face swells. See a doctor about a rash.", "missing"),
        ("tell-clinician-history", "Tell us first if you have asthma or a weak liver.", "present"),
        ("tell-clinician-history", "Many people have asthma or a weak liver.", "missing"),
        ("urgent-help", "If you cannot breathe or your face swells, call a doctor immediately.", "present"),
        ("urgent-help", "Wheezing and a rash may happen.", "missing"),
    ],
)
def test_asked_and_answered(requirement: str, text: str, expected: str, reviewer: Reviewer) -> None:
    """A question that the text answers says what the answer leaves out; advice counts whoever it names to be asked."""
    assert status(review(text, reviewer), requirement) == expected


@pytest.mark.parametrize("text", ["Too many tablets?", "Missed one? Taken twice?"])
def test_asked_only(text: str, reviewer: Reviewer) -> None:
    """A question without an answer says nothing."""
    found = review(text, reviewer)
    assert {status(found, "overdose"), status(found, "take-as-prescribed")} == {"missing"}
