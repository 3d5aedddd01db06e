"""A spool gives back what was put in, as often as it is read."""

from __future__ import annotations

import pytest

from lint.errors import LeaflintError
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


class Unlucky:
    """A value that is interrupted, or finds no room, half-way into the file."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        raise self.error


@pytest.mark.parametrize(("error", "raised"), [(KeyboardInterrupt(), KeyboardInterrupt), (OSError(28, "No space left"), LeaflintError)])
def test_half_a_value_is_none(error: BaseException, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be put in whole is not there; the others are, and further ones can be added."""
    monkeypatch.setattr(spool, "IN_MEMORY", 1)
    values = Spool[object](["a", "b" * 100_000])
    with pytest.raises(raised):
        values.append(["c" * 200_000, Unlucky(error)])
    assert list(values) == ["a", "b" * 100_000]
    values.append("d")
    assert list(values) == ["a", "b" * 100_000, "d"]
