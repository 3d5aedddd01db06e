"""What a new version of a label means for texts: which sentences it no longer supports, which statements they now lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint.pipeline.run import CheckRun, check
from lint.pipeline.settings import Settings
from lint.types.review import Claim, DocumentReview, Evidence, Requirement

_FIRM = ("supported", "contradicted")  # verdicts that a label gives
_LACKING = ("missing", "inadequate")


@dataclass(frozen=True, slots=True)
class Impact:
    """One consequence of the new label for one text."""

    path: str
    part: str
    line: int | None  # of the sentence; None for a statement that is missing
    text: str  # the sentence, or what is due
    before: str  # verdict or status by the old label; empty: not due
    after: str  # … by the new one
    evidence: tuple[Evidence, ...] = ()  # from the new label, else from the old one


def impact(paths: Sequence[str], settings: Settings, old: Path, new: Path) -> tuple[tuple[Impact, ...], CheckRun]:
    """What changes for the texts under some paths, with the review by the new label. Raises LeaflintError as `check` does."""
    terms = replace(settings, baseline=None, diff_base="")
    runs = (check(paths, replace(terms, labels=(label,)), workers=None) for label in (old, new))
    before, after = (run.whole("what the label means for the texts is not known") for run in runs)
    known = {(review.document.path, review.document.part): review for review in before.reviews}
    found: list[Impact] = []
    for review in after.reviews:
        earlier = known.get((review.document.path, review.document.part))
        if earlier is not None:
            found += [*_claims(earlier, review), *_requirements(earlier, review)]
    return tuple(found), after


def _claims(old: DocumentReview, new: DocumentReview) -> Iterator[Impact]:
    """Claims that the labels judge differently, in order of place."""
    before, after = ({(claim.place.start, claim.place.end, claim.kind): claim for claim in one.claims} for one in (old, new))
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        verdicts = [claim.verdict if claim is not None else "not-in-reference" for claim in (one, other)]
        if verdicts[0] != verdicts[1] and set(verdicts) & set(_FIRM):
            claim = other or one
            assert claim is not None
            yield _of_claim(claim, verdicts[0], verdicts[1], (other.evidence if other else ()) or (one.evidence if one else ()))


def _of_claim(claim: Claim, before: str, after: str, evidence: tuple[Evidence, ...]) -> Impact:
    place = claim.place
    return Impact(place.path, place.part, place.line, place.quote, before, after, evidence)


def _requirements(old: DocumentReview, new: DocumentReview) -> Iterator[Impact]:
    """Statements that the new label makes due and the text lacks, and those that are no longer due."""
    before, after = ({(requirement.id, requirement.drug): requirement for requirement in one.requirements} for one in (old, new))
    for key in sorted({*before, *after}, key=str):
        one, other = before.get(key), after.get(key)
        statuses = [requirement.status if requirement is not None else "" for requirement in (one, other)]
        lacks = statuses[1] in _LACKING and statuses[0] not in _LACKING
        freed = statuses[0] in ("present", *_LACKING) and statuses[1] in ("", "not-applicable")
        if lacks or freed:
            requirement = other or one
            assert requirement is not None
            yield _of_requirement(requirement, statuses[0], statuses[1])


def _of_requirement(requirement: Requirement, before: str, after: str) -> Impact:
    line = requirement.place.line if requirement.place else None
    return Impact(requirement.path, requirement.part, line, requirement.title, before, after, requirement.evidence)
