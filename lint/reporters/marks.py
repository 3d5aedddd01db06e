"""The signs of the text report, with an ASCII set for outputs that cannot show others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs for evidence, cut lines and the states of requirements."""

    evidence: str
    cut: str
    unchecked: str
    status: Mapping[str, str]


_UNICODE = Marks("→", "…", "?", {"present": "✓", "inadequate": "~", "missing": "✗", "not-applicable": "–", "not-checked": "?"})
_ASCII = Marks("->", "...", "?", {"present": "+", "inadequate": "~", "missing": "x", "not-applicable": "-", "not-checked": "?"})


def marks_for(out: TextIO) -> Marks:
    """The set that an output can show."""
    try:
        "→…✓✗–“”".encode(out.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return _ASCII
    return _UNICODE
