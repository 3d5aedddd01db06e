"""The JSON report is written as the standard library would write it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.json import _dumped
from lint.reporters.visible import escaped

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner))


@given(st.dictionaries(st.text(), VALUES))
def test_indented_as_by_the_standard_library(value: dict[str, object]) -> None:
    """Own writing is for speed only: the same text, whatever the values."""
    assert _dumped(value) == escaped(json.dumps(value, ensure_ascii=False, indent=2))
