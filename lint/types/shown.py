"""Texts as messages and reports show them: on one line, no longer than there is room."""

from __future__ import annotations


def one_line(text: str) -> str:
    """The text with white space collapsed."""
    return " ".join(text.split())


def shortened(text: str, limit: int = 120) -> str:
    """The text on one line, cut at a word with an ellipsis to at most `limit` code points."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 2].rsplit(" ", 1)[0] + " …"
