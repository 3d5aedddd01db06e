"""Tests of what no fix may touch."""

from __future__ import annotations

import pytest

from lint.fixes import Guard
from lint.pipeline.fix import guard_of
from lint.pipeline.review import Reviewer


@pytest.fixture(scope="module")
def guard(reviewer: Reviewer) -> Guard:
    return guard_of(reviewer)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("neccessary", "necessary"), ("the the", "the"), ("experiances", "experiences"), ("hypertnsion", "hypertension"),
        ("typcal", "typical"), ("doctor\u200b", "doctor"), ("tumour", "tumor"),
    ],
)  # fmt: skip
def test_plain_words_may_be_put_right(guard: Guard, before: str, after: str) -> None:
    """A slip in a plain word, a word said twice, an invisible character."""
    assert guard.allows(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("azathiaprine", "azathioprine"), ("azathioprine", "azathioprin"), ("Imuran Imuran", "Imuran"), ("prednisolne", "prednisolone"),
        ("two two", "two"), ("twoo", "two"), ("mg mg", "mg"), ("milligrm", "milligram"), ("tabelt", "tablet"), ("dayly", "daily"),
        ("not not", "not"), ("nott", "not"), ("dont't", "don't"), ("withuot", "without"), ("never never", "never"),
        ("5mg", "5 mg"), ("10", "100"), ("2.5", "25"), ("a/b", "a b"), ("x", "x"),
        ("hypetension", "hypertension"), ("unecessary", "unnecessary"), ("iregular", "irregular"), ("usafe", "unsafe"),
    ],
)  # fmt: skip
def test_what_changes_the_meaning_may_not(guard: Guard, before: str, after: str) -> None:
    """Medicines, numbers, units, negations, and words that were as likely meant the other way round."""
    assert not guard.allows(before, after)
