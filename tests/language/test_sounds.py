"""How words sound."""

from __future__ import annotations

import pytest

from lint.language.sounds import sound, sounds


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fisician", "physician"), ("nock", "knock"), ("sycosis", "psychosis"), ("newmonia", "pneumonia"), 
        ("kemotherapy", "chemotherapy"), ("enuf", "enough"), ("dispair", "despair"), ("thier", "their"), ("imune", "immune"),
    ],
)  # fmt: skip
def test_misspellings_by_ear_sound_alike(written: str, meant: str) -> None:
    """Silent letters, doubled ones and other letters for the same sound change nothing."""
    assert sound(written) == sound(meant)


@pytest.mark.parametrize(("one", "other"), [("liver", "kidney"), ("able", "bale"), ("dose", "nose"), ("cut", "city")])
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    """Other consonants, and a vowel at the start against none."""
    assert sound(one) != sound(other)


def test_many_are_as_each() -> None:
    """Worked on as one text, words do not touch each other."""
    words = ["knee", "axis", "school", "xylose", "gnat", "hour", "ache"]
    assert sounds(words) == [sound(word) for word in words]
