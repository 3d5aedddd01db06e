"""Columns in UTF-8 bytes, for formats that count so; in time linear in the source, however long its lines."""

from __future__ import annotations

_STEP = 4096  # code points between known places


class ByteColumns:
    """Turns columns of a source into columns of its UTF-8 bytes."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._known = [0]
        if not source.isascii():
            for start in range(0, len(source), _STEP):
                self._known.append(self._known[-1] + _length(source[start : start + _STEP]))

    def column(self, offset: int, column: int) -> int:
        """The byte column, from 1, of the source's code point `offset`, which is column `column`, from 1."""
        if len(self._known) == 1:
            return column
        return self._before(offset) - self._before(offset - column + 1) + 1

    def _before(self, offset: int) -> int:
        step = offset // _STEP
        return self._known[step] + _length(self._source[step * _STEP : offset])


def _length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
