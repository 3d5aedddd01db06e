"""The reviews of a run after all stages, worked out as they are read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from lint.pipeline.joined import with_findings
from lint.pipeline.packed import PackedReview
from lint.pipeline.spool import Spool
from lint.pipeline.stages import Stages
from lint.pipeline.totals import Totals
from lint.types.review import DocumentReview, Finding
from lint.types.rule import Rule


class Reviewed:
    """Reviews by path and part, as often as they are read: unpacked one at a time, joined, and passed through the stages."""

    def __init__(
        self, made: Spool[PackedReview], across: Mapping[tuple[str, str], list[Finding]], stages: Stages, rules: Sequence[Rule]
    ) -> None:
        self._made, self._across, self._stages, self._rules = made, across, stages, rules
        self._totals: Totals | None = None

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[DocumentReview]:
        return self.read()

    def read(self, *, ledger: bool = True) -> Iterator[DocumentReview]:
        """The reviews; without claims and requirements where nobody asks for the `ledger`."""
        totals = Totals()
        joined = (with_findings(one.review(ledger=ledger), self._across) for one in self._made)
        yield from totals.counting(self._stages.apply(joined, self._rules))
        self._totals = totals

    @property
    def totals(self) -> Totals:
        """The sums over the reviews, as the last reader of them all counted them."""
        if self._totals is None:
            deque(self.read(ledger=False), maxlen=0)
        assert self._totals is not None
        return self._totals
