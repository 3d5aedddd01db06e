"""What ends a command before it is done: Ctrl-C, or the SIGTERM of a CI runner or container, which is taken like Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Interruption:
    """What a KeyboardInterrupt came from."""

    signal: int = signal.SIGINT

    @property
    def code(self) -> int:
        """What the command then ends with, as shells say it: 130 for SIGINT, 143 for SIGTERM."""
        return 128 + self.signal


@contextlib.contextmanager
def interruptible() -> Iterator[Interruption]:
    """While the block runs, SIGTERM raises KeyboardInterrupt too; which of the two came is noted.

    A SIGTERM that this process was told to ignore, or that whoever embeds it handles, stays theirs.
    """
    came = Interruption()

    def interrupt(number: int, frame: FrameType | None) -> None:
        came.signal = number
        raise KeyboardInterrupt

    ours = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    if ours:
        signal.signal(signal.SIGTERM, interrupt)
    try:
        yield came
    finally:
        if ours:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def end_at_once(tidy: Callable[[], None]) -> None:
    """From now on either signal tidies up and ends the process: for a server, whose threads wait for its editor for ever."""

    def end(number: int, frame: FrameType | None) -> None:
        tidy()
        os._exit(Interruption(number).code)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
