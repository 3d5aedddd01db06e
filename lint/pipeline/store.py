"""Reviews kept between runs: what has been reviewed on the same terms need not be reviewed again.

An SQLite file in the user's cache folder, written by the user's own runs. A convenience only: whatever is wrong with it, the run
goes on without, and says so once.
"""

from __future__ import annotations

import contextlib
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any
from zlib import crc32

MOST_BYTES = 400_000_000  # of the entries; beyond that those go that were not used for longest
NAME = "reviews.sqlite"
_FORM = 1  # of the file; another form is another file
_BUSY = 5_000  # milliseconds to wait for another run that is writing
_LATELY = 4  # runs that wrote something: what was used in one of the last so many need not be noted, which costs a write
_SUM = 4  # bytes of a checksum, before the value
_ASKED = 200  # keys in one question
_BATCH = 200  # entries written in one transaction: what a killed run can lose
_DAMAGE = (  # what SQLite says of a file that will not get better by itself
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
)  # fmt: skip
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
        self._wanted: set[bytes] = set()  # of which this run was told that they are there, and which it has yet to read
        self._now = 0
        self._db: sqlite3.Connection | None = None
        self._db = self._opened()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def get(self, key: bytes) -> object | None:
        """The value of a key, or None where there is none that can be read."""
        return next(self.values([key]))

    def values(self, keys: Sequence[bytes]) -> Iterator[object | None]:
        """The values of keys, in their order, each as `get` has it."""
        for some in _at_once(keys):
            rows = {key: (data, used) for key, data, used in self._asked("key, value, used", some)}
            yield from (self._read(key, *rows.get(key, (None, 0))) for key in some)

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those of the keys for which there is a value: it stays until it is read, however much is put before."""
        there = {key for some in _at_once(keys) for (key,) in self._asked("key", some)}
        self._wanted |= there
        return there

    def put(self, key: bytes, value: object) -> None:
        """Keeps a value; it is written together with others."""
        if self._db is not None:
            data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            self._writing[key] = crc32(data).to_bytes(_SUM) + data
            if len(self._writing) >= _BATCH:
                self.flush()

    def close(self) -> None:
        """Writes what is left."""
        self.flush()
        self._let_go()

    def _asked(self, columns: str, keys: Sequence[bytes]) -> list[tuple[Any, ...]]:
        """The rows of some keys, in any order."""
        if self._db is None:
            return []
        try:
            return self._db.execute(f"select {columns} from reviews where key in ({','.join('?' * len(keys))})", keys).fetchall()
        except sqlite3.Error as error:
            self._failed(error)
            return []

    def _read(self, key: bytes, data: object, used: int) -> object | None:
        self._wanted.discard(key)
        try:
            assert isinstance(data, bytes)
            if crc32(memoryview(data)[_SUM:]) != int.from_bytes(data[:_SUM]):
                return None
            value: object = pickle.loads(memoryview(data)[_SUM:])
        except Exception:  # an entry that cannot be read is made again
            return None
        if used < self._now - _LATELY:
            self._seen.append(key)
        return value

    def _opened(self) -> sqlite3.Connection | None:
        try:
            return self._connected()
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return self._db

    def _failed(self, error: Exception) -> None:
        """Notes what is wrong with the file. A damaged one is made again, once; otherwise the run goes on without."""
        self._let_go()
        if _is_damage(error) and not self.note:
            what = "of another version" if isinstance(error, _AnotherForm) else "damaged"
            self.note = f"{self.path}: the cache was {what} and is made again"
            try:
                for path in _files(self.path):
                    path.unlink(missing_ok=True)
                self._db = self._connected()
                return
            except (sqlite3.Error, OSError) as again:
                error = again
        self.note = f"{self.path}: the cache cannot be used: {error}"

    def _let_go(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            with contextlib.suppress(sqlite3.Error):
                db.close()

    def _connected(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        db = sqlite3.connect(self.path, timeout=_BUSY / 1000, isolation_level=None)
        db.text_factory = bytes  # an entry that is no blob is one that cannot be read
        try:
            (form,) = db.execute("pragma user_version").fetchone()
            if form not in (0, _FORM):
                raise _AnotherForm
            if not form:  # new: reading one that is there waits for nobody
                db.execute("pragma journal_mode = wal")
                db.executescript(f"begin immediate; {_SCHEMA} pragma user_version = {_FORM}; commit;")
            db.execute("pragma synchronous = normal")
            (self._now,) = db.execute("select coalesce(max(used), 0) + 1 from reviews").fetchone()
        except BaseException:
            db.close()
            raise
        return db

    def flush(self) -> None:
        """Writes what waits, in one transaction, and drops what is too much."""
        if self._db is not None and (self._writing or self._seen):
            new, seen = [(key, value, self._now) for key, value in self._writing.items()], [(self._now, key) for key in self._seen]
            try:
                self._db.execute(f"pragma busy_timeout = {_BUSY if new else 0}")
                with _transaction(self._db) as db:
                    db.executemany("insert or replace into reviews values (?, ?, ?)", new)
                    db.executemany("update reviews set used = ? where key = ?", seen)
                    self._trim(db)
            except sqlite3.Error as error:
                if new or _is_damage(error):  # what was used need not be noted
                    self._failed(error)
        self._writing.clear()
        self._seen.clear()

    def _trim(self, db: sqlite3.Connection) -> None:
        """Drops the oldest entries that are not wanted until the rest is small enough; their room in the file is used again."""
        (pages,), (free,), (size,) = (db.execute(f"pragma {name}").fetchone() for name in ("page_count", "freelist_count", "page_size"))
        over = (pages - free) * size - MOST_BYTES
        if over <= 0:
            return
        gone: list[tuple[bytes]] = []
        for key, length in db.execute("select key, length(value) from reviews order by used, key"):
            if key in self._wanted:
                continue
            gone.append((key,))
            over -= length
            if over <= -MOST_BYTES // 5:
                break
        db.executemany("delete from reviews where key = ?", gone)


def _at_once(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """As many keys as one question asks for, in order."""
    return (keys[first : first + _ASKED] for first in range(0, len(keys), _ASKED))


class _AnotherForm(sqlite3.DatabaseError):
    """The file is of another version of leaflint."""


def _is_damage(error: Exception) -> bool:
    """Whether it is the file's fault; else it may be otherwise next time."""
    return isinstance(error, _AnotherForm) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


@contextlib.contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All that is done with it, or, whatever ends it, nothing."""
    db.execute("begin immediate")
    try:
        yield db
        db.execute("commit")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("rollback")
        raise


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
