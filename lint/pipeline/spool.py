"""Values that are read several times in the order they came, kept in memory while they are few and in a temporary file beyond."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Generic, TypeVar

from lint.errors import LeaflintError

Value = TypeVar("Value")
IN_MEMORY = 500  # values


class Spool(Generic[Value]):
    """An append-only sequence; the file goes with it."""

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self._first: list[Value] = []
        self._file: IO[bytes] | None = None
        self._count = self._size = 0  # values, and bytes of the file that hold whole ones
        for value in values:
            self.append(value)

    def __len__(self) -> int:
        return self._count

    def append(self, value: Value) -> None:
        """Adds a value at the end, or, when interrupted, nothing. Raises LeaflintError when there is no room for it."""
        if len(self._first) < IN_MEMORY:
            self._first.append(value)
        else:
            try:
                self._write(value)
            except OSError as error:
                folder = tempfile.gettempdir()
                raise LeaflintError(f"{folder}: {error.strerror}: make room there, or name another folder in TMPDIR") from None
        self._count += 1

    def __iter__(self) -> Iterator[Value]:
        yield from self._first
        at = 0
        while self._file is not None and at < self._size:
            self._file.seek(at)
            value: Value = pickle.load(self._file)
            at = self._file.tell()
            yield value

    def _write(self, value: Value) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="leaflint-")  # noqa: SIM115 - lives as long as the spool
        self._file.seek(self._size)
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._file.flush()
        self._size = self._file.tell()
