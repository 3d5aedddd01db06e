"""The held-out texts and their annotations agree with each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.voices.make_gold import HERE, place, render

ANNOTATIONS = sorted(HERE.glob("annotations/*/*.yaml"))


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=lambda path: path.stem)
def test_gold_is_what_the_annotations_say(annotation: Path) -> None:
    """Each gold file is the one that make_gold.py writes today."""
    written = HERE / "gold" / annotation.parent.name / f"{annotation.stem}.json"
    assert written.read_text(encoding="utf-8") == render(annotation)


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=lambda path: path.stem)
def test_a_requirement_has_one_verdict(annotation: Path) -> None:
    """No requirement is both missing and present, neutral or not applicable."""
    gold = json.loads(render(annotation))
    missing = {item["category"] for item in gold["findings"] if item["check"] == "safety"}
    full = {item["requirement"] for item in gold["present_requirements"] if item["strength"] == "full"}
    assert not missing & (full | set(gold["neutral_requirements"]) | set(gold["not_applicable_requirements"]))
    assert not full & set(gold["not_applicable_requirements"])


def test_every_text_is_annotated() -> None:
    """Ten texts, ten annotations, ten gold files."""
    stems = [{path.relative_to(HERE / folder).with_suffix("") for path in (HERE / folder).glob("*/*.*")} for folder in FOLDERS]
    assert stems[0] == stems[1] == stems[2]
    assert len(stems[0]) == 10


FOLDERS = ("documents", "annotations", "gold")


def test_an_unclear_quote_is_refused() -> None:
    """A quote that stands twice needs its number, and one that stands nowhere is an error."""
    assert place("a b a", "a", 2)["start"] == 4
    for quote, nth in (("a", 0), ("c", 0), ("a", 3)):
        with pytest.raises(ValueError, match="places"):
            place("a b a", quote, nth)
