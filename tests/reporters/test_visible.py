"""Tests of what makes control characters visible."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.visible import escaped, flat, short, visible, where
from lint.types.text import Place


@given(st.text(alphabet=st.characters()))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    """Only tab and line end are left of the control characters; the length stays, so that marks under a line fit."""
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if ord(c) < 32 and c not in "\t\n"]
    assert not [c for c in shown if 0x7F <= ord(c) <= 0x9F or 0xD800 <= ord(c) <= 0xDFFF]
    shown.encode()
    assert "\n" not in flat(text)


@given(st.text(alphabet=st.characters()))
def test_escapes_in_json_mean_the_same(text: str) -> None:
    """JSON with escapes reads back as the same text and can be written in any encoding of Unicode."""
    written = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    written.encode()


def test_direction_overrides_are_shown() -> None:
    """Words cannot be put in another order on the screen."""
    assert visible("a\u202eb") == "a\ufffdb"


def test_short_cuts_at_words() -> None:
    """A long text ends with an ellipsis after a whole word."""
    assert short("one two three", 10) == "one two …"
    assert short("one  two", 10) == "one two"


def test_places_are_named_as_people_find_them() -> None:
    """A page or paragraph where the format has them, else the line."""
    place = Place("a.txt", "", 0, 1, 7, 1, 7, 2, "x")
    assert where(place) == "line 7"
    assert where(replace(place, location="page 3")) == "page 3"
