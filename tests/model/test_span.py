"""Which words of a marked sentence the mark is about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.model.span import clause

FORMS = "take it with food , and the pain is gone for good .".split()


def test_the_clause_with_the_weight_is_chosen() -> None:
    """The clause that carries the weight, without the comma, "and" and full stop around it."""
    first, last = clause(FORMS, [(2.0, 6, 9), (-1.0, 0, 1)])
    assert FORMS[first:last] == "the pain is gone for good".split()


def test_a_neighbour_that_weighs_enough_is_taken_in() -> None:
    """Two clauses that both speak for a claim are one mark."""
    assert clause(FORMS, [(2.0, 6, 9), (1.5, 0, 2)]) == (0, 12)


@given(st.lists(st.sampled_from([",", "and", "it", "gone", ";"]), min_size=1, max_size=30), st.data())
def test_there_is_always_something(forms: list[str], data: st.DataObject) -> None:
    """Whatever the sentence and the weights, some words are marked."""
    places = data.draw(st.lists(st.tuples(st.floats(-2, 2), st.integers(0, len(forms) - 1)), max_size=9))
    first, last = clause(forms, [(weight, at, at + 1) for weight, at in places])
    assert 0 <= first < last <= len(forms)
