"""Reviews after the stages: the same each time they are read, and counted once they were."""

from __future__ import annotations

from dataclasses import replace

from lint.pipeline.packed import QUICK, PackedReview
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.reviewed import Reviewed
from lint.pipeline.settings import Settings
from lint.pipeline.spool import Spool
from lint.pipeline.stages import Stages


def test_as_often_as_they_are_read(reviewer: Reviewer) -> None:
    """With what documents say of each other; the sums are those of all reviews, whoever read them last."""
    reviews = [
        replace(review, document=replace(review.document, path=path))
        for path, text in (("a.md", "Azathioprine cures lupus."), ("b.md", "Azathioprine is taken once a day."))
        for review in [review_text(text, kind="article", drug="azathioprine", reviewer=reviewer)]
    ]
    extra = replace(reviews[0].findings[0], path="b.md", severity="info")
    spool = Spool(PackedReview.of(review, QUICK) for review in reviews)
    found = Reviewed(spool, {("b.md", ""): [extra]}, Stages.build(Settings("2026-11-24")), reviewer.rulebook.rules)
    assert len(found) == 2
    open_, drugs = found.totals.open, found.totals.drugs
    assert (sum(open_.values()), drugs) == (sum(len(review.findings) for review in reviews) + 1, {"azathioprine"})
    for _ in range(2):
        one, other = found
        assert one == replace(reviews[0], digest=None)
        assert extra in other.findings
        assert len(other.findings) == len(reviews[1].findings) + 1
    assert [review.claims for review in found.read(ledger=False)] == [(), ()]
    assert found.totals.open == open_
