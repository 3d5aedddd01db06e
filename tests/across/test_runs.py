"""Sentences that share runs of words meet in pairs, as counting them one by one finds."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest

from lint.across import runs
from lint.across.keys import gram_keys, line_key
from lint.across.runs import sharing
from lint.repeats.pairs import FREQUENT


def sentences(count: int) -> list[tuple[int, str]]:
    """Sentences of few words, so that many share runs, in order of their keys."""
    rng = random.Random(3)
    words = [f"word{'abcdefghij'[n]}" for n in range(10)]
    lines = {" ".join(rng.choices(words, k=rng.randint(4, 30))) for _ in range(count)}
    return sorted((line_key(line), line) for line in lines)


def counted(lines: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The pairs that share two runs or more, by counting."""
    having: dict[int, list[int]] = {}
    for key, line in lines:
        for gram in gram_keys(line):
            having.setdefault(gram, []).append(key)
    shared = Counter(pair for keys in having.values() if len(keys) <= FREQUENT for pair in combinations(sorted(keys), 2))
    return sorted(pair for pair, count in shared.items() if count > 1)


@pytest.mark.parametrize("count", [0, 1, 2, 400])
def test_pairs_are_those_that_counting_finds(count: int) -> None:
    """In order, each once; a run that more than FREQUENT sentences have proposes nothing."""
    lines = sentences(count)
    assert list(sharing(lines)) == counted(lines)
    if count == 400:
        assert counted(lines)


def test_the_same_with_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts that wait in files, and rows that come in many pieces, make no difference."""
    lines = sentences(400)
    monkeypatch.setattr(runs, "_IN_MEMORY", 100)
    monkeypatch.setattr(runs, "_CHUNK", 50)
    assert list(sharing(lines)) == counted(lines)
