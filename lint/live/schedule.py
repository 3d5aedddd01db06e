"""Reviews after a pause in writing, one at a time, beside the loop that talks to the editor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


class Schedule:
    """Work for each of many keys, of which only the latest counts: asking again puts what was asked before aside."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._thread = ThreadPoolExecutor(1, "review")  # one: work in Python gains nothing from a second

    def ask(self, key: str, work: Callable[[], Result], done: Callable[[Result], None], *, pause: float = 0.0) -> None:
        """Does the work after a pause, in seconds, in the other thread, and hands its result over in this one."""
        self.drop(key)
        self._tasks[key] = asyncio.get_running_loop().create_task(self._run(work, done, pause))

    def drop(self, key: str) -> None:
        """What was asked for a key no longer matters: it is not begun, or its result thrown away."""
        task = self._tasks.pop(key, None)
        if task is not None:
            task.cancel()

    async def settled(self, key: str) -> None:
        """Waits until nothing that was asked for a key is left to do."""
        while (task := self._tasks.get(key)) is not None and not task.done():
            await asyncio.wait([task])

    def close(self) -> None:
        """Lets go of everything; work that has begun is waited for when the program ends."""
        for key in list(self._tasks):
            self.drop(key)
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], Result], done: Callable[[Result], None], pause: float) -> None:
        await asyncio.sleep(pause)
        done(await asyncio.get_running_loop().run_in_executor(self._thread, work))
