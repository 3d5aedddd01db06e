"""A pattern's regular expression finds what walking along the pattern finds."""

from __future__ import annotations

import random

import pytest

from lint.rulebook import load_rulebook
from lint.rulebook.expression import compile_expression
from lint.rulebook.matching import _Line
from lint.rulebook.pattern import Items, Pattern
from lint.types.text import Sentence, Word

FILLERS = ["the", "of", "a", ",", ".", "(", "your", "@drug", "not", "two", "5", "tablets", ";"]


def sentence(forms: list[str]) -> Sentence:
    """A sentence of these forms."""
    offsets, at = [], 1
    for form in forms:
        offsets.append(at)
        at += len(form) + 1
    words = tuple(Word(o, o + len(f), f, f) for f, o in zip(forms, offsets, strict=True))
    return Sentence(0, 0, at, words, f" {' '.join(forms)} ", tuple(offsets), (), "drug")


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
    """For every pattern of the rules, on lines made to fit it more or less, the hits are the same."""
    draw = random.Random(7)
    patterns = load_rulebook().patterns.patterns
    hits = 0
    for pattern in patterns:
        expression = compile_expression(pattern)
        if expression is None:
            continue
        for _ in range(3):
            forms = [*draw.choices(FILLERS, k=draw.randint(0, 3)), *spelled(pattern.items, draw), *draw.choices(FILLERS, k=3)]
            forms += spelled(pattern.items, draw)
            line = _Line(sentence(forms), 0)
            walked, matched = list(line.walked(pattern)), list(line.matched(pattern, expression))
            assert walked == matched, (pattern.text, forms)
            hits += len(walked)
    assert hits > len(patterns)


def test_nearly_every_pattern_has_an_expression() -> None:
    """The slow way is for patterns that are rarely tried, not for those that cannot be compiled."""
    patterns: tuple[Pattern, ...] = load_rulebook().patterns.patterns
    assert sum(compile_expression(pattern) is None for pattern in patterns) == 0


@pytest.mark.parametrize("form", ["²", "7½", "x7"])
def test_numbers_are_the_same_everywhere(form: str) -> None:
    """What begins with a digit is a number, superscripts included."""
    from lint.rulebook.pattern import compile_pattern

    pattern = compile_pattern("take # tablets", {})
    expression = compile_expression(pattern)
    assert expression is not None
    line = _Line(sentence(["take", form, "tablets"]), 0)
    assert list(line.walked(pattern)) == list(line.matched(pattern, expression))
