"""Writes a run in the formats that were asked for; files are written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path
from typing import TextIO

from lint.errors import LeaflintError
from lint.pipeline.run import CheckRun
from lint.reporters import REPORTERS
from lint.reporters.text import write as write_text


def report(found: CheckRun, formats: tuple[tuple[str, str], ...], color: bool | None) -> None:
    """Writes each format to its file, or to standard output. Raises LeaflintError when a file cannot be written."""
    for name, path in formats:
        if path:
            buffer = io.StringIO()
            _write(found, name, buffer, color)
            _replace(Path(path), buffer.getvalue())
        else:
            _write(found, name, sys.stdout, color)
            sys.stdout.flush()


def _write(found: CheckRun, name: str, out: TextIO, color: bool | None) -> None:
    if name == "text":
        write_text(found.run, found.reviews, found.corpus_findings, out, color=color)
    else:
        REPORTERS[name](found.run, found.reviews, found.corpus_findings, out)


def _replace(path: Path, text: str) -> None:
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise LeaflintError(f"{path}: cannot be written: {error.strerror}") from None
