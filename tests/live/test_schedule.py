"""Reviews come after a pause, one for each text, and only the latest counts."""

from __future__ import annotations

import asyncio
import threading

from lint.live.schedule import Schedule


def test_only_the_latest_is_done() -> None:
    """Of fifty askings in a row one is worked at; other keys are not touched by it."""
    worked: list[str] = []
    done: list[str] = []

    def work(name: str) -> str:
        worked.append(name)
        return name

    async def run() -> None:
        schedule = Schedule()
        schedule.ask("other", lambda: work("other"), done.append)
        for number in range(50):
            schedule.ask("text", lambda number=number: work(str(number)), done.append, pause=0.05)  # type: ignore[misc]
        await schedule.settled("text")
        await schedule.settled("other")
        schedule.close()

    asyncio.run(run())
    assert worked == done == ["other", "49"]


def test_a_stale_result_is_thrown_away() -> None:
    """Work that has begun when its text changes ends without effect, and the loop goes on meanwhile."""
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "stale"

    async def run() -> None:
        schedule = Schedule()
        schedule.ask("text", slow, done.append)
        while not begun.is_set():
            await asyncio.sleep(0.001)
        schedule.ask("text", lambda: "fresh", done.append)
        go_on.set()
        await schedule.settled("text")
        schedule.close()

    asyncio.run(run())
    assert done == ["fresh"]


def test_what_is_dropped_is_not_done() -> None:
    """A closed text is not reviewed any more."""
    done: list[str] = []

    async def run() -> None:
        schedule = Schedule()
        schedule.ask("text", lambda: "late", done.append, pause=0.01)
        schedule.drop("text")
        await schedule.settled("text")
        await asyncio.sleep(0.05)
        schedule.close()

    asyncio.run(run())
    assert done == []
