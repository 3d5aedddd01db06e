"""The signs of the text report, with an ASCII set for outputs that cannot show others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TextIO

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "\u00a0": " ", "°": " deg "})


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs for evidence, cut lines and the states of requirements."""

    evidence: str
    cut: str
    unchecked: str
    status: Mapping[str, str]
    encoding: str = ""  # of an output that cannot show everything; empty: it can

    def shown(self, text: str) -> str:
        """The text as the output can show it: typographic marks become plain ones, the rest “?”."""
        return text.translate(_PLAIN).encode(self.encoding, errors="replace").decode(self.encoding) if self.encoding else text


UNICODE = Marks("→", "…", "?", {"present": "✓", "inadequate": "~", "missing": "✗", "not-applicable": "–", "not-checked": "?"})
_ASCII = Marks("->", "...", "?", {"present": "+", "inadequate": "~", "missing": "x", "not-applicable": "-", "not-checked": "?"})


def marks_for(out: TextIO) -> Marks:
    """The set that an output can show."""
    try:
        "→…✓✗–“”".encode(out.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return replace(_ASCII, encoding=out.encoding or "ascii")
    return UNICODE


class Plain:
    """An output that is given only what it can show."""

    def __init__(self, out: TextIO, marks: Marks) -> None:
        self.out = out
        self.encoding = out.encoding or "ascii"
        self._marks = marks

    def write(self, text: str) -> int:
        """Writes the text as far as the encoding goes."""
        return self.out.write(self._marks.shown(text))

    def flush(self) -> None:
        """Flushes the output."""
        self.out.flush()

    def isatty(self) -> bool:
        """Whether the output is a terminal."""
        return self.out.isatty()
