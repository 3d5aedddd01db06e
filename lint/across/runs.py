"""Sentences that share runs of words, in pairs: sorted out part by part, so that few of them are in memory at once."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from lint.across.keys import gram_keys
from lint.repeats.pairs import FREQUENT

Rows = NDArray[np.int64]  # of two numbers each
_BITS = 4  # of a number of 63 bits that say in which part its row is
_IN_MEMORY = 1_000_000  # bytes of a part; what is beyond is in a file
_CHUNK = 200_000  # rows that are sorted into parts together


def sharing(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences, given by key and words in order of keys, that share two runs or more; in order, each once.

    A run that more than FREQUENT sentences have proposes nothing.
    """
    grams, pairs = _Parts(), _Parts()
    for rows in _grams(lines):
        grams.add(rows)
    for rows in grams:
        pairs.add(_pairs(rows))
    for rows in pairs:
        yield from zip(*_several(rows).T.tolist(), strict=True)


def _grams(lines: Iterable[tuple[int, str]]) -> Iterator[Rows]:
    """The runs of each sentence, with its key."""
    runs, keys = array("q"), array("q")
    for key, line in lines:
        found = gram_keys(line)
        runs.extend(found)
        keys.extend([key] * len(found))
        if len(runs) >= _CHUNK:
            yield np.column_stack((runs, keys))
            runs, keys = array("q"), array("q")
    yield np.column_stack((runs, keys))


def _pairs(rows: Rows) -> Rows:
    """The sentences that have a run in common, two by two."""
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    begins, counts = _groups(rows[:, :1])
    found = [np.empty((0, 2), np.int64)]
    for count in range(2, FREQUENT + 1):
        keys = rows[begins[counts == count, None] + np.arange(count), 1]
        one, other = np.triu_indices(count, 1)
        found.append(np.column_stack((keys[:, one].ravel(), keys[:, other].ravel())))
    return np.concatenate(found)


def _several(rows: Rows) -> Rows:
    """The pairs that are there several times, in order."""
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    begins, counts = _groups(rows)
    return rows[begins[counts > 1]]


def _groups(rows: Rows) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where equal rows begin, which stand together, and how many there are of each."""
    new = np.ones(len(rows), np.bool_)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    begins = np.flatnonzero(new)
    return begins, np.diff(begins, append=len(rows))


class _Parts:
    """Rows, sorted out by their first number: those of a part come together, the parts in order."""

    def __init__(self) -> None:
        self._files = [tempfile.SpooledTemporaryFile(_IN_MEMORY) for _ in range(1 << _BITS)]  # noqa: SIM115 - they go with it

    def add(self, rows: Rows) -> None:
        """Takes in rows; those of one part keep their order."""
        part = rows[:, 0] >> (63 - _BITS)
        rows = rows[np.argsort(part, kind="stable")]
        ends = np.cumsum(np.bincount(part, minlength=1 << _BITS))
        for file, some in zip(self._files, np.split(rows, ends[:-1]), strict=True):
            file.write(some.tobytes())

    def __iter__(self) -> Iterator[Rows]:
        for file in self._files:
            file.seek(0)
            yield np.frombuffer(file.read(), np.int64).reshape(-1, 2)
            file.close()
