"""Tests of the numbers behind the pictures."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.html.pictures import WIDTH, shares, strip
from lint.types.text import Block, Span


@given(st.lists(st.integers(0, 500), min_size=1, max_size=5))
def test_shares_fill_the_bar(counts: list[int]) -> None:
    """Parts follow each other, fill the width, and are as wide as their share; what is nothing has no part."""
    names = [str(number) for number in range(len(counts))]
    found = shares(names, Counter(dict(zip(names, counts, strict=True))))
    assert [(part.name, part.count) for part in found] == [(name, n) for name, n in zip(names, counts, strict=True) if n]
    if found:
        assert abs(found[-1].x + found[-1].width - WIDTH) <= 0.2
        assert all(abs(part.width - WIDTH * part.count / sum(counts)) <= 0.1 for part in found)


def test_ticks_stand_where_the_words_are() -> None:
    """A finding in the middle is in the middle, in the lane of its severity; small ones can still be seen, none leaves the strip."""
    found = strip(
        1_000, [(1, "error", Span(500, 501)), (2, "info", Span(999, 1_000)), (3, "info", Span(0, 1_000))], [Block("heading", 250, 260, 1)]
    )
    lanes = {lane.severity: lane.ticks for lane in found.lanes}
    assert [tick.x for tick in lanes["error"]] == [500.0]
    assert all(tick.width >= 4 and tick.x + tick.width <= WIDTH for ticks in lanes.values() for tick in ticks)
    assert lanes["warning"] == ()
    assert found.headings == (250.0,)
