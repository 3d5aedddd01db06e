"""Tests of the plain text reader: lines become passages; a line that speaks to leaflint is no text."""

from __future__ import annotations

import pytest

from tests.readers.conftest import Read, passages

WRAPPED = (
    "This leaflet answers some of the common questions people ask about\n"
    "the medicine. It does not contain all the available information and it\n"
    "does not take the place of talking to your doctor or pharmacist.\n"
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("How to take it\n\nTake one daily.\n", [("heading", "How to take it"), ("paragraph", "Take one daily.")]),
        ("Uses\n----\n- for this\n- for that\n", [("heading", "Uses"), ("list-item", "for this"), ("list-item", "for that")]),
        (WRAPPED, [("paragraph", " ".join(WRAPPED.split()))]),
        ("one.\r\ntwo.\rthree.", [("paragraph", "one."), ("paragraph", "two."), ("paragraph", "three.")]),
        ("a cafe\u0301.", [("paragraph", "a café.")]),
    ],
)
def test_passages(document: Read, source: str, expected: list[tuple[str, str]]) -> None:
    """Headings, items and wrapped paragraphs are told by their lines."""
    assert passages(document("a.txt", source)) == expected


def test_directives(document: Read) -> None:
    """A line of its own that is a comment to leaflint is kept as such, and not read as text."""
    found = document("a.txt", "Take it.\n<!-- leaflint off SPE101 -->\nEvery day.\n")
    assert [d.text for d in found.directives] == ["leaflint off SPE101"]
    assert "leaflint" not in found.text


def test_composed_letters_keep_their_place(document: Read) -> None:
    """An accent that follows its letter becomes one character that stands for both."""
    found = document("a.txt", "a cafe\u0301 ﬁrst")
    place = found.place(2, 6)
    assert (place.quote, found.source[place.start : place.end]) == ("café", "cafe\u0301")
    assert found.text.endswith("first")
