"""What a text says of the same words again and again is listed for the first places; the last of them says how many more there are.

Nobody reads the same finding a thousand times, and no page shows it. Nothing else is left out: two findings are the same only where
rule, words and sentence are, for spelling where the word and what is said of it are. What a run ends with, baselines and fixes count
every place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from lint.types.review import Claim, DocumentReview, Finding, listed, more_places
from lint.types.shown import one_line

MOST = 50  # places
Told = TypeVar("Told", Finding, Claim)


def folded(review: DocumentReview) -> DocumentReview:
    """A review as reports list it."""
    first = _first(review.findings, _matter)
    findings = tuple(replace(found, related=listed(found.related, MOST)) if len(found.related) > MOST else found for found in first)
    return replace(review, findings=findings, claims=tuple(_first(review.claims, _statement)))


def _first(told: Sequence[Told], matter: Callable[[Told], Hashable]) -> Iterator[Told]:
    if len(told) <= MOST:
        yield from told
        return
    matters = list(map(matter, told))
    counts, seen = Counter(matters), Counter[Hashable]()
    for one, about in zip(told, matters, strict=True):
        seen[about] += 1
        if seen[about] < MOST or counts[about] == seen[about] == MOST:
            yield one
        elif seen[about] == MOST:
            note = f"the same at {more_places(counts[about] - MOST)}"
            yield replace(one, note=f"{one.note}; {note}" if one.note else note)


def _matter(found: Finding) -> Hashable:
    words = found.message if found.check == "spelling" else found.fingerprint or id(found)
    return found.rule, words, found.severity, found.disposition, found.decision


def _statement(claim: Claim) -> Hashable:
    return one_line(claim.place.quote).lower(), claim.kind, claim.drug, claim.verdict, claim.by
