"""The stage that sets aside what the baseline knows, and finds what it no longer needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lint.baseline.file import Baseline, Entry
from lint.types.review import DocumentReview, Finding

NEW_RULE = "its rule is new since the baseline was taken"


def baselined(review: DocumentReview, name: str, baseline: Baseline) -> DocumentReview:
    """The review with the open findings that the baseline knows marked, as many of equal ones as it counts.

    A finding of a rule that is new since the baseline was taken is information until the baseline is updated: an upgrade of leaflint
    by itself never fails a run. `name`: of the document below the project's folder.
    """
    left = Counter({entry.fingerprint: entry.count for entry in baseline.entries(name) if entry.part == review.document.part})
    known = frozenset(baseline.stamp.rules)
    return replace(review, findings=tuple(_judged(found, left, known) for found in review.findings))


def _judged(found: Finding, left: Counter[str], known: frozenset[str]) -> Finding:
    if found.disposition != "open":
        return found
    if left[found.fingerprint] > 0:
        left[found.fingerprint] -= 1
        return replace(found, disposition="baselined")
    return found if found.rule in known else replace(found, severity="info", note=NEW_RULE)


def stale(entries: Iterable[Entry], findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries of a document that none of its findings needs any more, with how often they are not needed."""
    used = Counter(found.fingerprint for found in findings if found.disposition in ("open", "baselined", "unchanged"))
    left = ((entry, entry.count - used[entry.fingerprint]) for entry in entries)
    return tuple(replace(entry, count=count) for entry, count in left if count > 0)
