"""What a run comes to, counted as its reviews pass: nothing reads them all again for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lint.types.review import FAILED, DocumentReview


@dataclass(slots=True)
class Totals:
    """Sums over the reviews of a run."""

    open: Counter[str] = field(default_factory=Counter)  # open findings by severity
    drugs: set[str] = field(default_factory=set)  # that texts are about
    failed: bool = False  # a check of some text failed
    unreferenced: bool = False  # of the medicine of some text nothing is known

    def counting(self, reviews: Iterable[DocumentReview]) -> Iterator[DocumentReview]:
        """The same reviews, each counted on its way."""
        for review in reviews:
            self.open.update(finding.severity for finding in review.findings if finding.disposition == "open")
            self.drugs.update(review.document.drugs)
            self.failed = self.failed or any(skipped.what.startswith(FAILED) for skipped in review.skipped)
            self.unreferenced = self.unreferenced or review.unreferenced
            yield review
