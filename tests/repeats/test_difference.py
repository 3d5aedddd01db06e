"""Dangerous differences are told from harmless ones."""

from __future__ import annotations

import pytest

from lint.repeats.difference import Difference, Words, dangerous, regions

DRUGS = {"simvastatin": "simvastatin", "zocor": "simvastatin", "atorvastatin": "atorvastatin"}
WORDS = Words(DRUGS.get, lambda word: word not in ("novexa", "telvaro"))


def differences(there: str, here: str) -> tuple[Difference, ...]:
    """What differs dangerously between two lines."""
    one, other = there.split(), here.split()
    return dangerous(one, other, regions(one, other), WORDS)


@pytest.mark.parametrize(
    ("there", "here", "kind"),
    [
        ("take 2 tablets at night", "take 3 tablets at night", "number"),
        ("take two tablets at night", "take 3 tablets at night", "number"),
        ("take 5 mg at night", "take 5 mcg at night", "unit"),
        ("do not stop the tablets", "do stop the tablets", "negation"),
        ("you can drive", "you cannot drive", "negation"),
        ("take simvastatin at night", "take atorvastatin at night", "medicine"),
        ("take it once a day", "take it twice a day", "frequency"),
        ("take it daily", "take it weekly", "frequency"),
        ("wait 4 hours", "wait 8 hours", "time"),
        ("take it before meals", "take it after meals", "time"),
        ("for children over 6 years old", "for children over 12 years old", "age"),
        ("this is for adults only", "this is for children only", "age"),
    ],
)
def test_what_differs_is_named(there: str, here: str, kind: str) -> None:
    """Each kind of danger is recognised, in both directions."""
    (found,) = differences(there, here)
    (back,) = differences(here, there)
    assert (found.kind, back.kind) == (kind, kind)
    assert (found.here, found.there) == (back.there, back.here)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("take it at night", "take it with food"),
        ("take 10,000 units", "take 10 000 units"),
        ("take five drops", "take 5 drops"),
        ("take 20.0 mg", "take 20 mg"),
        ("take 5 mg", "take 5 milligrams"),
        ("see figure 2 below", "see figure 3 below"),
        ("take simvastatin at night", "take zocor at night"),
        ("reviewed in 2023 by a pharmacist", "reviewed in 2024 by a pharmacist"),
        ("reviewed on 12/03/2024", "reviewed on 15/04/2024"),
        ("reviewed on 3 march", "reviewed on 9 march"),
        ("novexa is a tablet", "telvaro is a tablet"),
    ],
)
def test_what_is_harmless_is_no_danger(there: str, here: str) -> None:
    """Other words, other typing, numbers of figures, dates, and names of products are no dangerous difference."""
    assert differences(there, here) == ()


def test_several_numbers_may_differ_but_nothing_else_besides() -> None:
    """A strength that is named twice is one danger; a passage that also differs in its words is another passage."""
    found = differences("each 5 mg tablet contains 5 mg", "each 10 mg tablet contains 10 mg")
    assert [(difference.here, difference.there) for difference in found] == [("10", "5")]
    assert differences("take 5 mg at night", "take 10 mg with food") == ()


def test_names_of_products_may_differ_besides() -> None:
    """Pages of two products differ in a number: the names do not hide it."""
    (found,) = differences("wait 6 hours after novexa", "wait 4 hours after telvaro")
    assert (found.kind, found.here) == ("time", "4")
