"""Tests of what makes control characters visible."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.visible import escaped, flat, short, visible


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
