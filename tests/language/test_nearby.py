"""The index of words that are near a string, however it was come by."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lint.language.nearby import Nearby
from lint.language.sounds import sound, sounds

WORDS = some.text("abcdeghtu", min_size=1, max_size=7)


def answers(index: Nearby, word: str) -> tuple[object, object]:
    return index.within(word, 2), index.sounding(word, 3)


@given(some.sets(WORDS, min_size=1), some.sets(WORDS), WORDS)
def test_further_words(shipped: set[str], own: set[str], word: str) -> None:
    """An index with further words answers as one of them all; as does one that was written and read back."""
    whole = Nearby.of([*shipped, *own])
    assert answers(Nearby.of(shipped).with_words(own), word) == answers(whole, word)
    assert answers(pickle.loads(pickle.dumps(whole)), word) == answers(whole, word)


def test_words_are_kept_by_their_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of the same mark are indexed once; words without one every time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked: list[str] = []

    def words() -> list[str]:
        asked.append("once")
        return ["doctor", "tablet"]

    for mark in ("a", "a", "", ""):
        assert Nearby.kept("test", mark, words).within("docter", 1) == [("doctor", 1)]
    assert len(asked) == 3


@given(some.lists(some.text("abcdeghknopstuwxyz", max_size=10)))
def test_sounds_together(words: list[str]) -> None:
    """A word sounds the same alone and among others."""
    assert sounds(words)[: len(words)] == [sound(word) for word in words]


@pytest.mark.parametrize(("wrong", "right"), [("fisician", "physician"), ("neumonia", "pneumonia"), ("rist", "wrist"), ("kof", "cough")])
def test_alike(wrong: str, right: str) -> None:
    """Misspellings by ear have the sound of what was meant."""
    assert sound(wrong) == sound(right)
