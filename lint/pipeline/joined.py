"""The findings across documents, put into the reviews they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lint.types.review import DocumentReview, Finding, Related, place_order

_LEFTOVER, _ACROSS = "wrong-drug-leftover", "passage-of-another-page"


def with_findings(review: DocumentReview, by_document: Mapping[tuple[str, str], list[Finding]]) -> DocumentReview:
    """A review with the findings that `across` has for its document."""
    return _with(review, by_document.get((review.document.path, review.document.part), []))


def _with(review: DocumentReview, found: list[Finding]) -> DocumentReview:
    """A review with further findings; a leftover that the review already has only learns where it comes from."""
    if not found:
        return review
    own = list(review.findings)
    for finding in found:
        known = next(
            (n for n, other in enumerate(own) if finding.name == _ACROSS and other.name == _LEFTOVER and _within(other, finding)), None
        )
        if known is None:
            own.append(finding)
        else:
            own[known] = replace(own[known], related=(*own[known].related, *(Related(r.place, r.note) for r in finding.related)))
    return replace(review, findings=tuple(sorted(own, key=place_order)))


def _within(inner: Finding, outer: Finding) -> bool:
    return bool(inner.place and outer.place and outer.place.start <= inner.place.start and inner.place.end <= outer.place.end)
