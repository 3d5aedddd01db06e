"""Applies fixes to a source, and shows what they would change."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from lint.fixes.plan import Edit


def apply(source: str, edits: Iterable[Edit]) -> str:
    """The source with its words replaced; everything else, line ends too, stays as it is."""
    made, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        made += [source[at : edit.start], edit.after]
        at = edit.end
    return "".join([*made, source[at:]])


def difference(path: str, before: str, after: str) -> str:
    """The change as a unified diff, which `git apply` and `patch` take."""
    old, new = (text.splitlines(keepends=True) if "\r" not in text else _lines(text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines that end at LF only, as diff tools count them."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
