"""Tests of the pattern language: what an editor may write and what is refused."""

import pickle

import pytest

from lint.rulebook.pattern import Item, Pattern, PatternError, Shared, compile_list, compile_pattern, normalised, references

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


def test_patterns_share_their_parts() -> None:
    """Shared patterns are what they were, their equal parts are one, and they are read back as they were written."""
    texts = ["{harm} .. (in|of) the <back>", "no {harm} [at all]", "in the {drug} (may|can) help~ {harm}", "in the {harm} ..."]
    apart, shared = [compiled(text) for text in texts], Shared()
    together = [shared.pattern(pattern) for pattern in apart]
    assert together == apart
    assert together[1].items[1] is together[2].items[-1] is together[3].items[-1 - 1]
    assert together[2].items[0] is together[3].items[0]
    again = pickle.loads(pickle.dumps(together))
    assert again == apart
    assert again[2].items[0] is again[3].items[0]
