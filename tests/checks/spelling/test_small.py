"""Repeated words, words taken for others, two spellings in one text, and letters of another alphabet."""

from __future__ import annotations

import pytest

from lint.checks.spelling.confused import confusions
from lint.pipeline.review import Reviewer, review_text


def said(text: str, reviewer: Reviewer, name: str, jurisdiction: str = "US") -> list[tuple[str, str]]:
    """The words that a rule finds, each with the first suggestion."""
    review = review_text(text, kind="article", jurisdiction=jurisdiction, drug="metformin", reviewer=reviewer)
    return [(found.place.quote, found.suggestions[0]) for found in review.findings if found.name == name and found.place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call your your doctor.", [("your your", "your")]),
        ("He had had a rash that that day.", []),
        ("Take it.\n\nIt works.", []),
        ("Duran Duran is a band.", []),
    ],
)
def test_repeated_words(text: str, expected: list[tuple[str, str]], reviewer: Reviewer) -> None:
    """Within a passage; some words rightly stand twice, and names are left alone."""
    assert said(text, reviewer, "repeated-word") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The colour and favour, but the center.", [("center", "centre")]),
        ("The color and favor, but the centre.", [("centre", "center")]),
        ("You have diarrhoea and diarrhea.", [("diarrhoea", "diarrhea")]),
        ("The colour, the favour and the centre.", []),
    ],
)
def test_mixed_spelling(text: str, expected: list[tuple[str, str]], reviewer: Reviewer) -> None:
    """The rarer side is at fault; in a tie the jurisdiction decides."""
    assert said(text, reviewer, "mixed-spelling") == expected


def test_in_a_tie_the_jurisdiction_decides(reviewer: Reviewer) -> None:
    """The same words are at fault the other way round in the UK."""
    assert said("You have diarrhoea and diarrhea.", reviewer, "mixed-spelling", "UK") == [("diarrhea", "diarrhoea")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take the m\u0435dicine daily.", [("m\u0435dicine", "medicine")]),
        ("Take the med\u200bicine daily.", [("med\u200bicine", "medicine")]),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 is a city and \u03b1-blockers are medicines.", []),
    ],
)
def test_hidden_characters(text: str, expected: list[tuple[str, str]], reviewer: Reviewer) -> None:
    """One foreign letter among ours, or one that nobody sees; words of another alphabet are left alone."""
    assert said(text, reviewer, "hidden-character") == expected


def test_every_confusion_finds_itself(reviewer: Reviewer) -> None:
    """Every row of the table flags a text made of its own neighbours, and the right word there passes."""
    vain = []
    for rows in confusions().values():
        for row in rows:
            before, after = ([min(words) if words else "thing" for words in side] for side in (row.before, row.after))
            wrong, right = (" ".join(["So,", *before, word, *after]) for word in (row.wrong, row.right))
            if not said(wrong, reviewer, "wrong-word") or (row.wrong, row.right) in said(right, reviewer, "wrong-word"):
                vain.append(wrong)
    assert vain == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some people take co-codamol for pain.", []),
        ("Tell them if you are breast-feading.", [("feading", "feeding")]),
    ],
)
def test_hyphened_words(text: str, expected: list[tuple[str, str]], reviewer: Reviewer) -> None:
    """A word joined by a hyphen is right where the whole is known; what is suggested for a wrong one fits the other part."""
    assert [*said(text, reviewer, "misspelling"), *said(text, reviewer, "misspelt-drug-name")] == expected
