"""Where leaflint's own data lies: in the installed package first, in a checkout second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint.errors import LeaflintError

_PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """The folder or file `name` ("rules", "corpus/references"). Raises LeaflintError when the installation lacks it."""
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.exists():
            return candidate
    raise LeaflintError(f"leaflint's own data {name!r} is missing: install leaflint again")


def data_rows(name: str) -> Iterator[list[str]]:
    """The words of each line of a list (rules/words/…) that has any; `#` begins a comment. Raises LeaflintError as `data_path` does."""
    lines = data_path(name).read_text(encoding="utf-8").splitlines()
    return filter(None, (line.partition("#")[0].split() for line in lines))
