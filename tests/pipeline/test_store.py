"""Reviews kept between runs, whatever happens to the file."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from lint.pipeline import store
from lint.pipeline.store import Store, clean


def test_what_is_put_is_there_next_time(tmp_path: Path) -> None:
    """A value comes back as it was; another key has none."""
    path = tmp_path / "deep/er/reviews.sqlite"
    with Store(path) as first:
        first.put(b"a", ("text", 1))
        assert first.note == ""
    with Store(path) as second:
        assert second.get(b"a") == ("text", 1)
        assert second.get(b"b") is None


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """The run goes on, the note says so, the next run has a cache again."""
    path = tmp_path / "reviews.sqlite"
    path.write_bytes(damage)
    with Store(path) as one:
        assert one.get(b"a") is None
        assert "damaged" in one.note
        one.put(b"a", 1)
    with Store(path) as two:
        assert (two.get(b"a"), two.note) == (1, "")


def test_an_entry_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """Half an entry is no reason to fail, and can be written anew."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        one.put(b"a", 1)
    db = sqlite3.connect(path)
    db.execute("update reviews set value = x'0011'")
    db.commit()
    db.close()
    with Store(path) as two:
        assert two.get(b"a") is None
        two.put(b"a", 2)
    with Store(path) as three:
        assert three.get(b"a") == 2


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A file where a folder should be: no cache, and a note."""
    (tmp_path / "blocked").write_text("")
    with Store(tmp_path / "blocked/reviews.sqlite") as one:
        one.put(b"a", 1)
        assert one.get(b"a") is None
        assert "cannot be used" in one.note


def test_a_full_disk(tmp_path: Path) -> None:
    """What cannot be written is left out; what was there can still be read next time."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        one.put(b"a", 1)
    with Store(path) as two:
        assert two._db is not None
        two._db.execute("pragma max_page_count = 4")
        two.put(b"b", b"\0".join(str(n).encode() for n in range(100_000)))
    assert "cannot be used" in two.note
    with Store(path) as three:
        assert (three.get(b"a"), three.get(b"b")) == (1, None)


def test_the_file_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its size the entries go that were not used for longest."""
    monkeypatch.setattr(store, "MOST_BYTES", 200_000)
    path = tmp_path / "reviews.sqlite"
    noise = [bytes((n * n + k * k * 7) % 251 for n in range(20_000)) + str(k).encode() for k in range(30)]
    for number, value in enumerate(noise):
        with Store(path) as one:
            one.get(b"0")
            one.put(str(number).encode(), hash_like(value))
    with Store(path) as last:
        assert last.get(b"0") is not None
        assert last.get(b"29") is not None
        assert last.get(b"1") is None


def test_what_a_run_counts_on_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it was told is there does not make room for what it puts before it reads it; read, it may go."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        one.put(b"a", hash_like(b"a"))
    monkeypatch.setattr(store, "MOST_BYTES", 30_000)
    monkeypatch.setattr(store, "_BATCH", 1)
    with Store(path) as two:
        assert two.known([b"a"]) == {b"a"}
        for number in range(5):
            two.put(b"%d" % number, hash_like(b"%d" % number))
        assert two.get(b"a") == hash_like(b"a")
        two.put(b"b", hash_like(b"b"))
        assert two.get(b"a") is None


def hash_like(value: bytes) -> bytes:
    """Bytes that do not compress."""
    import random

    return random.Random(value).randbytes(20_000)


def _fill(path: Path, name: int) -> None:
    with Store(path) as one:
        for number in range(300):
            one.put(f"{name}-{number}".encode(), number)


def test_runs_side_by_side(tmp_path: Path) -> None:
    """Several processes write at once and nothing is lost."""
    path = tmp_path / "reviews.sqlite"
    with Store(path):
        pass
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_fill, args=(path, name)) for name in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with Store(path) as found:
        assert all(found.get(f"{name}-{number}".encode()) == number for name in range(3) for number in range(300))


def test_clean(tmp_path: Path) -> None:
    """The file goes with all that belongs to it, and says how much that was; without one it is nothing."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        one.put(b"a", 1)
    assert clean(path) > 0
    assert list(tmp_path.iterdir()) == []
    assert clean(path) == 0


def test_reading_again_writes_nothing(tmp_path: Path) -> None:
    """A run that only reads what was used lately leaves the file as it is: it waits for no disk."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        one.put(b"key", "value")
    before = path.read_bytes()
    with Store(path) as two:
        assert two.get(b"key") == "value"
    assert path.read_bytes() == before


def test_the_file_stays_small_during_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that keeps more than there is room for does not wait for its end to make room."""
    monkeypatch.setattr(store, "MOST_BYTES", 400_000)
    monkeypatch.setattr(store, "_BATCH", 5)
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        for number in range(200):
            one.put(str(number).encode(), hash_like(str(number).encode()))
        assert one._db is not None
        (pages,), (size,) = (one._db.execute(f"pragma {name}").fetchone() for name in ("page_count", "page_size"))
        assert pages * size < 700_000, "4,000,000 bytes were put in"
    with Store(path) as two:
        assert sum(two.get(str(number).encode()) is not None for number in range(200)) > 10


def test_damage_that_shows_late_is_mended(tmp_path: Path) -> None:
    """A file that can be opened and not read is made again within the run, which says so once and keeps what comes after."""
    path = tmp_path / "reviews.sqlite"
    with Store(path) as one:
        for number in range(40):
            one.put(str(number).encode(), hash_like(str(number).encode()))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with Store(path) as two:
        assert [two.get(str(number).encode()) for number in range(40)] == [None] * 40
        two.put(b"a", 1)
    assert two.note.count("damaged") == 1
    with Store(path) as three:
        assert (three.get(b"a"), three.note) == (1, "")
