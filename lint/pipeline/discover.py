"""Finds the documents under the given paths, and says what it passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from lint.errors import LeaflintError
from lint.readers import READERS
from lint.types.review import Skipped
from lint.types.text import Source

_PASSED_BY = frozenset(["node_modules", "__pycache__"])  # besides every hidden folder


@dataclass(frozen=True, slots=True)
class Discovered:
    """What stands under some paths."""

    paths: tuple[Path, ...]  # documents, each once, sorted
    skipped: tuple[Skipped, ...]  # what was asked for and cannot be read
    unknown: int  # files in folders whose format no reader knows: not candidates


def discover(paths: Sequence[Path], *, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Discovered:
    """The documents under files and folders. A folder's files must fit `include` and not `exclude` (globs), if given.

    Raises LeaflintError when no path is given, a path is not there, a named file has an unknown format, or nothing is found.
    """
    if not paths:
        raise LeaflintError("no path given: name a file or folder to check")
    found: dict[Path, None] = {}
    skipped: list[Skipped] = []
    unknown = 0
    for path in paths:
        if path.is_dir():
            for item in _walk(path, skipped):
                if item.suffix.lower() not in READERS:
                    unknown += 1
                elif _wanted(item, path, include, exclude):
                    found[item] = None
        else:
            found[_named(path)] = None
    if not found and not skipped:
        seen = f" ({unknown} files of formats it does not read)" if unknown else ""
        raise LeaflintError(f"nothing to check under {', '.join(map(str, paths))}{seen}: leaflint reads {', '.join(sorted(READERS))}")
    return Discovered(tuple(sorted(found, key=lambda path: path.as_posix())), tuple(skipped), unknown)


def load_source(path: Path) -> Source | Skipped:
    """A file's bytes, or why they cannot be read."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Skipped(path.as_posix(), "", "document", "not a regular file (socket, pipe or device)")
        return Source(path.as_posix(), path.read_bytes())
    except OSError as error:
        return Skipped(path.as_posix(), "", "document", f"cannot be read: {error.strerror or error}")


def _named(path: Path) -> Path:
    if not path.exists() and not path.is_symlink():
        raise LeaflintError(f"{path}: there is no such file or folder")
    if path.suffix.lower() not in READERS:
        suffix = path.suffix or "none"
        raise LeaflintError(f"{path}: unknown format (suffix {suffix}): leaflint reads {', '.join(sorted(READERS))}")
    return path


def _wanted(path: Path, root: Path, include: Sequence[str], exclude: Sequence[str]) -> bool:
    name = path.relative_to(root).as_posix()
    kept = not include or any(fnmatch(name, glob) for glob in include)
    return kept and not any(fnmatch(name, glob) for glob in exclude)


def _walk(folder: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """The regular-looking files below a folder, in order of name; links to folders are not followed."""

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(Path(error.filename).as_posix(), "", "folder", f"cannot be read: {error.strerror}"))

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_BY)
        yield from (Path(root) / name for name in sorted(files) if not name.startswith("."))
