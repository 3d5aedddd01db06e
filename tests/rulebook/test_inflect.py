"""Tests of lint.rulebook.inflect."""

import pytest

from lint.rulebook.inflect import inflections


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("eliminate", {"eliminate", "eliminates", "eliminated", "eliminating"}),
        ("therapy", {"therapy", "therapies"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("die", {"dies", "died", "dying"}),
        ("cancel", {"cancelled", "canceled"}),
        ("take", {"takes", "took", "taken", "taking"}),
        ("crisis", {"crises"}),
        ("free", {"frees", "freed", "freeing"}),
        ("push", {"pushes", "pushed"}),
    ],
)
def test_forms(word: str, forms: set[str]) -> None:
    """Regular and irregular forms of a word are all among its inflections."""
    assert forms <= set(inflections(word))


def test_no_doubling_where_stress_forbids() -> None:
    """“visit” does not become “visitted”."""
    assert "visitted" not in inflections("visit")
