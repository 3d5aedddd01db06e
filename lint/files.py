"""Writes files whole or not at all, and texts as TOML has them."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path

from lint.errors import LeaflintError


def replace_file(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Puts data in place of a file's, keeping its mode; a new file gets `mode`. A link stays one, a device or pipe is written to.

    Raises LeaflintError when it cannot be written.
    """
    temporary = ""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.write(data)
            return
        target = path.resolve()
        mode = target.stat().st_mode & 0o7777 if target.exists() else mode
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise LeaflintError(f"{path}: cannot be written: {error.strerror}") from None


def toml_text(text: str) -> str:
    """A basic string of TOML: JSON's is one, but for the DEL character and lone surrogates, of which no file holds any."""
    return json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", text), ensure_ascii=False).replace("\x7f", "\\u007f")
