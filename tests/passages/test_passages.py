"""Forty passages in five voices: claims are found, careful sentences stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.rulebook.yaml import Node, parse
from lint.types.review import Finding

_PATH = Path(__file__).with_name("passages.yaml")
MOST_SILENT_FLAGGED = 2
LEAST_RECALL = 0.6


def _passages() -> list[dict[str, Node]]:
    root = parse(_PATH.read_text(encoding="utf-8"), _PATH.name).value
    assert isinstance(root, dict)
    nodes = root["passages"].value
    assert isinstance(nodes, list)
    return [node.value for node in nodes if isinstance(node.value, dict)]


def _claims(passage: dict[str, Node]) -> list[str]:
    nodes = passage["claims"].value if "claims" in passage else []
    assert isinstance(nodes, list)
    return [str(node.value) for node in nodes]


PASSAGES = _passages()


def _found(passage: dict[str, Node], reviewer: Reviewer) -> list[Finding]:
    review = review_text(str(passage["text"].value), kind="article", drug="azathioprine", reviewer=reviewer)
    return [finding for finding in review.findings if finding.check == "claims"]


def _overlaps(quote: str, passage: dict[str, Node], finding: Finding) -> bool:
    start = str(passage["text"].value).index(quote)
    assert finding.place is not None
    return finding.place.start < start + len(quote) and start < finding.place.end


@pytest.mark.parametrize("passage", [p for p in PASSAGES if _claims(p)], ids=lambda p: str(p["id"].value))
def test_quotes_are_exact(passage: dict[str, Node]) -> None:
    """Each annotated claim stands in its passage word for word."""
    assert all(quote in str(passage["text"].value) for quote in _claims(passage))


def test_claims_are_found(reviewer: Reviewer) -> None:
    """At least six claims of ten are found over all voices."""
    hits, total = 0, 0
    for passage in PASSAGES:
        found = _found(passage, reviewer)
        for quote in _claims(passage):
            total += 1
            hits += any(_overlaps(quote, passage, finding) for finding in found)
    assert hits / total >= LEAST_RECALL, f"{hits} of {total}"


def test_careful_passages_stay_silent(reviewer: Reviewer) -> None:
    """At most two of the twenty careful passages get a claims finding."""
    flagged = {str(p["id"].value): [f.message for f in _found(p, reviewer)] for p in PASSAGES if not _claims(p)}
    assert sum(1 for found in flagged.values() if found) <= MOST_SILENT_FLAGGED, flagged


def test_half_are_silent() -> None:
    """Each voice has eight passages, four of which make no claim."""
    for voice in ("clinic", "marketing", "forum", "machine", "plain"):
        mine = [p for p in PASSAGES if p["voice"].value == voice]
        assert (len(mine), sum(1 for p in mine if not _claims(p))) == (8, 4)
