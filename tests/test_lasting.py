"""What lasts as long as the process is not looked through for rubbish."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from lint.lasting import lasting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leaves the collector as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_lasting() -> None:
    """Meanwhile nothing is looked for; afterwards it is again, but not among what was made."""
    with lasting():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)
    assert not any(one is made for one in gc.get_objects())


def test_an_error_meanwhile() -> None:
    """Whatever fails, rubbish is looked for again."""
    with pytest.raises(ZeroDivisionError), lasting():
        _ = 1 // 0
    assert gc.isenabled()
