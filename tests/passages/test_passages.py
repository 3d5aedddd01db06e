"""Short passages in five voices: claims are found in those that hold some, and careful sentences stay silent."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.review import DocumentReview, Finding

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))
PASSAGES: list[dict[str, Any]] = DATA["passages"]
KNOWN_MISSES: list[str] = DATA["known_misses"]
FLAGGED = [passage for passage in PASSAGES if passage.get("claims")]
SILENT = [passage for passage in PASSAGES if not passage.get("claims")]
RECALL, MOST_FALSE = 0.6, 2


@cache
def _reviewer() -> Reviewer:
    return Reviewer.build(Settings(today="2026-11-24"))


@cache
def _review(text: str, jurisdiction: str) -> DocumentReview:
    return review_text(text, kind="article", jurisdiction=jurisdiction, drug="azathioprine", reviewer=_reviewer())


def _claims(passage: dict[str, Any]) -> list[Finding]:
    review = _review(passage["text"], passage["jurisdiction"])
    assert not review.skipped, review.skipped
    return [finding for finding in review.findings if finding.check == "claims"]


def _missed(passage: dict[str, Any]) -> list[str]:
    spans = [(finding.place.start, finding.place.end) for finding in _claims(passage) if finding.place]
    starts = {claim["quote"]: passage["text"].index(claim["quote"]) for claim in passage["claims"]}
    return [quote for quote, at in starts.items() if not any(start < at + len(quote) and at < end for start, end in spans)]


def _cases(passages: list[dict[str, Any]]) -> list[Any]:
    known = pytest.mark.xfail(reason="listed in known_misses", strict=False)
    return [pytest.param(p, id=p["id"], marks=known if p["id"] in KNOWN_MISSES else ()) for p in passages]


@pytest.mark.parametrize("passage", _cases(FLAGGED))
def test_claims_are_found(passage: dict[str, Any]) -> None:
    """A claims finding overlaps every quote that an editor would mark."""
    assert not _missed(passage), [finding.place and finding.place.quote for finding in _claims(passage)]


@pytest.mark.parametrize("passage", _cases(SILENT))
def test_careful_sentences_stay_silent(passage: dict[str, Any]) -> None:
    """True, careful sentences made of the same words produce no claims finding."""
    assert [(finding.name, finding.place and finding.place.quote) for finding in _claims(passage)] == []


@pytest.mark.parametrize("passage", _cases([p for p in PASSAGES if p.get("present") or p.get("missing_not")]))
def test_what_a_passage_says_is_not_reported_missing(passage: dict[str, Any]) -> None:
    """A safety statement that the passage makes has the status present, or where it is only mentioned, not missing."""
    statuses = {r.id: r.status for r in _review(passage["text"], passage["jurisdiction"]).requirements}
    wrong = {id_: statuses.get(id_) for id_ in passage.get("present", ()) if statuses.get(id_) != "present"}
    wrong |= {id_: "missing" for id_ in passage.get("missing_not", ()) if statuses.get(id_) == "missing"}
    assert not wrong


def test_overall_recall() -> None:
    """At least six of ten quotes are found over all passages, known misses included."""
    quotes = sum(len(passage["claims"]) for passage in FLAGGED)
    missed = [quote for passage in FLAGGED for quote in _missed(passage)]
    assert 1 - len(missed) / quotes >= RECALL, missed


def test_overall_false_alarms() -> None:
    """At most two of the silent passages are flagged, known misses included."""
    flagged = {passage["id"]: [f.place and f.place.quote for f in _claims(passage)] for passage in SILENT if _claims(passage)}
    assert len(flagged) <= MOST_FALSE, flagged


def test_passages_are_well_formed() -> None:
    """Five voices with four flagged and four silent passages each; quotes stand exactly once in their text; ids are unique."""
    assert set(Counter(p["voice"] for p in FLAGGED).values()) == set(Counter(p["voice"] for p in SILENT).values()) == {4}
    assert len({p["voice"] for p in PASSAGES}) == 5
    assert len({p["id"] for p in PASSAGES}) == len(PASSAGES) == 40
    assert [(p["id"], c["quote"]) for p in FLAGGED for c in p["claims"] if p["text"].count(c["quote"]) != 1] == []
    assert set(KNOWN_MISSES) <= {p["id"] for p in PASSAGES}
