"""Amounts and frequencies as texts state them."""

from __future__ import annotations

import pytest

from lint.evidence.quantities import frequencies, often, quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take one 333 mg tablet", [(333, 333, "mg", ())]),
        ("10 to 80 mg once daily", [(10, 80, "mg", ())]),
        ("0.5–1 g", [(500, 1000, "mg", ())]),
        ("1,500 micrograms", [(1.5, 1.5, "mg", ())]),
        ("50-mg tablets", [(50, 50, "mg", ())]),
        ("3 mg/kg/day", [(3, 3, "mg", ("kg",))]),
        ("2 mg for each kg of bodyweight", [(2, 2, "mg", ("kg",))]),
        ("2 mg every day", [(2, 2, "mg", ())]),
        ("75 mg per m2", [(75, 75, "mg", ("m2",))]),
        ("creatinine clearance below 30 mL/min", [(30, 30, "ml", ("min",))]),
        ("for two weeks", [(14, 14, "day", ())]),
        ("5 % of 20 people", [(5, 5, "%", ())]),
        ("25 g each day", [(25000, 25000, "mg", ())]),
        ("two caplets", [(2, 2, "piece", ())]),
        ("version 2.5 mgx and B12", []),
    ],
)
def test_quantities(text: str, found: list[tuple[float, float, str, tuple[str, ...]]]) -> None:
    """Low and high end in one unit, and what it is reckoned by; a day is left out."""
    assert [(round(q.low, 6), round(q.high, 6), q.unit, q.per) for q in quantities(text)] == found


def test_offsets_are_of_the_text() -> None:
    """start and end cut out the words."""
    text = "Take ½ or 2.5 mg 😀 then 10mg."
    assert [text[q.start : q.end] for q in quantities(text)] == ["2.5 mg", "10mg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twice daily", {2.0}), ("three times a day", {3.0}), ("every 8 hours", {3.0}), ("b.i.d.", {2.0}), ("every other day", {0.5}),
        ("once a week", {1 / 7}), ("daily or twice daily", {1.0, 2.0}), ("when needed", set()),
    ],
)  # fmt: skip
def test_frequencies(text: str, found: set[float]) -> None:
    """Times a day, for each way of saying so."""
    assert frequencies(text) == frozenset(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("50 mg every two weeks", {1 / 14}),
        ("one capsule seven times a day", {7.0}),
        ("50 mg every hour", {24.0}),
        ("50 mg daily", set()),
        ("20 mg once daily or 10 mg twice a day", {1.0, 2.0}),
    ],
)
def test_often(text: str, found: set[float]) -> None:
    """Only what counts says how often: “daily” alone may speak of a total."""
    assert often(text) == frozenset(found)
