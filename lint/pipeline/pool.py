"""Work on many items in several processes: results in input order, one that kills its process is lost alone."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 2_000  # items that may be handed out before the result of the oldest is there: what waits for it is kept in memory
_ENDING = (signal.SIGINT, signal.SIGTERM)  # what may end a run early
_WAITING = 60.0  # seconds between looks at the workers, should a signal get lost


def work_through(
    items: Sequence[Item], make: Callable[[], Callable[[Item], Result]], lost: Callable[[Item, str], Result],
    *, workers: int, sizes: Sequence[int], chunk: int = 200_000,
) -> Iterator[Result]:  # fmt: skip
    """The result of each item, in order. `make` gives the function that does the work, once for each process.

    Items are handed out in chunks of about `chunk` bytes by their `sizes`. When a process dies, the item it was at becomes
    `lost(item, reason)`, the rest of its chunk goes to a new process. Where processes can be forked, `make` is called here, before
    they are, so that they share what it builds; elsewhere it must be picklable.
    """
    if workers < 2 or len(items) < 2:
        work = make()
        yield from map(work, items)
        return
    if forks():
        ready = make()
        make = lambda: ready  # noqa: E731 - inherited, not pickled
    pool = _Pool(items, make, lost, deque(_chunks(sizes, chunk, workers)))
    try:
        yield from pool.results(workers)
    finally:
        pool.end()


def _chunks(sizes: Sequence[int], most: int, workers: int) -> Iterator[deque[int]]:
    """Numbers of items, as many together as fit the wanted size, which is smaller where there would not be enough for all."""
    most = max(1, min(most, sum(sizes) // (4 * workers)))
    here, total = deque[int](), 0
    for number, size in enumerate(sizes):
        if here and total + size > most:
            yield here
            here, total = deque[int](), 0
        here.append(number)
        total += size
    if here:
        yield here


def forks() -> bool:
    """Whether processes are forked, where that is safe and quick; else each is a new interpreter."""
    return sys.platform.startswith("linux")


@contextlib.contextmanager
def _no_interruption() -> Iterator[None]:
    """Holds Ctrl-C and the like back: a process that is being made would take them before it knows that it is not meant."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> BaseContext:
    return multiprocessing.get_context("fork" if forks() else "spawn")


@dataclass
class _Worker:
    """A process, and the items of its chunk of which no result has come, the one it is at first."""

    process: BaseProcess
    pipe: Connection
    open: deque[int] = field(default_factory=deque)


class _Pool(Generic[Item, Result]):
    def __init__(
        self, items: Sequence[Item], make: Callable[[], Callable[[Item], Result]], lost: Callable[[Item, str], Result],
        chunks: deque[deque[int]],
    ) -> None:  # fmt: skip
        self.items, self.make, self.lost, self.chunks = items, make, lost, chunks
        self.context = _context()
        self.workers: list[_Worker] = []
        self.done: dict[int, Result] = {}
        self.next = 0

    def results(self, count: int) -> Iterator[Result]:
        """Hands out the chunks and yields the results in order."""
        while self.next < len(self.items):
            while len(self.workers) < min(count, len(self.chunks) + sum(bool(w.open) for w in self.workers)):
                self.start()
            self.hand_out()
            self.listen()
            while self.next in self.done:
                yield self.done.pop(self.next)
                self.next += 1

    def start(self) -> None:
        ours, theirs = self.context.Pipe()
        others = [worker.pipe for worker in self.workers] + [ours]
        arguments = (theirs, self.make, others if forks() else [])
        process: BaseProcess = self.context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with _no_interruption():
            process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def hand_out(self) -> None:
        for worker in [worker for worker in self.workers if not worker.open]:
            if self.chunks and self.chunks[0][0] < self.next + _AHEAD:
                worker.open = self.chunks.popleft()
                try:
                    worker.pipe.send([(number, self.items[number]) for number in worker.open])
                except (BrokenPipeError, ConnectionResetError):
                    self.chunks.appendleft(worker.open)
                    worker.open = deque()
                    self.bury(worker)

    def listen(self) -> None:
        """Takes in what has come; a process that has ended gives up its chunk."""
        by_handle = {handle: worker for worker in self.workers for handle in (worker.pipe, worker.process.sentinel)}
        for handle in wait(list(by_handle), timeout=_WAITING):
            worker = by_handle[handle]  # type: ignore[index]
            if worker in self.workers and not self.take(worker):
                self.bury(worker)

    def take(self, worker: _Worker) -> bool:
        """Reads the results of a worker; False when it has ended."""
        try:
            while worker.pipe.poll():
                number, result = worker.pipe.recv()
                self.done[number] = result
                worker.open.remove(number)
        except (EOFError, OSError):
            return False
        return worker.process.exitcode is None

    def bury(self, worker: _Worker) -> None:
        """Drops an ended worker: the item it was at is lost, the others go back."""
        self.workers.remove(worker)
        worker.process.join(1)
        worker.pipe.close()
        if worker.open:
            number = worker.open.popleft()
            code = worker.process.exitcode
            how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with {code}"
            self.done[number] = self.lost(self.items[number], f"the process that read it {how}")
        if worker.open:
            self.chunks.appendleft(worker.open)

    def end(self) -> None:
        """Ends all processes at once."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


def _serve(pipe: Connection, make: Callable[[], Callable[[Any], Any]], others: list[Connection]) -> None:
    """A worker's life: work on chunks until the pipe closes; it ends with its parent, even in the middle of an item."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)  # the parent decides when it is over
    for other in others:
        other.close()  # or the end of the parent would never be seen
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = make()
    while True:
        try:
            chunk = pipe.recv()
            for number, item in chunk:
                pipe.send((number, work(item)))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
