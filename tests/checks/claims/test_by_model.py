"""The model proposes, the language step and the reference dispose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.review import Finding

TOLD = "Metformin strolls through your body and tidies up whatever it finds."


def proposed(text: str, reviewer: Reviewer, *, path: str = "text.txt", drug: str = "metformin", kind: str = "article") -> list[Finding]:
    """What only the model finds in a text."""
    review = review_text(text, kind=kind, drug=drug, path=path, reviewer=reviewer)
    return [found for found in review.findings if found.confidence is not None]


def changed(reviewer: Reviewer, **settings: object) -> Reviewer:
    """The same reviewer with other settings."""
    return replace(reviewer, settings=replace(reviewer.settings, **settings))  # type: ignore[arg-type]


def test_headings_are_left_alone(reviewer: Reviewer) -> None:
    """The same words are a finding in a paragraph and none in a heading."""
    assert proposed(TOLD, reviewer, path="a.md")
    assert not proposed(f"# {TOLD}\n\nMetformin is taken with meals.", reviewer, path="a.md")


def test_a_rule_speaks_first(reviewer: Reviewer) -> None:
    """What a rule finds is not found again by the model."""
    review = review_text("Metformin is completely safe and cures diabetes for good.", kind="article", drug="metformin", reviewer=reviewer)
    claims = [found for found in review.findings if found.check == "claims"]
    assert claims
    assert all(found.confidence is None for found in claims)


@pytest.mark.parametrize("sources", [frozenset(["rules", "evidence"]), frozenset()])
def test_switched_off_it_says_nothing(sources: frozenset[str], reviewer: Reviewer) -> None:
    """Without the model among the sources there is no finding with a probability."""
    assert not proposed(TOLD, changed(reviewer, sources=sources))


def test_the_least_probability_is_the_users(reviewer: Reviewer) -> None:
    """A lower one finds at least as much, one of 1 finds nothing."""
    usual = proposed(TOLD, reviewer)
    assert len(proposed(TOLD, changed(reviewer, min_confidence=0.05))) >= len(usual) == 1
    assert not proposed(TOLD, changed(reviewer, min_confidence=1.0))


def test_severity_goes_by_probability(reviewer: Reviewer) -> None:
    """Sure ones are warnings, the others information; never errors."""
    assert reviewer.model is not None
    limit = reviewer.model.weights.decision["warning"]
    text = " ".join([TOLD, "Every family deserves metformin.", "Metformin and your knees will dance again by Friday."])
    for found in proposed(text, changed(reviewer, min_confidence=0.3)):
        assert found.severity == ("warning" if (found.confidence or 0) >= limit else "info")


def test_a_leaflet_needs_more(reviewer: Reviewer) -> None:
    """In a leaflet, where claims are rare, the same words are less likely to be one."""
    article, leaflet = (proposed(TOLD, changed(reviewer, min_confidence=0.1), kind=kind) for kind in ("article", "leaflet"))
    assert (leaflet[0].confidence or 0) < (article[0].confidence or 0)


def test_what_the_reference_bears_out_is_left_alone(reviewer: Reviewer) -> None:
    """A plain approved use is no claim, however it is worded."""
    assert not proposed("Imuran is used to treat rheumatoid arthritis.", changed(reviewer, min_confidence=0.05), drug="azathioprine")


def test_the_place_and_the_message_say_what_and_why(reviewer: Reviewer) -> None:
    """The quote is part of the sentence; the message has the share, the words that weighed and an example."""
    (found,) = proposed(TOLD, reviewer)
    assert found.place is not None
    assert found.place.quote in TOLD
    assert "% sure" in found.message
    assert "compare the annotated example" in found.message


def test_proposals_stand_in_the_ledger(reviewer: Reviewer) -> None:
    """A claim that only the model sees is entered like any other."""
    review = review_text(TOLD, kind="article", drug="metformin", reviewer=reviewer)
    assert [claim.place.quote for claim in review.claims] == [TOLD]
