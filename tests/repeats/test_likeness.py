"""Passages that say the same are told from those that say the like of two matters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.repeats.difference import Words
from lint.repeats.likeness import compare, compare_or_edited, moved

WORDS = Words(lambda word: None, lambda word: True)
LONG = "the doctor will check your liver with a blood test every month for as long as you take the tablets at home"


def test_left_out_words_make_a_shorter_version() -> None:
    """A copy that lost some words is near, and known to be a shortened one."""
    found = compare(LONG.split(), LONG.replace("with a ", "").replace("at home", "").split(), WORDS)
    assert found is not None
    assert found.shortened
    assert not found.equal


def test_another_matter_in_the_same_words_is_no_repeat() -> None:
    """A sentence on the liver does not repeat one on the heart, nor does it the other way round."""
    one, other = "the doctor will check your liver regularly".split(), "the doctor will check your heart regularly".split()
    assert compare(one, other, WORDS) is None
    assert compare(other, one, WORDS) is None


def test_a_strict_comparison_wants_a_shortened_version() -> None:
    """Words that differ on both sides are let pass only where passages are long, or the comparison is not strict."""
    one, other = (
        "tell your doctor or nurse about it before you start".split(),
        "tell the doctor or a nurse about it before you start".split(),
    )
    assert compare(one, other, WORDS) is not None
    assert compare(one, other, WORDS, strict=True) is None


def test_many_figures_do_not_hide_a_dangerous_difference() -> None:
    """A row full of strengths is compared as if its figures were one."""
    one = "each 150 mg 100 mg tablet contains 150 mg of one and 100 mg of the other".split()
    other = "each 300 mg 200 mg tablet contains 300 mg of one and 200 mg of the other".split()
    found = compare(one, other, WORDS)
    assert found is not None
    assert {difference.kind for difference in found.dangers} == {"number"}


def test_sentences_in_another_order_are_moved() -> None:
    """The same sentences in another order are the same passage; other sentences are not."""
    one, other = "wash your hands before each dose", "throw the needle into the yellow box afterwards"
    assert moved(f"{one} {other}".split(), f"{other} {one}".split())
    assert not moved(f"{one} {other}".split(), f"{one} keep the pen in the fridge until tomorrow".split())


def test_an_edited_copy_keeps_most_of_its_words() -> None:
    """One word in ten may be any other word."""
    words = LONG.split()
    changed = ["x" if number in (3, 11) else word for number, word in enumerate(words)]
    assert compare_or_edited(words, changed, WORDS) == (None, True)
    assert compare_or_edited(words, ["x" if number % 3 == 0 else word for number, word in enumerate(words)], WORDS) == (None, False)
    assert compare_or_edited(words, words, WORDS) == (compare(words, words, WORDS), False)


@given(st.lists(st.sampled_from(LONG.split()), min_size=1, max_size=30))
def test_a_passage_equals_itself(words: list[str]) -> None:
    """Whatever the words, a passage is equal to itself, without a difference."""
    found = compare(words, words, WORDS)
    assert found is not None
    assert found.equal
    assert found.share == 1.0
