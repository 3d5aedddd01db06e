"""Reviews kept between runs: what has been reviewed on the same terms need not be reviewed again.

An SQLite file in the user's cache folder, written by the user's own runs. A convenience only: whatever is wrong with it, the run
goes on without, and says so once.
"""

from __future__ import annotations

import contextlib
import pickle
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

MOST_BYTES = 400_000_000  # of the file; beyond that the entries that were not used for longest go
NAME = "reviews.sqlite"
_FORM = 1  # of the file; another form is another file
_BUSY = 5.0  # seconds to wait for another run that is writing
_BATCH = 200  # entries written in one transaction: what a killed run can lose
_SCHEMA = """
create table if not exists reviews(key blob primary key, value blob not null, used integer not null) without rowid;
create index if not exists by_use on reviews(used);
"""


class Store:
    """Values by key. Reading and writing never raise; `note` says what went wrong, if anything did."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.note = ""
        self._writing: dict[bytes, bytes] = {}
        self._seen: list[bytes] = []
        self._now = 0
        self._db = self._opened()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def get(self, key: bytes) -> object | None:
        """The value of a key, or None where there is none that can be read."""
        if self._db is None:
            return None
        try:
            row = self._db.execute("select value from reviews where key = ?", (key,)).fetchone()
            if row is not None:
                self._seen.append(key)
                value: object = pickle.loads(zlib.decompress(row[0]))
                return value
        except sqlite3.Error as error:
            self._gave_up(error)
        except Exception:  # an entry that cannot be read is made again
            self._writing.pop(key, None)
        return None

    def has(self, key: bytes) -> bool:
        """Whether there is a value for a key."""
        if self._db is None:
            return False
        try:
            return self._db.execute("select 1 from reviews where key = ?", (key,)).fetchone() is not None
        except sqlite3.Error as error:
            self._gave_up(error)
            return False

    def put(self, key: bytes, value: object) -> None:
        """Keeps a value; it is written together with others."""
        if self._db is not None:
            self._writing[key] = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
            if len(self._writing) >= _BATCH:
                self._write()

    def close(self) -> None:
        """Writes what is left, drops what is too much."""
        if self._db is None:
            return
        self._write()
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._trim()
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    def _opened(self) -> sqlite3.Connection | None:
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
                return self._tell(error)
        except OSError as error:
            return self._tell(error)
        self.note = f"{self.path}: the cache was damaged and is made again"
        try:
            for path in (self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm"))):
                path.unlink(missing_ok=True)
            return self._connected()
        except (sqlite3.Error, OSError) as error:
            return self._tell(error)

    def _connected(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        db = sqlite3.connect(self.path, timeout=_BUSY, isolation_level=None)
        try:
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
            (form,) = db.execute("pragma user_version").fetchone()
            if form not in (0, _FORM):
                raise sqlite3.DatabaseError("another form")
            db.executescript(_SCHEMA)
            db.execute(f"pragma user_version = {_FORM}")
            (self._now,) = db.execute("select coalesce(max(used), 0) + 1 from reviews").fetchone()
        except BaseException:
            db.close()
            raise
        return db

    def _write(self) -> None:
        if self._db is None or not (self._writing or self._seen):
            return
        try:
            self._db.execute("begin immediate")
            self._db.executemany(
                "insert or replace into reviews values (?, ?, ?)", ((key, value, self._now) for key, value in self._writing.items())
            )
            self._db.executemany("update reviews set used = ? where key = ?", ((self._now, key) for key in self._seen))
            self._db.execute("commit")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("rollback")
            self._gave_up(error)
        self._writing.clear()
        self._seen.clear()

    def _trim(self) -> None:
        """Drops the oldest entries until the file is small enough; their room is used again."""
        assert self._db is not None
        (pages,), (free,), (size,) = (
            self._db.execute(f"pragma {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
        over = (pages - free) * size - MOST_BYTES
        if over <= 0:
            return
        gone: list[bytes] = []
        for key, length in self._db.execute("select key, length(value) from reviews order by used, key"):
            gone.append(key)
            over -= length
            if over <= -MOST_BYTES // 5:
                break
        self._db.execute("begin immediate")
        self._db.executemany("delete from reviews where key = ?", ((key,) for key in gone))
        self._db.execute("commit")

    def _gave_up(self, error: Exception) -> None:
        self._db = self._tell(error)

    def _tell(self, error: Exception) -> sqlite3.Connection | None:
        """Notes why the file cannot be used; there is no connection then."""
        self.note = self.note or f"{self.path}: the cache cannot be used: {error}"
        return None


def clean(path: Path) -> int:
    """Removes the file; returns how many bytes that frees. Raises OSError when it cannot be removed."""
    freed = 0
    for one in _files(path):
        if one.exists():
            freed += one.stat().st_size
            one.unlink()
    return freed


def _files(path: Path) -> Iterable[Path]:
    return (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))
