"""How many people something happens to."""

from __future__ import annotations

import pytest

from tests.checks.claims.compare.conftest import Ask

LABEL = {
    "adverse-reactions": "Serious rash occurred in 0.1% of patients. Drowsiness is very common; it may affect more than 1 in 10 people.",
    "warnings": "Hair loss has been reported very rarely.",
}


@pytest.mark.parametrize(
    "text",
    [
        "A serious rash happens to 1 in 20 people",
        "Drowsiness is rare",
        "Hair loss is common",
        "Hair loss happens to more than half of patients",
        "A serious rash is seen in 5% of patients",
    ],
)
def test_far_apart(text: str, ask: Ask) -> None:
    """A figure or a word that is far from all that the label has for the same thing, in either direction."""
    assert ask("other-share", f"{text}.", **LABEL) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A serious rash happens to 1 in 1,000 people.",
        "Drowsiness is common.",
        "Hair loss is rare.",
        "Hiccups are common.",
        "Is drowsiness rare?",
        "Rare side effects (may affect up to 1 in 1,000 people)",
        "Drowsiness is not rare.",
    ],
)
def test_near(text: str, ask: Ask) -> None:
    """Near enough, of something that the label does not name, asked, the heading of a list, denied."""
    assert ask("other-share", text, **LABEL) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drowsiness hardly ever happens.", True),
        ("Nearly everybody gets a serious rash sooner or later.", True),
        ("Half of all patients get a serious rash.", True),
        ("Nearly everybody gets drowsiness.", False),
        ("Serious rash hardly ever happens.", False),
    ],
)
def test_nearly_nobody_and_nearly_everybody(text: str, found: bool, ask: Ask) -> None:
    """Words of texts for both ends, beside what the label says in figures or in words."""
    assert ask("other-share", text, **LABEL) == ([text[:-1]] if found else [])
