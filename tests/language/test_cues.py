"""Runs of words as data."""

from __future__ import annotations

import pytest

from lint.errors import LeaflintError
from lint.language.cues import Cues, expand, load


@pytest.mark.parametrize(
    ("entry", "runs"),
    [
        ("free of", ["free of"]),
        ("(no|without) [any] risk", ["no any risk", "no risk", "without any risk", "without risk"]),
        ("deny~", ["deny", "denies", "denied", "denying"]),
        ("(a|b c)", ["a", "b c"]),
    ],
)
def test_expand(entry: str, runs: list[str]) -> None:
    """An entry stands for each of its readings, once."""
    assert [" ".join(words) for words in expand(entry)] == runs


@pytest.mark.parametrize("entry", ["(a", "a)", "[a]", ""])
def test_entries_that_cannot_be_read(entry: str) -> None:
    """An unbalanced or possibly empty entry is refused by name."""
    with pytest.raises(LeaflintError, match="cue"):
        expand(entry)


def test_longest_run_wins_and_runs_do_not_overlap() -> None:
    """ "not only" is not "not"; what follows is looked at afresh."""
    cues = Cues({"none": ["not only"], "before": ["not", "only not"]})
    found = cues.find("not only not so not".split())
    assert [(cue.first, cue.last, cue.label) for cue in found] == [(0, 2, "none"), (2, 3, "before"), (4, 5, "before")]


def test_run_at_the_end_is_not_read_past_it() -> None:
    """A longer run that the sentence's end cuts short is not found; the shorter one is."""
    assert [(c.first, c.last) for c in Cues({"x": ["free of", "free"]}).find(["is", "free"])] == [(1, 2)]


@pytest.mark.parametrize("name", ["scopes.yaml", "sentences.yaml", "subjects.yaml"])
def test_shipped_lists_load(name: str) -> None:
    """Every list of rules/language is readable, and each entry expands to few enough runs to stay fast."""
    lists = load(name)
    assert lists
    for entries in (entries for labelled in lists.values() for entries in labelled.values()):
        assert all(1 <= len(expand(entry)) <= 600 for entry in entries)
