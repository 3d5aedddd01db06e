"""The sums over a run's reviews."""

from __future__ import annotations

from dataclasses import replace

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.totals import Totals
from lint.types.review import FAILED, Skipped


def test_reviews_are_counted_as_they_pass(reviewer: Reviewer) -> None:
    """Open findings by severity, medicines, and whether a check failed or a medicine is unknown; the reviews stay as they are."""
    one = review_text("Azathioprine cures lupus.", kind="article", drug="azathioprine", reviewer=reviewer)
    other = review_text("Metformin lowers sugar.", kind="article", drug="metformin", reviewer=reviewer)
    closed = replace(one, findings=tuple(replace(finding, disposition="baselined") for finding in one.findings))
    totals = Totals()
    assert list(totals.counting([one, closed, other])) == [one, closed, other]
    assert sum(totals.open.values()) == len(one.findings) + len(other.findings) > 0
    assert totals.drugs == {"azathioprine", "metformin"}
    assert (totals.failed, totals.unreferenced) == (False, True)
    broken = replace(one, skipped=(Skipped("a", "", f"{FAILED}spelling", "it broke"),))
    assert [bool(review.skipped) for review in totals.counting([broken])] == [True]
    assert totals.failed
