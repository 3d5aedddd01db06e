"""Values that are slow to make and always the same, kept in the user's cache folder between runs.

A convenience only: whatever is wrong with the folder or a file in it, the value is made again. Files are written by the user's
own runs, like Python's compiled modules, and named after everything that went into them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lint.errors import LeaflintError
from lint.files import replace_file

Value = TypeVar("Value")


def kept(name: str, key: str, kind: type[Value], make: Callable[[], Value]) -> Value:
    """The value kept under a name for this key and Python, else a new one from `make`, which is kept for next time."""
    digest = hashlib.sha256(f"{key} {sys.version}".encode()).hexdigest()[:32]
    path = cache_folder() / f"{name}-{digest}.pickle"
    found = _read(path)
    if isinstance(found, kind):
        return found
    value = make()
    _write(path, value)
    return value


def forget() -> int:
    """Removes all values kept; returns how many bytes that frees. Raises OSError when one cannot be removed."""
    freed = 0
    for path in cache_folder().glob("*.pickle"):
        freed += path.stat().st_size
        path.unlink()
    return freed


def cache_folder() -> Path:
    """The folder of the user for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leaflint"


def _read(path: Path) -> object:
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return None
        return pickle.loads(path.read_bytes())
    except Exception:  # a damaged or missing file is no reason to fail
        return None


def _write(path: Path, value: object) -> None:
    with contextlib.suppress(OSError, LeaflintError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, pickle.dumps(value, pickle.HIGHEST_PROTOCOL), mode=0o600)
