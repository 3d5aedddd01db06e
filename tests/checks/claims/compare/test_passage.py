"""Sentences beside the label's own: another amount, or the opposite."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

DOSE = "The recommended starting dose of plurovast in adults is {} once daily in the evening."
WARNING = "Plurovast should not be taken together with strong inhibitors of liver enzymes."


@pytest.mark.parametrize(
    ("amount", "tenfold", "other"),
    [("100 mg", ["100 mg"], []), ("1 mg", ["1 mg"], []), ("15 mg", [], ["15 mg"]), ("10 mg", [], []), ("0.01 g", [], [])],
)
def test_amounts(amount: str, tenfold: list[str], other: list[str], ask: Ask) -> None:
    """Ten times or a tenth is one matter, any other amount another; ten milligrams are a hundredth of a gram."""
    text, label = DOSE.format(amount), DOSE.format("10 mg")
    assert ask("tenfold-amount", text, dosage=label) == tenfold
    assert ask("other-amount", text, dosage=label) == other


def test_the_opposite(ask: Ask) -> None:
    """The label's words with the negation left out; with it they are the label's."""
    text = WARNING.replace(" not", "")
    assert ask("opposite-of-label", text, warnings=WARNING) == [text]
    assert ask("opposite-of-label", WARNING, warnings=WARNING) == []
