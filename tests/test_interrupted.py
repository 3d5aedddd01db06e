"""Runs that are interrupted, killed or out of room: what they leave behind, and that the next one is right all the same."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runs import Command, busy, end, session, until, write_endless, write_pages

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes as Linux shows them")
COUNT = 12
SOON = 15  # seconds, on a busy machine; the page that a run is caught at takes minutes


@pytest.fixture
def command(tmp_path: Path, prepared: Path) -> Command:
    """Runs over a folder of pages."""
    write_pages(tmp_path / "pages", COUNT)
    return Command(tmp_path, prepared)


def left_over(folder: Path) -> list[str]:
    """Files that are neither pages, reports nor the cache."""
    return [path.name for path in (*folder.iterdir(), *(folder / "temporary").iterdir()) if path.name.startswith((".", "leaflint-"))]


@pytest.mark.parametrize(
    ("workers", "sent", "to_all", "code"),
    [(1, signal.SIGINT, True, 130), (2, signal.SIGINT, True, 130), (2, signal.SIGTERM, False, 143), (2, signal.SIGTERM, True, 143)],
)
def test_an_interruption_leaves_at_once_with_what_is_there(
    command: Command, workers: int, sent: signal.Signals, to_all: bool, code: int
) -> None:
    """In the middle of a page: a partial report of the pages before it, marked partial, and no process that goes on.

    A terminal sends Ctrl-C to all processes, a container SIGTERM to the first, a CI runner to the first or to all.
    """
    for name in ("zy.md", "zz.md"):
        write_endless(command.folder / "pages" / name)
    arguments = ("pages", "--no-cache", "--workers", str(workers), "--format", "json:part.json", "--format", "text")
    for seconds in (4, 8, 16, 32):  # until all small pages are done, however slow the machine is
        with command.start(*arguments) as process:
            time.sleep(seconds)
            assert process.poll() is None
            children, asked = session(process.pid), time.monotonic()
            (os.killpg if to_all else os.kill)(process.pid, sent)
            out, err = process.communicate(timeout=60)
        assert time.monotonic() - asked < SOON
        assert process.returncode == code
        assert session(process.pid) == {}
        assert "Traceback" not in err
        found = json.loads((command.folder / "part.json").read_text(encoding="utf-8")) if (command.folder / "part.json").exists() else None
        if found and len(found["documents"]) == COUNT:
            break
    assert len(children) == (workers if workers > 1 else 0)
    assert found is not None
    assert found["run"]["partial"] is True
    assert [document["path"] for document in found["documents"]] == [f"pages/{number:03}.md" for number in range(COUNT)]
    assert found["skipped"] == []
    assert "interrupted: this review is partial" in out
    assert err.strip().splitlines()[-1] == "leaflint: interrupted: this review is partial"
    assert left_over(command.folder) == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_at_any_time(command: Command, sent: signal.Signals) -> None:
    """Whenever it comes: 128 and its number, a whole partial report or none, or the run was done; the run after it is right."""
    expected = command.report("pages", "--no-cache")
    began = time.monotonic()
    assert command.report("pages") == expected
    whole, codes = time.monotonic() - began, set()
    for tenth in range(3, 11):
        part = command.folder / f"part-{tenth}.json"
        with command.start("pages", "--workers", "2", "--no-cache", "--format", f"json:{part}") as process:
            time.sleep(whole * tenth / 10)
            process.send_signal(sent)
            _, err = process.communicate(timeout=60)
        codes.add(process.returncode)
        if part.exists():
            found = json.loads(part.read_text(encoding="utf-8"))
            assert process.returncode in ((128 + sent,) if found["run"]["partial"] else (1, 128 + sent, -sent)), err
            assert found["run"]["partial"] or part.read_bytes() == expected
        else:
            assert process.returncode in (128 + sent, -sent, -signal.SIGINT), err  # the last: Python, interrupted as it made a dataclass
    assert 128 + sent in codes
    assert left_over(command.folder) == []
    assert command.report("pages") == expected


@pytest.mark.parametrize("victim", ["worker", "run"])
def test_what_a_kill_leaves_behind(command: Command, victim: str) -> None:
    """A killed worker costs the page it was at, and a killed run leaves no worker; the next run is right, from the same cache."""
    expected = command.report("pages", "--no-cache")
    large = command.folder / "pages/zz.md"
    write_endless(large)
    process = command.start("pages", "--workers", "2", "--format", "json:part.json")
    try:
        until(lambda: busy(process.pid, 2, 2.0))
        workers = session(process.pid)
        os.kill(process.pid if victim == "run" else max(workers, key=workers.__getitem__), signal.SIGKILL)
        process.wait(60)
        until(lambda: not session(process.pid), seconds=SOON)
    finally:
        end(process)
    if victim == "worker":
        assert process.returncode == 3
        found = json.loads((command.folder / "part.json").read_text(encoding="utf-8"))
        assert [(gap["path"], gap["reason"]) for gap in found["skipped"]] == [
            ("pages/zz.md", "the process that read it was ended by signal 9")
        ]
        assert len(found["documents"]) == COUNT
    else:
        assert not (command.folder / "part.json").exists()
    large.write_text((command.folder / "pages/000.md").read_text(encoding="utf-8"), encoding="utf-8")
    after = command.report("pages")
    assert after == command.report("pages", "--no-cache")
    large.unlink()
    assert command.report("pages") == expected
    assert left_over(command.folder) == []


def test_a_page_that_was_lost_is_compared_in_the_next_run(command: Command) -> None:
    """What pages say of each other is not kept from a run that lost one of them."""
    copied = "The tablets are kept in a cool and dry place where neither children nor pets can ever get at them by themselves.\n" * 2
    lines = [f"Walk {number} times around the pond with your {number} ducks before lunch." for number in range(6_000)]
    for name in ("x.md", "y.md"):
        (command.folder / f"pages/{name}").write_text(copied + "\n" + ("\n\n".join(lines) if name == "x.md" else ""), encoding="utf-8")
    process = command.start("pages", "--workers", "2")
    try:
        until(lambda: busy(process.pid, 2, 0.7))
        workers = session(process.pid)
        os.kill(max(workers, key=workers.__getitem__), signal.SIGKILL)
        process.communicate(timeout=120)
    finally:
        end(process)
    assert process.returncode == 3
    assert command.report("pages") == command.report("pages", "--no-cache")


def test_a_run_that_is_killed_as_it_writes_its_cache(command: Command) -> None:
    """SIGKILL in the middle of a transaction, again and again: the file stays sound, the next run is right."""
    write_pages(command.folder / "pages", 60)
    expected = command.report("pages", "--no-cache", "--workers", "1")
    log, killed = command.cache.with_name(command.cache.name + "-wal"), 0

    def written() -> tuple[int, int]:
        """What tells that the log was written to: SQLite writes it anew from its start, without making it longer."""
        return (log.stat().st_size, log.stat().st_mtime_ns) if log.exists() else (0, 0)

    for _ in range(4):
        seen = written()
        with command.start("pages", "--workers", "1", "--format", "json:part.json") as process:
            for _ in range(2):  # the second change is in the middle of what is written
                until(lambda last=seen: written() != last or process.poll() is not None, every=0)  # type: ignore[misc]
                seen = written()
            process.kill()
            process.communicate(timeout=60)
        killed += process.returncode == -signal.SIGKILL
        assert command.sound()
    assert killed
    assert command.report("pages") == expected
    assert command.sound()
    assert left_over(command.folder) == []


@pytest.fixture
def limited(command: Command) -> Iterator[Command]:
    """Runs that may write no file longer than 20,000 bytes."""
    import resource

    command.before = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    yield command
    command.before = None


@pytest.mark.parametrize("formats", [("json:report.json",), ("html:report.html",), ("html:reports/",), ("json:report.json", "text")])
def test_no_room_for_a_report(limited: Command, formats: tuple[str, ...]) -> None:
    """The message names the file; what was there before is untouched, and nothing half-written is left. Other reports are written."""
    old = limited.folder / "report.json"
    old.write_text("old")
    options = [option for name in formats for option in ("--format", name)]
    done = limited.run("pages", "--no-cache", "--workers", "1", *options)
    assert done.returncode == 2, done.stderr
    assert "cannot be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_text() == "old"
    assert not (limited.folder / "report.html").exists()
    assert left_over(limited.folder) == []
    if "text" in formats:
        assert f"{COUNT} documents" in done.stdout


@pytest.mark.parametrize("room", [0, 20_000, 40_000])
def test_no_room_for_the_cache(command: Command, room: int) -> None:
    """The run says so and is right; the next one, with room, is too, and so is the cache."""
    import resource

    expected = command.report("pages", "--no-cache")
    command.before = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    done = command.run("pages", "--format", "json")
    assert done.returncode == 1, done.stderr
    assert done.stdout.encode() == expected
    assert "the cache cannot be used" in done.stderr
    command.before = None
    assert command.report("pages") == expected
    assert command.sound()
    assert command.report("pages") == expected
