"""Which runs of stems training knew."""

from __future__ import annotations

from lint.model.runs import Runs


def test_names_are_found_by_their_words() -> None:
    """Pairs by their second word, threes by second and third, and those with any word in the middle by their third."""
    runs = Runs({name: row for row, name in enumerate(["feel", "feel _ again", "feel good", "feel good again", "feeling good"])})
    after, around = runs.after("feel")
    assert (after["good"].row, dict(after["good"].third)) == (2, {"again": 3})
    assert around == {"again": 1}
    assert runs.after("good") == ({}, {})


def test_words_that_say_nothing_together_are_no_run() -> None:
    """A name that happens to be made of such words stands for something else."""
    after, around = Runs({"of the": 0, "of the best": 1, "of _ the": 2, "of one the": 3}).after("of")
    assert after["the"].row is None
    assert (after["the"].third.get("best"), after["one"].third.get("the"), dict(around)) == (1, 3, {})
