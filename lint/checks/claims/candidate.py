"""A possible finding of the claims check, before overlapping ones are weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lint.types.review import SEVERITIES, Evidence
from lint.types.rule import Rule
from lint.types.text import Span

MOST_EVIDENCE = 3  # facts beside one claim or finding: enough to decide by, few enough to read


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that break a rule, and what the reference says about it."""

    rule: Rule
    span: Span  # of the document's text
    severity: str
    sentence: int  # index into Text.sentences
    drug: str | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[tuple[Span, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    confidence: float | None = None  # of the model, where it proposed it
    message: str = ""  # what is said instead of the rule's own message

    @property
    def weight(self) -> tuple[bool, int, int]:
        """What to keep where two overlap: evidence first, then severity, then length."""
        return bool(self.evidence), SEVERITIES.index(self.severity), self.span.end - self.span.start


def strongest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates without those that say again what a stronger one says of the same words, in order of place.

    Two say the same when they share at least half of the shorter span. A contradiction inside the text is always kept:
    no other rule names both of its places.
    """
    kept: list[Candidate] = []
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: (*(-w for w in map(int, c.weight)), c.span.start, c.rule.code)):
        near = by_sentence.setdefault(candidate.sentence, [])
        if candidate.related or not any(same_words(candidate.span, other.span) for other in near):
            if not candidate.related:
                near.append(candidate)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda c: (c.span.start, c.span.end, c.rule.code)))


def same_words(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, other.end - other.start)
