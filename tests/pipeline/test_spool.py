"""A spool gives back what was put in, as often as it is read."""

from __future__ import annotations

import pytest

from lint.pipeline import spool
from lint.pipeline.spool import Spool


@pytest.mark.parametrize("count", [0, 3, 10, 11, 50])
def test_in_order_and_again(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below and beyond what is kept in memory, also by two readers at once and while it grows."""
    monkeypatch.setattr(spool, "IN_MEMORY", 10)
    values = Spool({"n": number} for number in range(count))
    assert len(values) == count
    expected = [{"n": number} for number in range(count)]
    assert list(values) == expected
    assert list(zip(values, values, strict=True)) == [(one, one) for one in expected]
    values.append({"n": count})
    assert list(values) == [*expected, {"n": count}]
