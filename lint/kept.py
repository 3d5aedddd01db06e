"""Values that are slow to make and always the same, kept in the user's cache folder between runs.

A convenience only: whatever is wrong with the folder or a file in it, the value is made again. Files are written by the user's
own runs, like Python's compiled modules, and named after everything that went into them. Several runs may read and write at once:
a file is there whole or not at all, and two runs that make the same value write the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from lint import __version__
from lint.errors import LeaflintError
from lint.files import replace_file

Value = TypeVar("Value")
MOST_BYTES = 300_000_000  # of all values together; beyond that those that were not used for longest go
_FORM = 2  # of the files; another form is another name
_SUM = 4  # bytes of a checksum, before the value
_DAY = 86_400.0  # seconds between two notes that a value is still used


def kept(name: str, key: str, kind: type[Value], make: Callable[[], Value]) -> Value:
    """The value kept under a name for this key and Python, else a new one from `make`, which is kept for next time."""
    digest = hashlib.sha256(f"{_FORM} {key} {__version__} {sys.version}".encode()).hexdigest()[:32]
    path = cache_folder() / f"{name}-{digest}.pickle"
    found = _read(path)
    if isinstance(found, kind):
        return found
    value = make()
    _write(path, value)
    return value


def hash_of(paths: Iterable[Path]) -> str:
    """A hash of what files hold and are called. Raises OSError when one cannot be read."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@cache
def code_of(*packages: str) -> str:
    """A hash of some of leaflint's packages, for keys of values that they make: another program makes others."""
    root = Path(__file__).parent
    return hash_of(path for package in packages for path in sorted((root / package).rglob("*.py")))


def forget() -> int:
    """Removes all values kept; returns how many bytes that frees. Raises OSError when one cannot be removed."""
    freed = 0
    for path in cache_folder().glob("*.pickle"):
        with contextlib.suppress(FileNotFoundError):  # another run may take them away too
            freed += path.stat().st_size
            path.unlink()
    return freed


def cache_folder() -> Path:
    """The folder of the user for what can be made again; one that cannot be used where the user has no home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leaflint"
    except RuntimeError:
        return Path(os.devnull) / "leaflint"


def _read(path: Path) -> object:
    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            if hasattr(os, "getuid") and state.st_uid != os.getuid():
                return None
            data = memoryview(file.read())
        if crc32(data[_SUM:]) != int.from_bytes(data[:_SUM]):
            return None
        value: object = pickle.loads(data[_SUM:])
    except Exception:  # a damaged or missing file is no reason to fail
        return None
    if time.time() - state.st_mtime > _DAY:
        with contextlib.suppress(OSError):
            os.utime(path)
    return value


def _write(path: Path, value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError, LeaflintError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, crc32(data).to_bytes(_SUM) + data, mode=0o600)
        _tidy(path.parent)


def _tidy(folder: Path) -> None:
    """Removes what was not used for longest, when all together is too much."""
    with os.scandir(folder) as inside:
        files = [(entry.stat(), entry.path) for entry in inside if entry.name.endswith(".pickle")]
    total = sum(state.st_size for state, _ in files)
    if total > MOST_BYTES:
        for state, name in sorted(files, key=lambda file: file[0].st_mtime):
            Path(name).unlink(missing_ok=True)
            total -= state.st_size
            if total <= MOST_BYTES // 2:
                break
