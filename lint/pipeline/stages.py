"""The stages after the checks, in their order: each maps reviews to reviews, and changes only what is said of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lint.decisions import FileDecision, Terms, load_decisions, suppress
from lint.pipeline.settings import Settings
from lint.types.review import DocumentReview
from lint.types.rule import Rule


@dataclass(frozen=True, slots=True)
class Stages:
    """What the stages of a run are given."""

    settings: Settings
    filed: tuple[FileDecision, ...] = ()

    @classmethod
    def build(cls, settings: Settings) -> Stages:
        """Reads what the stages need. Raises LeaflintError when a file of them cannot be used."""
        return cls(settings, load_decisions(settings.decisions) if settings.decisions else ())

    def apply(self, reviews: Iterable[DocumentReview], rules: Sequence[Rule]) -> Iterator[DocumentReview]:
        """The reviews after all stages."""
        for review in reviews:
            yield self._suppressed(review, tuple(rules))

    def _suppressed(self, review: DocumentReview, rules: tuple[Rule, ...]) -> DocumentReview:
        mine = self.settings.of(review.document.path)
        off = frozenset(rule.code for rule in rules if not mine.applies(rule))
        terms = Terms(rules, off, mine.today, mine.never_suppress)
        suppressed = suppress(review, mine.name_of(review.document.path), self.filed, terms)
        by_code = {rule.code: rule for rule in rules}
        wanted = mine.wanted(suppressed.findings, by_code.__getitem__)
        return replace(suppressed, findings=tuple(wanted))
