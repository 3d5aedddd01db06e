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


HIGHER = "The rate of serious rash with plurovast is greater in children than in adults."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The rate of serious rash with plurovast is lower in children than in adults.", True),
        ("The rate of serious rash with plurovast is greater in adults than in children.", True),
        ("The rate of serious rash with plurovast is lower in adults than in children.", False),
        ("The rate of serious rash with plurovast is higher in children than in adults.", False),
    ],
)
def test_a_comparison_turned_round(text: str, wrong: bool, ask: Ask) -> None:
    """The same two compared the other way round are the opposite; both turned are the same again."""
    assert ask("opposite-of-label", text, warnings=HIGHER) == ([text] if wrong else [])
