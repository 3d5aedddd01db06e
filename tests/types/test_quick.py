"""What travels between processes arrives as it was sent."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields

import pytest

from lint.model.weights import Illustration
from lint.pipeline.review import Reviewer, review_text
from lint.rulebook.pattern import Item, Pattern
from lint.types import digest, review
from lint.types import text as text_types
from lint.types.quick import Quick

KINDS = [
    kind for module in (digest, review, text_types) for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Quick) and kind is not Quick
] + [Item, Pattern, Illustration]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_the_constructor_takes_what_is_pickled(kind: type) -> None:
    """Its slots are its fields in their order, two or more, all of them arguments."""
    named = [field.name for field in fields(kind) if field.init]
    assert list(kind.__slots__) == named == [field.name for field in fields(kind)]  # type: ignore[attr-defined]
    assert len(named) > 1


def test_what_arrives_is_frozen_all_the_same() -> None:
    """It is of its class in all that can be asked: equal, hashed alike, not to be changed."""
    sent = review.Skipped("a.md", "", "document", "gone")
    arrived = pickle.loads(pickle.dumps(sent))
    assert type(arrived) is review.Skipped
    assert (arrived, hash(arrived), repr(arrived)) == (sent, hash(sent), repr(sent))
    with pytest.raises(FrozenInstanceError):
        arrived.path = "b.md"  # type: ignore[misc]


def test_a_review_arrives_as_it_was_sent(reviewer: Reviewer) -> None:
    """With findings, claims, requirements, places and its digest."""
    sent = review_text(
        "# Imuran\n\nImuran cures lupus. It cures lupus. Take 500 mg.\n\nTeh tablets.", reviewer=reviewer, drug="azathioprine"
    )
    assert sent.findings
    assert sent.claims
    assert sent.digest
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived == sent
    assert arrived is not sent
