"""Repeats within one document."""

from __future__ import annotations

import random

import pytest

from lint.checks.duplicates.matches import matched
from lint.checks.duplicates.passages import Passage
from lint.pipeline.review import Reviewer, review_text
from lint.repeats.difference import Words
from lint.repeats.pairs import FREQUENT, grams, proposed
from lint.types.review import Finding
from lint.types.text import Span

DOSE = "Take 2 capsules with a large glass of water half an hour before your breakfast, and stay upright until you have eaten something."
BRANDS = ((18, "Genvoya"), (12, "Odefsey"))
FILL = [
    "The capsules are yellow and have a line on one side.",
    "Your pharmacist keeps them behind the counter.",
    "Each bottle holds enough for a month of treatment.",
    "Children must not get hold of them.",
    "Some people feel tired in the first weeks.",
]


def found(text: str, reviewer: Reviewer, kind: str = "leaflet") -> list[Finding]:
    """The duplicates of a text."""
    return [f for f in review_text(text, kind=kind, reviewer=reviewer).findings if f.check == "duplicates"]


def around(first: str, second: str) -> str:
    """A text with two passages far from each other."""
    return "\n\n".join([first, *FILL, second, "That is all."])


@pytest.mark.parametrize("kind", ["leaflet", "article"])
def test_a_paragraph_that_stands_twice_is_found_once(reviewer: Reviewer, kind: str) -> None:
    """A verbatim repeat is one finding at the later place, related to the earlier one."""
    (finding,) = found(around(DOSE, DOSE), reviewer, kind)
    assert finding.severity == "warning"
    assert finding.place is not None
    assert finding.related[0].place.start < finding.place.start
    assert finding.place.quote == finding.related[0].place.quote == DOSE


@pytest.mark.parametrize("kind", ["leaflet", "article"])
def test_another_number_is_dangerous(reviewer: Reviewer, kind: str) -> None:
    """The same paragraph with another number is an error that names both numbers, and no repeat besides."""
    (finding,) = found(around(DOSE, DOSE.replace("2 capsules", "3 capsules")), reviewer, kind)
    assert (finding.name, finding.severity) == ("dangerous-difference", "error")
    assert "“3”" in finding.message
    assert "“2”" in finding.message


def test_a_shortened_paragraph_is_found(reviewer: Reviewer) -> None:
    """Left-out words do not hide a repeat in a leaflet."""
    shorter = DOSE.replace("large ", "").replace(" and stay", " stay")
    assert [f.name for f in found(around(DOSE, shorter), reviewer)] == ["near-duplicate-sentence"]


def test_sentences_in_another_order_are_found(reviewer: Reviewer) -> None:
    """A paragraph whose sentences were put in another order is a repeat."""
    one = "Wash your hands well before you open the bottle of drops."
    other = "Throw the empty bottle into the box that your pharmacist gave you."
    assert [f.name for f in found(around(f"{one} {other}", f"{other} {one}"), reviewer)] == ["near-duplicate-paragraph"]


def test_a_leaflet_may_give_short_advice_again(reviewer: Reviewer) -> None:
    """A sentence within longer paragraphs repeats rightly in a leaflet, section by section; in an article it does not."""
    advice = "Your doctor may change how many drops you use."
    text = around(
        f"{advice} Shake the bottle. It works within the hour.", f"The drops sting at first. {advice} Close your eyes for a minute."
    )
    assert found(text, reviewer, "leaflet") == []
    assert [f.name for f in found(text, reviewer, "article")] == ["exact-sentence"]


def test_the_like_of_another_organ_is_no_repeat(reviewer: Reviewer) -> None:
    """Two sentences that differ in what they are about repeat nothing."""
    one = "Your doctor will run tests to check that your liver is working properly before and during your treatment."
    assert found(around(one, one.replace("liver", "heart")), reviewer) == []


def test_rows_of_a_table_in_prose_are_no_twins(reviewer: Reviewer) -> None:
    """Sentences that come in several versions of one number are rows on strengths or ages."""
    rows = [DOSE.replace("2 capsules", f"{count} capsules") for count in (1, 2, 3)]
    text = "\n\n".join([rows[0], *FILL, rows[1], *FILL[::-1], rows[2]])
    assert "dangerous-difference" not in {f.name for f in found(text, reviewer)}


def _passages(count: int) -> list[Passage]:
    rng = random.Random(3)
    words = [f"w{number}" for number in range(40)]
    lines = [tuple(rng.choices(words, k=15)) for _ in range(count)]
    return [Passage(number, number, number, Span(number, number + 1), forms, False, True) for number, forms in enumerate(lines)]


def test_the_work_grows_with_the_length() -> None:
    """However alike the sentences of a long text, pairs to compare are at most in proportion to its words."""
    for count in (500, 1000, 2000):
        keys = [grams(passage.forms) for passage in _passages(count)]
        assert sum(1 for _ in proposed(keys)) <= FREQUENT / 2 * sum(map(len, keys))


def test_equal_sentences_are_linked_in_a_row() -> None:
    """A sentence that stands a thousand times makes a thousand links, not half a million."""
    one = tuple("take the tablets with a glass of water every evening".split())
    same = [Passage(number, number, number, Span(number, number + 1), one, False, True) for number in range(1000)]
    assert len(matched(same, Words(lambda word: None, lambda word: True), strict=False)) == 999


def test_a_known_brand_differs_as_a_name_does(reviewer: Reviewer) -> None:
    """The names of two products, listed or not, hide no figure that differs besides."""
    twins = [f"If you notice {n} hours or more after the time you usually take {name}, do not take the missed dose." for n, name in BRANDS]
    (finding,) = found(around(*twins), reviewer, "article")
    assert finding.name == "dangerous-difference"
    assert "“12”" in finding.message
