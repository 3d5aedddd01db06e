"""Commands that need more than leaflint's own dependencies."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from lint.errors import LeaflintError


@contextlib.contextmanager
def needs(extra: str) -> Iterator[None]:
    """Imports what an extra brings. Raises LeaflintError saying how to install it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("lint"):
            raise
        raise LeaflintError(f"{error.name} is not installed: install leaflint[{extra}]") from None
