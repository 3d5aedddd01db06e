"""How far a run has come, on a terminal; and what it was busy with, for those who ask."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import nlargest
from operator import itemgetter
from pathlib import Path

from lint.pipeline.packed import PackedReview
from lint.pipeline.reviews import Items, Progress, name_of_items
from lint.pipeline.settings import Settings
from lint.types.review import DocumentReview

_SHOWN = 10  # rules and documents in the statistics


class Statistics:
    """Counts findings by rule and times documents."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.known = 0

    def __call__(self, done: int, total: int, items: Items, seconds: float) -> None:
        """Takes in what one place gave."""
        self.seconds[name_of_items(items)] += seconds
        self.known += not seconds

    def lines(self, reviews: Iterator[DocumentReview], settings: Settings) -> Iterator[str]:
        """The statistics, for standard error. Rules are timed on the slowest documents."""
        counts = Counter(f"{found.rule} {found.name}" for review in reviews for found in review.findings if found.disposition == "open")
        yield "findings by rule:"
        yield from (f"  {count:>6}  {name}" for name, count in counts.most_common())
        yield f"slowest documents ({self.known} of {len(self.seconds)} came from the cache):"
        documents = _slowest(self.seconds)
        yield from (f"  {seconds:>6.2f} s  {name}" for name, seconds in documents)
        if documents:
            from lint.pipeline.timing import seconds_by_rule

            yield f"slowest rules (the patterns of each alone, on {'these documents' if len(documents) > 1 else 'this document'}):"
            rules = _slowest(seconds_by_rule([Path(name) for name, _ in documents], settings))
            yield from (f"  {seconds * 1000:>6.1f} ms  {name}" for name, seconds in rules)


def _slowest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return [(name, took) for name, took in nlargest(_SHOWN, seconds.items(), itemgetter(1)) if took]


@contextlib.contextmanager
def watching(statistics: Statistics | None) -> Iterator[Progress | None]:
    """What is told of each document as it is done: a bar on a terminal, the statistics, both or none."""
    if not sys.stderr.isatty():
        yield statistics
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]:>5.0f}/s"), TextColumn("{task.fields[findings]} findings"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task, findings = bar.add_task("", total=None, rate=0.0, findings=0), 0

        def told(done: int, total: int, items: Items, seconds: float) -> None:
            nonlocal findings
            findings += sum(item.findings for item in items if isinstance(item, PackedReview))
            bar.update(task, completed=done, total=total, findings=findings, rate=bar.tasks[0].speed or 0.0)
            if statistics:
                statistics(done, total, items, seconds)

        yield told
