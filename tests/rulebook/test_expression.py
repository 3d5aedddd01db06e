"""A pattern's regular expression finds what walking along the pattern finds."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest

from lint.rulebook import load_rulebook
from lint.rulebook.expression import Expression
from lint.rulebook.line import Line
from lint.rulebook.matching import PatternSet
from lint.rulebook.pattern import Items, compile_pattern
from lint.rulebook.walk import Walk

FILLERS = ["the", "of", "a", ",", ".", "(", "your", "@drug", "not", "two", "5", "tablets", ";"]


def sentence(forms: list[str]) -> tuple[str, list[int]]:
    """The line of these forms, and where each begins."""
    return f" {' '.join(forms)} ", list(accumulate((len(form) + 1 for form in forms[:-1]), initial=1))


def spelled(items: Items, draw: random.Random) -> list[str]:
    """Words that nearly or wholly fit the steps of a pattern."""
    forms: list[str] = []
    for item in items:
        if item.kind == "word":
            forms.append(draw.choice([*sorted(item.words), *(prefix + "ing" for prefix in item.prefixes)]))
        elif item.kind in ("gap", "tail"):
            forms += draw.choices(FILLERS, k=draw.randint(0, item.most + 1))
        elif item.kind in ("number", "any"):
            forms.append(draw.choice(["7", "half", "x"]))
        elif item.kind in ("choice", "optional") and (item.kind == "choice" or draw.random() < 0.5):
            forms += spelled(draw.choice([*item.begun, *item.options]), draw)
    return forms


def test_both_ways_agree() -> None:
    """For every pattern of the rules, on lines made to fit it more or less, the hits are the same, also where it need not be tried."""
    draw = random.Random(7)
    patterns = load_rulebook().patterns.patterns
    hits = 0
    for pattern in patterns:
        expression = Expression(pattern)
        for _ in range(3):
            forms = [*draw.choices(FILLERS, k=draw.randint(0, 3)), *spelled(pattern.items, draw), *draw.choices(FILLERS, k=3)]
            forms += spelled(pattern.items, draw)
            line = Line(*sentence(forms))
            everywhere = range(len(line.forms))
            places = Walk(pattern).places(line, everywhere)
            assert places == expression.places(line, everywhere), (pattern.text, forms)
            assert [(pattern.text, place) for place in places] == list(PatternSet([pattern])._found(*sentence(forms)))
            hits += len(places)
    assert hits > len(patterns)


@pytest.mark.parametrize(
    ("form", "number"), [("²", True), ("7½", True), ("٣", True), ("x7", False), ("①", False), ("⑴", False), ("፩", False)]
)
def test_numbers_are_the_same_everywhere(form: str, number: bool) -> None:
    """What begins with a digit is a number, superscripts included; the signs that lists are numbered with are none."""
    pattern = compile_pattern("take # tablets", {})
    line = Line(*sentence(["take", form, "tablets"]))
    places = Walk(pattern).places(line, range(3))
    assert places == Expression(pattern).places(line, range(3))
    assert bool(places) == (form in ("²", "7½", "٣"))
