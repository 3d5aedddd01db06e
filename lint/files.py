"""Writes files whole or not at all; reads TOML, and writes texts as TOML has them."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import IO, Any, NoReturn

from lint.errors import LeaflintError


def replace_file(path: Path, data: bytes | IO[bytes], *, mode: int = 0o644) -> None:
    """Puts data, or what a file holds, in place of a file's, keeping its mode; a new file gets `mode`.

    A link stays one, a device or pipe is written to.

    Raises LeaflintError when it cannot be written.
    """
    temporary = ""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                _copy(data, device)
            return
        target = path.resolve()
        mode = target.stat().st_mode & 0o7777 if target.exists() else mode
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".leaflint-")
        with os.fdopen(handle, "wb") as out:
            _copy(data, out)
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
        temporary = ""
    except OSError as error:
        why = error.strerror if path.parent.is_dir() else f"there is no folder {path.parent}"
        raise LeaflintError(f"{path}: cannot be written: {why}") from None
    finally:
        if temporary:  # whatever ended it, an interruption too: nothing half-written stays
            Path(temporary).unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Looks whether a file can be written here; writes nothing. Raises LeaflintError with the reason and a way out."""
    try:
        target = path.resolve()
        if target.is_dir():
            _refuse(path, f"it is a folder: name a file in it, such as {path / 'review'}")
        if target.exists() and not os.access(target, os.W_OK):
            _refuse(path, "it is read-only: make it writable, or name another file")
        if not target.exists() or target.is_file():  # it is written beside itself, then moved
            _check_folder(path, target.parent, made=False)
    except (OSError, RuntimeError) as error:
        _refuse(path, f"{getattr(error, 'strerror', '') or error}: name another file")


def check_folder_writable(path: Path) -> None:
    """Looks whether files can be written into a folder, which may have to be made. Raises LeaflintError like `check_writable`."""
    try:
        _check_folder(path, path.resolve(), made=True)
    except (OSError, RuntimeError) as error:
        _refuse(path, f"{getattr(error, 'strerror', '') or error}: name another folder")


def _check_folder(path: Path, folder: Path, *, made: bool) -> None:
    """Looks whether something can be put into a folder; `made`: or whether it can be made where it is not there."""
    there = next(one for one in (folder, *folder.parents) if one.exists() or one.is_symlink())
    if not there.is_dir():
        _refuse(path, f"{there} is a file, no folder: move it away, or name another place")
    if there != folder and not made:
        _refuse(path, f"there is no folder {path.parent}: make it, or name another place")
    if not os.access(there, os.W_OK | os.X_OK):
        _refuse(path, f"nothing may be written into the folder {there}: change its permissions, or name another place")


def _refuse(path: Path, why: str) -> NoReturn:
    raise LeaflintError(f"{path}: cannot be written: {why}")


def _copy(data: bytes | IO[bytes], out: IO[bytes]) -> None:
    if isinstance(data, bytes):
        out.write(data)
    else:
        data.seek(0)
        shutil.copyfileobj(data, out)


def read_toml(path: Path, unread: str = "cannot be read", broken: str = "not valid TOML") -> dict[str, Any]:
    """What a TOML file holds. Raises LeaflintError that says of the file that it is `unread`, or `broken`, and why."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LeaflintError(f"{path}: {unread}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LeaflintError(f"{path}: {broken}: {error}") from None


def toml_text(text: str) -> str:
    """A basic string of TOML: JSON's is one, but for the DEL character and lone surrogates, of which no file holds any."""
    return json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", text), ensure_ascii=False).replace("\x7f", "\\u007f")
