"""The steps that run in Python, without Spark."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lint.across.keys import gram_keys
from lint.cluster.steps import between, linked, neighbours, runs
from lint.repeats.pairs import FREQUENT

Places = list[tuple[int, str, int, int, int]]


def chain(places: Places) -> list[tuple[object, ...]]:
    """The links of places that follow each other, made in one go."""
    pairs = pairwise(places)
    return sorted(tuple(linked(one, other)) for one, other in pairs if one[0] == other[0])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30)), unique=True), st.randoms(use_true_random=False))
def test_chains_may_be_cut_anywhere(at: list[tuple[int, int]], draw: random.Random) -> None:
    """However sorted places are cut into parts, and in whatever order these are met, each place is linked with the next once."""
    places = [(root, f"{page:02}.md", page % 5, 10 + page % 3, root % 2) for root, page in sorted(at)]
    cuts = sorted(draw.randrange(len(places) + 1) for _ in range(4))
    parts = [places[one:other] for one, other in zip([0, *cuts], [*cuts, len(places)], strict=True)]
    draw.shuffle(parts)
    rows = [row for part in parts for row in neighbours(iter(part))]
    inside = [row for row in rows if row[1] is not None]
    assert sorted(map(tuple, [*inside, *between([row for row in rows if row[1] is None])])) == chain(places)


def test_runs_that_many_have_are_dropped_before_they_move() -> None:
    """A run of words of every sentence is handed on only as often as shows that it is too frequent; others each time."""
    lines = [(number, f"ask your doctor before you take this medicine n{number}") for number in range(500)]
    found = [gram for gram, _ in runs(iter(lines))]
    shared = set.intersection(*(gram_keys(line) for _, line in lines))
    assert shared
    assert all(found.count(gram) == FREQUENT + 1 for gram in shared)
    assert len(set(found)) == len(set().union(*(gram_keys(line) for _, line in lines)))
