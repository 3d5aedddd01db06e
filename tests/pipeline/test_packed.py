"""A packed review is the review, in parts that are read on their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.pipeline.packed import QUICK, SMALL, PackedReview
from lint.pipeline.review import Reviewer, review_text
from lint.types.decision import Decision, Suppression
from lint.types.review import FAILED, DocumentReview, Skipped

TEXT = "Azathioprine cures lupus. Take 500 mg of it every day with water."


@pytest.fixture
def review(reviewer: Reviewer) -> DocumentReview:
    """A review with findings, claims, requirements and a digest."""
    found = review_text(TEXT, kind="article", drug="azathioprine", reviewer=reviewer)
    assert found.findings
    assert found.claims
    assert found.requirements
    assert found.digest
    return found


@pytest.mark.parametrize("how", [QUICK, SMALL])
def test_it_comes_back_whole(review: DocumentReview, how: int) -> None:
    """All of it, but for the digest, which comes by itself."""
    found = PackedReview.of(review, how)
    assert (found.path, found.part, found.findings, found.whole) == (review.document.path, "", len(review.findings), True)
    assert found.review() == replace(review, digest=None)
    assert found.digested() == review.digest
    assert PackedReview.of(replace(review, digest=None), how).digested() is None


def test_the_ledger_stays_packed_where_nobody_asks(review: DocumentReview) -> None:
    """Only suppressions, which may name a requirement, bring it all the same."""
    assert PackedReview.of(review, QUICK).review(ledger=False) == replace(review, claims=(), requirements=(), digest=None)
    comment = Suppression("CLM", 0, 9, whole=False, decision=Decision("the editor knows"), place=review.claims[0].place)
    suppressed = replace(review, suppressions=(comment,))
    assert PackedReview.of(suppressed, QUICK).review(ledger=False) == replace(suppressed, digest=None)


def test_a_review_with_a_failed_check_is_not_whole(review: DocumentReview) -> None:
    """It may go right another time, so it is not to be kept."""
    broken = replace(review, skipped=(Skipped("a", "", f"{FAILED}spelling", "it broke"),))
    assert not PackedReview.of(broken, QUICK).whole
