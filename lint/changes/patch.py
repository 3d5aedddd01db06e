"""Reads a patch without context lines: which lines of the new files it touches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_NAMED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_BARE_CR = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The changed lines of one file."""

    ranges: tuple[tuple[int, int], ...] = ()  # (first, last), from 1, sorted
    whole: bool = False  # every line counts as changed: a file that Git does not know or cannot compare
    touched: bool = False  # something changed, if only lines that are gone

    def __bool__(self) -> bool:
        return self.whole or self.touched

    def hold(self, first: int, last: int, context: int = 0) -> bool:
        """Whether one of the lines first to last is changed, or is within `context` lines of a changed one."""
        return self.whole or any(start - context <= last and first <= end + context for start, end in self.ranges)


def changed_lines(patch: bytes, read: Callable[[str], bytes]) -> dict[str, Lines]:
    """The changed lines of each file of a patch, by its new path. `read` gives a file's bytes, to count lines that end in a bare CR."""
    found: dict[str, Lines] = {}
    for path, ranges, whole in _files(patch):
        data = read(path) if ranges else b""
        if _BARE_CR.search(data):
            ranges = _recounted(ranges, data)
        found[path] = Lines(tuple(ranges), whole, True)
    return found


def _files(patch: bytes) -> Iterator[tuple[str, list[tuple[int, int]], bool]]:
    """Each changed file's new path, changed ranges, and whether it is binary. Hunks are taken by their counts, whatever a text holds."""
    lines = patch.split(b"\n")
    path, ranges, whole, changed, at = "", list[tuple[int, int]](), False, False, 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith(b"diff --git "):
            if changed:
                yield path, ranges, whole
            path, ranges, whole, changed = _same(line[11:]), [], False, False
        elif line.startswith(b"+++ "):
            path = _path(line[4:])
        elif line.startswith(b"rename to "):
            path = _path(line[10:], "")
        elif line.startswith(b"Binary files "):
            whole = changed = True
        elif hunk := _HUNK.match(line):
            gone, start, new = (int(number) if number else 1 for number in (hunk[1], hunk[2], hunk[3]))
            ranges += [(start, start + new - 1)] if new else []
            changed, left = True, gone + new
            while left and at < len(lines):
                left -= not lines[at].startswith(b"\\")
                at += 1
    if changed:
        yield path, ranges, whole


def _same(names: bytes) -> str:
    """The path in a heading of a file that was not renamed: `a/NAME b/NAME`, quoted or not."""
    return _path(names[len(names) // 2 + 1 :])


def _path(written: bytes, prefix: str = "b/") -> str:
    """A path as Git writes it: quoted like a C string where it holds unusual characters."""
    plain = written.rstrip(b"\r").removesuffix(b"\t")
    if plain.startswith(b'"') and plain.endswith(b'"'):
        plain = _ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if len(m[1]) == 3 else _NAMED.get(m[1], m[1]), plain[1:-1])
    return plain.decode("utf-8", "surrogateescape").removeprefix(prefix)


def _recounted(ranges: list[tuple[int, int]], data: bytes) -> list[tuple[int, int]]:
    """Ranges of lines that end at LF, as ranges of lines that end at LF, CRLF or CR."""
    ends = [0, *(match.end() for match in re.finditer(rb"\n", data)), len(data)]
    starts = [match.end() for match in re.finditer(rb"\r\n|\n|\r", data)]

    def line(offset: int) -> int:
        return bisect_right(starts, offset) + 1

    return [(line(ends[first - 1]), line(max(ends[first - 1], ends[min(last, len(ends) - 1)] - 1))) for first, last in ranges]
