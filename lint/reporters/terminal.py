"""Styled lines for a terminal. Rich does more, and takes a third of the time that a run from the cache has."""

from __future__ import annotations

import os
import unicodedata
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36"}


class Text:
    """A line in parts, each with a style such as “bold red”; it is written as it stands, whatever it holds."""

    def __init__(self, text: str = "", style: str = "") -> None:
        self.parts = [(text, style)]

    def append(self, text: str, style: str = "") -> None:
        """Adds a part."""
        self.parts.append((text, style))

    def stylize(self, style: str) -> None:
        """Gives the whole line a style."""
        self.parts = [(text, f"{own} {style}".strip()) for text, own in self.parts]


class Console:
    """Writes lines to an output, with styles if it is a terminal that wants them or `color` says so."""

    def __init__(self, out: TextIO, *, color: bool | None = None) -> None:
        self.out = out
        wanted = out.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self.styled = wanted if color is None else color

    def print(self, line: Text | None = None) -> None:
        """Writes one line."""
        self.out.write("".join(map(self._part, line.parts)) + "\n" if line else "\n")

    def _part(self, part: tuple[str, str]) -> str:
        text, style = part
        if not (self.styled and style and text):
            return text
        codes = ";".join(_CODES[name] for name in style.split())
        return f"\x1b[{codes}m{text}\x1b[0m"


def cell_len(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf") else _wide(c) for c in text)


def _wide(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
