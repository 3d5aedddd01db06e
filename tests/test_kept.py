"""Values kept between runs: made once, and made again whatever happened to their file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import lint.kept
from lint.kept import forget, hash_of, kept

Make = Callable[[], dict[str, int]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "leaflint"


def counted() -> tuple[list[int], Make]:
    """A value, and how often it was made."""
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"seven": 7}

    return made, make


def test_a_value_is_made_once(folder: Path) -> None:
    """The second time it is read back; for another key it is made anew."""
    made, make = counted()
    assert kept("numbers", "a", dict, make) == kept("numbers", "a", dict, make) == {"seven": 7}
    assert len(made) == 1
    kept("numbers", "b", dict, make)
    assert len(made) == 2


def damages() -> list[Callable[[bytes], bytes]]:
    """What can happen to a file: cut short, emptied, one bit turned anywhere, something else in it."""
    turned = [lambda data, at=at: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in (0, 3, 4, 10, -3)]
    return [lambda data: data[:-1], lambda data: data[:3], lambda data: b"", lambda data: b"no such thing", *turned]


@pytest.mark.parametrize("damage", damages())
def test_a_damaged_file_is_made_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    """A file that is not what was written gives no value, not even one that could be read; it is put right."""
    made, make = counted()
    kept("numbers", "a", dict, make)
    (path,) = folder.iterdir()
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    assert kept("numbers", "a", dict, make) == {"seven": 7}
    assert len(made) == 2
    assert path.read_bytes() == sound


def test_a_value_of_another_kind(folder: Path) -> None:
    """What is not of the kind that is wanted is made again."""
    kept("numbers", "a", list, lambda: [7])
    assert kept("numbers", "a", dict, counted()[1]) == {"seven": 7}


def test_a_folder_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, values are made and nothing is said."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    made, make = counted()
    assert kept("numbers", "a", dict, make) == kept("numbers", "a", dict, make)
    assert len(made) == 2
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert kept("numbers", "a", dict, make) == {"seven": 7}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_files_of_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another user wrote is not read."""
    made, make = counted()
    kept("numbers", "a", dict, make)
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    kept("numbers", "a", dict, make)
    assert len(made) == 2


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All together stay below a bound: what was not used for longest goes, what a run used lately stays."""
    for number in range(4):
        kept("texts", str(number), str, lambda: "x" * 1000)
    for age, path in enumerate(sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)):
        os.utime(path, (1_000_000_000 + age, 1_000_000_000 + age))
    assert kept("texts", "0", str, lambda: "made again") == "x" * 1000
    monkeypatch.setattr(lint.kept, "MOST_BYTES", 4500)
    kept("texts", "4", str, lambda: "x" * 1000)
    assert len(list(folder.iterdir())) == 2
    assert kept("texts", "0", str, lambda: "made again") == "x" * 1000
    assert kept("texts", "4", str, lambda: "made again") == "x" * 1000
    assert forget() > 2000
    assert kept("texts", "4", str, lambda: "made again") == "made again"


def test_several_runs_at_once(folder: Path) -> None:
    """Runs that make and read the same values at once all get them whole, and leave no half-written file."""
    script = (
        "from lint.kept import kept\n"
        "for n in range(40):\n"
        "    assert kept('texts', str(n), str, lambda: str(n) * 100_000) == str(n) * 100_000"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(4)]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert all(path.suffix == ".pickle" for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 40


def test_a_hash_of_files(tmp_path: Path) -> None:
    """It changes with what a file holds or is called, and not with where one ends and the next begins."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"ab")
    two.write_bytes(b"c")
    first = hash_of([one, two])
    one.write_bytes(b"a")
    two.write_bytes(b"bc")
    assert hash_of([one, two]) != first
    assert hash_of([one]) != hash_of([one.rename(tmp_path / "three")])


def test_a_review_is_the_same_whatever_is_kept(tmp_path: Path) -> None:
    """Nothing kept, two runs that keep at once, all kept, all of it damaged, nowhere to keep: the review is the same."""
    (tmp_path / "page.md").write_text("Azathioprin alwyas cures Crohn's disease. Stay in bed untill then.\n", encoding="utf-8")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    command = [sys.executable, "-m", "lint", "check", "page.md", "--no-cache", "--today", "2026-11-25", "--format", "json"]

    def begun(folder: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / folder), "PYTHONPATH": str(Path(lint.kept.__file__).parents[1])}
        return subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    first = [run.communicate() for run in [begun("cache"), begun("cache")]]
    files = sorted((tmp_path / "cache/leaflint").glob("*.pickle"))
    assert {path.name.split("-")[0] for path in files} >= {"rules", "vocabulary", "drugs", "cues", "wording", "model", "nearby"}
    kept_all = begun("cache").communicate()
    for number, path in enumerate(files):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if number % 2 else data[:-9] + b"something")
    damaged, nowhere = begun("cache").communicate(), begun("file").communicate()
    assert "SPE" in first[0][0]
    assert [*first, kept_all, damaged, nowhere] == [first[0]] * 5
