"""Writes files whole or not at all, and texts as TOML has them."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import IO

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
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as out:
            _copy(data, out)
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        why = error.strerror if path.parent.is_dir() else f"there is no folder {path.parent}"
        raise LeaflintError(f"{path}: cannot be written: {why}") from None


def _copy(data: bytes | IO[bytes], out: IO[bytes]) -> None:
    if isinstance(data, bytes):
        out.write(data)
    else:
        data.seek(0)
        shutil.copyfileobj(data, out)


def toml_text(text: str) -> str:
    """A basic string of TOML: JSON's is one, but for the DEL character and lone surrogates, of which no file holds any."""
    return json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", text), ensure_ascii=False).replace("\x7f", "\\u007f")
