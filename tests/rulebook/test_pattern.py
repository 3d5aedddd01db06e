"""Tests of the pattern language: what an editor may write and what is refused."""

import pytest

from lint.rulebook.pattern import Item, Pattern, PatternError, compile_list, compile_pattern, normalised, references

LISTS: dict[str, Item] = {}
LISTS["harm"] = compile_list(("pain", "flare up~", "swelling"), LISTS)
LISTS["drug"] = compile_list(("@drug", "this medicine"), LISTS)


def compiled(text: str) -> Pattern:
    return compile_pattern(text, LISTS)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("life-changing", "life changing"),
        ("don't stop", "do not stop"),
        ("can't", "can not"),
        ("cannot", "can not"),
        ("Crohn’s disease", "crohn 's disease"),
        ("6-mercaptopurine", "6-mercaptopurine"),
        ("{act-verb} well-being", "{act-verb} well being"),
    ],
)
def test_words_are_normalised_as_texts_are(written: str, read: str) -> None:
    """A pattern may be written as people write; list names keep their hyphens."""
    assert normalised(written) == read


@pytest.mark.parametrize(
    "broken", ["(safe|harmless", "safe)", "[very", "(a||b)", "{nolist}", "saf*", "{drug} ..", ".. ...", "", "{harm", "()"]
)
def test_broken_patterns_are_refused(broken: str) -> None:
    """A pattern that cannot be read, or that nothing would anchor, says so instead of matching nothing."""
    with pytest.raises(PatternError):
        compiled(broken)


def test_rarest_word_is_the_anchor() -> None:
    """The word that patterns are found by is the least common one that is not optional."""
    assert compiled("the [complete] cure of it").needs[0] == frozenset(["cure"])


def test_lists_used_are_named() -> None:
    """The lists that a pattern needs are known before it is compiled."""
    assert references("{drug} .. {act-verb} x") == ("drug", "act-verb")
