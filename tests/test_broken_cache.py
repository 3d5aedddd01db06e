"""Whatever happens to the cache, a run is as right as without it, and the next one has a cache again."""

from __future__ import annotations

import ctypes
import os
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.runs import Command, write_pages

COUNT = 12
_DROP = 24  # PR_CAPBSET_DROP of prctl


@pytest.fixture
def command(tmp_path: Path, prepared: Path) -> Command:
    """Runs over a folder of pages, with a cache that knows them."""
    write_pages(tmp_path / "pages", COUNT)
    command = Command(tmp_path, prepared)
    command.run("pages")
    return command


def truncated(path: Path) -> None:
    """Half the file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribbled(path: Path) -> None:
    """Random bytes all over the file, but for its first page."""
    data, chance = bytearray(path.read_bytes()), random.Random(7)
    for at in range(4096, len(data), 512):
        data[at : at + 64] = chance.randbytes(64)
    path.write_bytes(data[:])


def wrong_entries(path: Path) -> None:
    """Entries that end in random bytes."""
    with sqlite3.connect(path) as db:
        db.execute("update reviews set value = substr(value, 1, 60) || randomblob(200)")


def other_version(path: Path) -> None:
    """The form of a later leaflint."""
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")


def other_columns(path: Path) -> None:
    """Tables of other columns."""
    with sqlite3.connect(path) as db:
        db.executescript("drop table reviews; create table reviews(key blob, used integer);")


def no_table(path: Path) -> None:
    """No table at all."""
    with sqlite3.connect(path) as db:
        db.execute("drop table reviews")


def wrong_log(path: Path) -> None:
    """A log of changes that belongs to another file."""
    path.with_name(path.name + "-wal").write_bytes(random.Random(7).randbytes(50_000))


def folder(path: Path) -> None:
    """A folder of its name."""
    path.unlink()
    path.mkdir()


DAMAGES: tuple[tuple[Callable[[Path], None], str], ...] = (
    (truncated, "the cache was damaged"), (scribbled, "the cache was damaged"), (wrong_entries, ""), (other_version, "of another version"),
    (other_columns, "the cache was damaged"), (no_table, "the cache was damaged"), (wrong_log, ""), (folder, "the cache cannot be used"),
)  # fmt: skip


@pytest.mark.parametrize(("damage", "said"), DAMAGES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_damaged_cache(command: Command, damage: Callable[[Path], None], said: str) -> None:
    """The run is right and says once what was wrong; the next one is right, and served from a cache that was made again."""
    expected = command.report("pages", "--no-cache")
    damage(command.cache)
    first = command.run("pages", "--format", "json")
    assert first.stdout.encode() == expected
    assert "Traceback" not in first.stderr
    assert said in first.stderr
    assert len(first.stderr.splitlines()) == bool(said)
    if damage is folder:
        return
    assert command.sound()
    assert command.report("pages") == expected
    assert f"{COUNT} of {COUNT} came from the cache" in command.run("pages", "--statistics").stderr


@pytest.mark.parametrize("known", [True, False])
def test_a_cache_that_another_program_holds(command: Command, known: bool) -> None:
    """While another one writes, what is there is read; what cannot be written in time is left out, and said."""
    if not known:
        write_pages(command.folder / "pages", COUNT + 1)
    expected = command.report("pages", "--no-cache")
    db = sqlite3.connect(command.cache, isolation_level=None)
    db.execute("begin immediate")
    held = command.run("pages", "--format", "json", "--statistics")
    db.execute("rollback")
    db.close()
    assert held.stdout.encode() == expected
    assert f"({COUNT} of {COUNT + (not known)} came from the cache)" in held.stderr
    assert ("the cache cannot be used: database is locked" in held.stderr) == (not known)
    assert command.report("pages") == expected


@pytest.mark.parametrize("state", ["new", "known", "damaged"])
def test_runs_in_parallel(command: Command, state: str) -> None:
    """Four runs at once on one cache, there or not: all are right, and the file is sound."""
    expected = command.report("pages", "--no-cache")
    if state == "new":
        command.cache.unlink()
    elif state == "damaged":
        truncated(command.cache)
    started = [command.start("pages", "--format", "json") for _ in range(4)]
    done = [process.communicate(timeout=300) for process in started]
    assert [process.returncode for process in started] == [1] * 4
    assert {out.encode() for out, _ in done} == {expected}
    if state != "damaged":
        assert {err for _, err in done} == {""}
    assert command.report("pages") == expected
    assert command.report("pages") == expected
    assert command.sound()


@pytest.fixture
def bound(command: Command) -> Iterator[Command]:
    """Runs whom permissions bind, also where the tests are run by root."""
    if sys.platform == "win32":
        pytest.skip("needs permissions as Unix has them")
    if os.geteuid() == 0:
        if not sys.platform.startswith("linux"):
            pytest.skip("needs a user whom permissions bind")
        control = ctypes.CDLL(None).prctl
        command.before = lambda: [control(_DROP, right) for right in (1, 2)].clear()  # to write and to read what is closed
    yield command
    for path in command.folder.rglob("*"):
        path.chmod(0o755)


def test_a_cache_folder_that_is_read_only(bound: Command) -> None:
    """Nothing can be kept: the run is right and says so."""
    for path in bound.cache.parent.iterdir():
        path.chmod(0o444)
    bound.cache.parent.chmod(0o555)
    expected = bound.run("pages", "--no-cache", "--format", "json")
    found = bound.run("pages", "--format", "json")
    assert (found.returncode, found.stdout) == (1, expected.stdout)
    assert "the cache cannot be used" in found.stderr
    assert expected.stderr == ""


def test_reports_that_nobody_may_write(bound: Command) -> None:
    """A folder without permission and a read-only file are noticed before anything is reviewed, with the way out."""
    (bound.folder / "closed").mkdir(mode=0o555)
    (bound.folder / "open").mkdir()
    (bound.folder / "open/old.json").write_text("old")
    (bound.folder / "open/old.json").chmod(0o444)
    targets = ("json:closed/a.json", "html:closed/reviews/", "json:open/old.json", "json:open/new.json")
    done = bound.run("pages", "--no-cache", *(option for target in targets for option in ("--format", target)))
    assert (done.returncode, done.stdout) == (2, "")
    assert "closed/a.json: cannot be written: nothing may be written into the folder" in done.stderr
    assert "closed/reviews: cannot be written: nothing may be written into the folder" in done.stderr
    assert "open/old.json: cannot be written: it is read-only: make it writable, or name another file" in done.stderr
    assert not (bound.folder / "open/new.json").exists()
