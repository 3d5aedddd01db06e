"""The real command as its users run it: a process of its own, that can be watched, interrupted and killed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

TODAY = "2026-11-24"
PAGE = """# Azathioprine, page {number}

Azathioprine tablets {claim} lupus in {number} of 100 people. Ask your docter before you take more than {number}5 mg.

Take page {number} with you when you see your nurse. It is taken once a day after a meal, with plenty of water.
"""


def write_pages(folder: Path, count: int) -> None:
    """Small pages, each with findings of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = PAGE.format(number=number, claim="cure" if number % 3 else "may ease")
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")


def write_endless(path: Path) -> None:
    """A page whose review takes minutes: whoever is at it is caught at it."""
    lines = (f"On day {number} the tablets number {number} are taken with water, and the docter is asked." for number in range(150_000))
    path.write_text("\n\n".join(lines), encoding="utf-8")


class Command:
    """Runs of `leaflint check` in a folder, with a cache of their own."""

    def __init__(self, folder: Path, prepared: Path | None = None) -> None:
        self.folder = folder
        self.cache = folder / "cache/leaflint/reviews.sqlite"
        if prepared:  # rules and words that every run needs; no reviews
            shutil.copytree(prepared, self.cache.parent, ignore=shutil.ignore_patterns("*.sqlite*"))
        self.before: Callable[[], None] | None = None  # what a new process does first

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Starts a run, in a session of its own."""
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache"), "TMPDIR": str(self.folder / "temporary")}
        (self.folder / "temporary").mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, "-m", "lint", "check", *arguments, "--today", TODAY], cwd=self.folder, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=self.before,
        )  # fmt: skip

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A run to its end."""
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def report(self, *arguments: str) -> bytes:
        """The JSON report of a run that has errors to tell of."""
        path = self.folder / "report.json"
        path.unlink(missing_ok=True)
        done = self.run(*arguments, "--format", f"json:{path}")
        assert done.returncode == 1, done.stderr
        return path.read_bytes()

    def sound(self) -> bool:
        """Whether SQLite finds no fault with the cache."""
        with sqlite3.connect(self.cache) as db:
            return bool(db.execute("pragma integrity_check").fetchall() == [("ok",)])


def until(condition: Callable[[], object], *, seconds: float = 240, every: float = 0.005) -> None:
    """Waits for something to be so."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(every)


def session(leader: int) -> dict[int, float]:
    """The living processes of a session, its leader aside, each with the seconds of a core that it has used."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, fields = int(path.parent.name), path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader != number and fields[0] not in "ZX":
            found[number] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def busy(leader: int, count: int, seconds: float) -> Sequence[int]:
    """The processes of a session, the leader aside, where there are as many and one of them has worked for some time."""
    found = session(leader)
    return list(found) if len(found) >= count and max(found.values(), default=0) >= seconds else []


def end(process: subprocess.Popen[str]) -> None:
    """Ends a run with all that belongs to it, whatever state it is in."""
    for number in (process.pid, *session(process.pid)):
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.communicate()
