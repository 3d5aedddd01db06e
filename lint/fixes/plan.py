"""Chooses the fixes of a review: the safe ones, and the other mechanical ones where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.fixes.guard import Guard
from lint.types.review import DocumentReview, Finding


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to be replaced in a source; offsets are code points."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    line: int


def edits(review: DocumentReview, source: str, guard: Guard, *, unsafe: bool = False) -> tuple[Edit, ...]:
    """The fixes of a review's open findings that its source allows, in order; of two that overlap the first."""
    chosen: list[Edit] = []
    for edit in sorted(_possible(review, unsafe), key=lambda edit: (edit.start, edit.end)):
        whole = source[edit.start : edit.end] == edit.before and not _glued(source, edit)
        if whole and (not chosen or chosen[-1].end <= edit.start) and guard.allows(edit.before, edit.after):
            chosen.append(edit)
    return tuple(chosen)


def _possible(review: DocumentReview, unsafe: bool) -> Iterator[Edit]:
    for found in review.findings:
        after = found.fix if found.fix is not None else _other(found) if unsafe else None
        if after is not None and found.place is not None and found.disposition == "open":
            place = found.place
            yield Edit(place.start, place.end, place.quote, after, found.rule, place.line)


def _other(found: Finding) -> str | None:
    """The correction of a spelling finding that has one and no other."""
    return found.suggestions[0] if found.check == "spelling" and len(found.suggestions) == 1 else None


def _glued(source: str, edit: Edit) -> bool:
    """Whether the words are part of something larger, such as a number with its unit or an address."""
    before, after = source[edit.start - 1 : edit.start], source[edit.end : edit.end + 1]
    return any(mark.isalnum() or mark in "_@/\\" for mark in (before, after) if mark)
