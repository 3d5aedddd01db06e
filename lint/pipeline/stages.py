"""The stages after the checks, in their order: each maps reviews to reviews, and changes only what is said of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lint.decisions import Terms, load_decisions, suppress
from lint.pipeline.settings import Settings
from lint.types.decision import FileDecision
from lint.types.review import DocumentReview, Finding
from lint.types.rule import Rule

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.changes import Changes


@dataclass(frozen=True, slots=True)
class Stages:
    """What the stages of a run are given."""

    settings: Settings
    filed: tuple[FileDecision, ...] = ()
    baseline: Baseline | None = None
    changes: Changes | None = None

    @classmethod
    def build(cls, settings: Settings) -> Stages:
        """Reads what the stages need. Raises LeaflintError when a file of them, or Git, cannot be used."""
        return cls(
            settings,
            load_decisions(settings.decisions) if settings.decisions else (),
            _baseline(settings.baseline) if settings.baseline else None,
            _changes(settings.diff_base) if settings.diff_base else None,
        )

    def apply(self, reviews: Iterable[DocumentReview], rules: Sequence[Rule]) -> Iterator[DocumentReview]:
        """The reviews after all stages: suppressed, then what the baseline knows, then what stands on unchanged lines."""
        everywhere, rule_of = self._terms(self.settings, tuple(rules)), {rule.code: rule for rule in rules}.__getitem__
        for review in reviews:
            after, mine = review, self.settings.of(review.document.path)
            if self.filed or review.suppressions:
                terms = everywhere if mine is self.settings else self._terms(mine, everywhere.rules)
                after = suppress(after, self.settings.name_of(after.document.path), self.filed, terms)
            after = replace(after, findings=tuple(mine.wanted(after.findings, rule_of)))  # those across documents and on suppressions too
            if self.baseline is not None:
                from lint.baseline import baselined

                after = baselined(after, self.settings.name_of(after.document.path), self.baseline)
            if self.changes is not None:
                from lint.changes import on_changed_lines

                after = on_changed_lines(after, self.changes, self.settings.diff_context)
            yield after

    def notes(self, reviews: Iterable[DocumentReview], sha256: str) -> Iterator[str]:
        """What is to be said of the stages besides the findings; `sha256` is that of the rules."""
        if self.baseline is None:
            return
        counts = Counter[str]()
        for name, parts in groupby(reviews, key=lambda review: self.settings.name_of(review.document.path)):
            counts.update(self.apart(name, [finding for review in parts for finding in review.findings]))
        yield from self.told(counts, sha256)

    def apart(self, name: str, found: Sequence[Finding]) -> dict[str, int]:
        """How many entries of the baseline all findings of a file no longer need (gone), and how many of those are of new rules (new)."""
        from lint.baseline import NEW_RULE, stale

        gone = sum(entry.count for entry in stale(self.baseline.entries(name), found)) if self.baseline else 0
        return {"gone": gone, "new": sum(finding.note.startswith(NEW_RULE) for finding in found)}

    def told(self, counts: Mapping[str, int], sha256: str) -> Iterator[str]:
        """What is to be said of a baseline, by the sums of `apart`; `sha256` is that of the rules."""
        if gone := counts["gone"]:
            yield f"{gone} finding{'s' * (gone != 1)} of the baseline are no longer there: `leaflint baseline update` takes them out"
        if new := counts["new"]:
            told = f"{new} finding{'s' * (new != 1)} of rules that the baseline does not know"
            yield f"{told} count as information: `leaflint baseline update`"
        if self.baseline is not None and self.baseline.stamp.sha256 != sha256:
            version = self.baseline.stamp.version
            yield f"the rules changed since the baseline was taken (leaflint {version}): `leaflint baseline update`"

    def _terms(self, mine: Settings, rules: tuple[Rule, ...]) -> Terms:
        return Terms(rules, frozenset(rule.code for rule in rules if not mine.applies(rule)), mine.today, mine.never_suppress)


def _baseline(folder: Path) -> Baseline:
    from lint.baseline import Baseline  # only runs that have one pay for it

    return Baseline.load(folder)


def _changes(base: str) -> Changes:
    from lint.changes import changes_since

    return changes_since(base)
