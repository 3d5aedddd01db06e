"""Lay words and words of labels meet in one stem."""

from __future__ import annotations

import pytest

from lint.evidence.words import plain, stem


@pytest.mark.parametrize(
    ("lay", "professional"),
    [("heart", "cardiac"), ("livers", "hepatic"), ("stopped", "discontinued"), ("children", "pediatric"), ("dose", "dosage")],
)
def test_one_stem_for_both(lay: str, professional: str) -> None:
    """A word of patients and the label's word for the same thing have one stem."""
    assert stem(lay) == stem(professional)


def test_runs_of_words_become_one() -> None:
    """“Taken by mouth” and “orally” read alike, and so do neighbours that share a space."""
    assert [stem(form) for form in plain(" taken by mouth once a day ")] == [stem(form) for form in " orally once daily ".split()]
    assert plain(" high blood pressure high blood pressure ") == ["hypertension", "hypertension"]


def test_other_words_stay() -> None:
    """A line without such words is left as it is."""
    assert plain(" tablets are yellow . ") == ["tablets", "are", "yellow", "."]


def test_many_names_of_one_thing() -> None:
    """Words that meet in a third are one: child, children and pediatric."""
    assert len({stem(word) for word in ("child", "children", "pediatric")}) == 1
