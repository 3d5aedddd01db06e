"""What slips cost, and the strings one slip away."""

from __future__ import annotations

import pytest

from lint.language.edits import one_edit
from lint.language.slips import cost


@pytest.mark.parametrize(
    ("likely", "unlikely", "meant"),
    [
        ("docotr", "docxor", "doctor"),  # neighbours swapped
        ("recieve", "recezve", "receive"),
        ("adress", "addess", "address"),  # a double letter written once
        ("docter", "doctqr", "doctor"),  # a vowel for a vowel
        ("skedule", "smedule", "schedule"),
        ("tablwt", "tablpt", "tablet"),  # a key beside the right one
        ("medecine", "medycine", "medicine"),
        ("toblet", "oablet", "tablet"),  # the first letter is seldom wrong
    ],
)
def test_usual_slips_are_cheap(likely: str, unlikely: str, meant: str) -> None:
    """What hands and ears often do costs less than what they do not."""
    assert 0 < cost(likely, meant) <= cost(unlikely, meant)


def test_nothing_costs_nothing() -> None:
    """The word itself; two slips cost about what each of them costs."""
    assert cost("doctor", "doctor") == 0
    assert cost("docotr", "doctor") + cost("pain", "pian") == pytest.approx(cost("docotr pain", "doctor pian"))


def test_one_edit_away() -> None:
    """Every deletion, swap, replacement and insertion, and never the word itself by replacement."""
    found = set(one_edit("ab"))
    assert {"a", "b", "ba", "xb", "ax", "xab", "axb", "abx", "aab"} <= found
    assert "ab" not in found
    assert len(found) == 2 + 1 + 50 + 76  # an insertion beside an equal letter is one with that on its other side
