"""The terms of a review as a hash: what is the same under equal terms need not be worked out again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import lint
from lint import __version__
from lint.data import data_path
from lint.pipeline.settings import Settings

# Settings that decide which documents are reviewed, or what becomes of their findings, but not what a review finds.
_AFTER = frozenset(
    ["include", "exclude", "force_exclude", "not_texts", "boilerplate", "decisions", "baseline", "diff_base", "diff_context"]
)


def terms_of(settings: Settings) -> bytes | None:
    """A hash of all that a review depends on besides its document: program, rules, references, labels, words, settings.

    None where that cannot be known: a judge may change its mind, a plug-in its code.
    """
    if settings.judge is not None or settings.plugins:
        return None
    digest = hashlib.blake2b(f"{__version__}\0{sys.version}\0{Path.cwd()}\0".encode(), digest_size=16)
    for field in fields(settings):
        if field.name not in _AFTER:
            digest.update(f"{field.name}={_plain(getattr(settings, field.name))}\0".encode())
    own = [Path(lint.__file__).parent, data_path("rules"), data_path("corpus/references"), data_path("corpus/model")]
    for path in (*own, *_paths(settings)):
        for state in _states(path):
            digest.update(state.encode())
    return digest.digest()


def key_of(terms: bytes, path: str, data: bytes) -> bytes:
    """The key of one document's reviews."""
    digest = hashlib.blake2b(terms, digest_size=16)
    digest.update(f"{path}\0".encode(errors="surrogateescape"))
    digest.update(data)
    return digest.digest()


def folder_key(*parts: bytes, paths: tuple[Path, ...] = ()) -> bytes:
    """A key made of others, and of the state of some files and folders."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    for path in paths:
        for state in _states(path):
            digest.update(state.encode())
    return digest.digest()


def _plain(value: Any) -> str:
    """A value as text, the same in every process."""
    if isinstance(value, frozenset | set):
        return f"{{{','.join(sorted(map(_plain, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({','.join(map(_plain, value))})"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({','.join(_plain(getattr(value, field.name)) for field in fields(value))})"
    return repr(value)


def _paths(settings: Settings) -> Iterator[Path]:
    """The files and folders that settings name and reviews read."""
    for field in fields(settings):
        if field.name not in _AFTER and field.name != "root":
            value = getattr(settings, field.name)
            yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Path))


def _states(path: Path) -> Iterator[str]:
    """The state of a file, or of all files below a folder: name, size and time of the last change."""
    try:
        if path.is_dir():
            for root, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if name != "__pycache__")
                for name in sorted(names):
                    yield _state(os.path.join(root, name))  # noqa: PTH118 - a Path for each of some hundred files costs too much
        else:
            yield _state(str(path))
    except OSError as error:
        yield f"{path}: {error.errno}\0"


def _state(name: str) -> str:
    found = os.stat(name)  # noqa: PTH116
    return f"{name}\0{found.st_size}\0{found.st_mtime_ns}\0"
