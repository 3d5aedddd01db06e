"""Commands run and watched: how long they take, and how much memory they and their children have at once."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.25  # seconds between looks at the memory


@dataclass(frozen=True, slots=True)
class Took:
    """What a run of a command took."""

    seconds: float
    megabytes: float  # most at once, of all its processes together, what they share counted once; 0 where that cannot be seen
    code: int  # it ended with


def watched(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, repeats: int = 1, folder: Path | None = None,
    memory: bool = True,
) -> Took:  # fmt: skip
    """The best time of several runs, started in a folder, and the most memory that any of them had.

    Looking at the memory makes times of less than a second coarse: do without for those.
    """
    found = [_once(command, environment, folder, memory=memory) for _ in range(repeats)]
    return Took(min(one.seconds for one in found), max(one.megabytes for one in found), found[-1].code)


def _once(command: Sequence[str], environment: Mapping[str, str] | None, folder: Path | None, *, memory: bool) -> Took:
    began, most = time.perf_counter(), 0
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while True:
            try:
                process.wait(_EVERY if memory else None)
                break
            except subprocess.TimeoutExpired:
                most = max(most, sum(map(_kilobytes, (process.pid, *_below(process.pid)))))
        took = time.perf_counter() - began
    return Took(took, most / 1000, process.returncode)


def _below(number: int) -> Iterator[int]:
    """The children of a process, and theirs."""
    try:
        for path in Path(f"/proc/{number}/task").glob("*/children"):
            for child in map(int, path.read_text().split()):
                yield child
                yield from _below(child)
    except OSError:
        return


def _kilobytes(number: int) -> int:
    """The memory of a process; of what it shares with others its part (PSS)."""
    try:
        for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
