"""Contractions without their apostrophe."""

from __future__ import annotations

import pytest

from lint.language.contractions import contraction
from lint.language.correct import Corrector


@pytest.mark.parametrize(
    ("word", "whole"),
    [("dont", "don't"), ("shouldnt", "shouldn't"), ("youre", "you're"), ("theyll", "they'll"), ("weve", "we've"), ("its", None),
     ("well", None), ("were", None), ("dent", None)],
)  # fmt: skip
def test_contractions(word: str, whole: str | None) -> None:
    """Those that are no other word; what is also a word of its own is left alone."""
    assert contraction(word) == whole


@pytest.mark.parametrize(("word", "meant"), [("shouldnt", "shouldn't"), ("Wasnt", "Wasn't"), ("DONT", "DON'T"), ("doesnt", "doesn't")])
def test_only_the_contraction_is_suggested(word: str, meant: str, corrector: Corrector) -> None:
    """It is spelt wrong, and nothing that says the opposite is offered; no fix touches what denies."""
    assert not corrector.vocabulary.spelt(word)
    assert corrector.suggest(word) == (meant,)
    assert corrector.safe_fix(word) is None
    assert corrector.is_slip(word)
