"""Where leaflint's own data lies: in the installed package first, in a checkout second."""

from __future__ import annotations

from pathlib import Path

from lint.errors import LeaflintError

_PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """The folder or file `name` ("rules", "corpus/references"). Raises LeaflintError when the installation lacks it."""
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.exists():
            return candidate
    raise LeaflintError(f"leaflint's own data {name!r} is missing: install leaflint again")
