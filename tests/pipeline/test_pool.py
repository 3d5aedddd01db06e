"""Many items in several processes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from lint.pipeline.pool import work_through


def make() -> Callable[[int], str]:
    """Work that shows which item it was given; some items are hard."""

    def work(item: int) -> str:
        if item % 100 == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if item % 100 == 14:
            os._exit(3)
        if item % 7 == 0:
            time.sleep(0.002)
        return f"done {item}"

    return work


def lost(item: int, reason: str) -> str:
    """What stands for an item whose process died."""
    return f"lost {item}: {reason}"


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_order(workers: int) -> None:
    """Whatever the number of processes, and however long an item takes."""
    items = [n for n in range(300) if n % 100 not in (13, 14)]
    found = list(work_through(items, make, lost, workers=workers, sizes=[1 + n % 5 for n in items], chunk=20))
    assert found == [f"done {n}" for n in items]


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    """The others of its chunk are worked on by a new process, and none twice."""
    items = list(range(120))
    found = list(work_through(items, make, lost, workers=2, sizes=[1] * 120, chunk=40))
    assert [line for line in found if line.startswith("lost")] == [
        "lost 13: the process that read it was ended by signal 9", "lost 14: the process that read it ended with 3",
        "lost 113: the process that read it was ended by signal 9", "lost 114: the process that read it ended with 3",
    ]  # fmt: skip
    assert [line for line in found if line.startswith("done")] == [f"done {n}" for n in items if n % 100 not in (13, 14)]


def test_leaving_early_ends_the_processes() -> None:
    """Who stops listening leaves nobody behind."""
    import multiprocessing

    results = work_through([n for n in range(100) if n not in (13, 14)], make, lost, workers=3, sizes=[1] * 98, chunk=5)
    assert next(results) == "done 0"
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_no_items() -> None:
    """Nothing to do is done at once."""
    assert list(work_through([], make, lost, workers=4, sizes=[])) == []
