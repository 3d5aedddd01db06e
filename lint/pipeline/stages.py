"""The stages after the checks, in their order: each maps reviews to reviews, and changes only what is said of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lint.baseline import Baseline, baselined, stale
from lint.changes import Changes, changes_since, judged, on_changed_lines
from lint.decisions import FileDecision, Terms, load_decisions, suppress
from lint.pipeline.settings import Settings
from lint.types.review import DocumentReview, Finding
from lint.types.rule import Rule


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
            Baseline.load(settings.baseline) if settings.baseline else None,
            changes_since(settings.diff_base) if settings.diff_base else None,
        )

    def apply(self, reviews: Iterable[DocumentReview], rules: Sequence[Rule]) -> Iterator[DocumentReview]:
        """The reviews after all stages: suppressed, then what the baseline knows, then what stands on unchanged lines."""
        for review in reviews:
            name, after = self.settings.name_of(review.document.path), self._suppressed(review, tuple(rules))
            if self.baseline is not None:
                after = baselined(after, name, self.baseline)
            if self.changes is not None:
                after = on_changed_lines(after, self.changes, self.settings.diff_context)
            yield after

    def apply_across(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings that belong to no one document, after the stages that know them: changed lines."""
        for found in findings:
            yield judged(found, self.changes, self.settings.diff_context) if self.changes else found

    def notes(self, reviews: Iterable[DocumentReview], sha256: str) -> Iterator[str]:
        """What is to be said of the stages besides the findings; `sha256` is that of the rules."""
        if self.baseline is None:
            return
        by_name: dict[str, list[Finding]] = {}
        for review in reviews:
            by_name.setdefault(self.settings.name_of(review.document.path), []).extend(review.findings)
        gone = sum(entry.count for name, found in by_name.items() for entry in stale(self.baseline.entries(name), found))
        if gone:
            yield f"{gone} finding{'s' * (gone != 1)} of the baseline are no longer there: `leaflint baseline update` takes them out"
        if self.baseline.stamp.sha256 != sha256:
            version = self.baseline.stamp.version
            yield f"the rules changed since the baseline was taken (leaflint {version}): `leaflint baseline update`"

    def _suppressed(self, review: DocumentReview, rules: tuple[Rule, ...]) -> DocumentReview:
        mine = self.settings.of(review.document.path)
        off = frozenset(rule.code for rule in rules if not mine.applies(rule))
        terms = Terms(rules, off, mine.today, mine.never_suppress)
        suppressed = suppress(review, mine.name_of(review.document.path), self.filed, terms)
        by_code = {rule.code: rule for rule in rules}
        return replace(suppressed, findings=tuple(mine.wanted(suppressed.findings, by_code.__getitem__)))
