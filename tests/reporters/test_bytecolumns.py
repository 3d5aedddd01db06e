"""Tests of columns in bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.bytecolumns import ByteColumns


@given(st.text(max_size=60), st.integers(0, 200), st.text(max_size=60))
def test_columns_count_the_bytes_before(before: str, repeated: int, after: str) -> None:
    """The column is one more than the UTF-8 bytes of the line before the place, over all lengths of line."""
    line = (before + "é" * repeated * 50).replace("\n", " ")
    source = f"first\n{line}{after}"
    column = ByteColumns(source).column(6 + len(line), len(line) + 1)
    assert column == len(line.encode("utf-8", "surrogatepass")) + 1
