"""Styled lines."""

from __future__ import annotations

import io

import pytest

from lint.reporters.terminal import Console, Text, cell_len


def written(line: Text, *, color: bool | None) -> str:
    """What a console writes of a line."""
    out = io.StringIO()
    Console(out, color=color).print(line)
    return out.getvalue()


def test_styles_only_where_they_are_wanted() -> None:
    """Nothing but the text where the output is no terminal; codes around each styled part where colour is forced."""
    line = Text("a ")
    line.append("[b]", style="bold red")
    assert written(line, color=None) == "a [b]\n"
    assert written(line, color=True) == "a \x1b[1;31m[b]\x1b[0m\n"
    line.stylize("dim")
    assert written(line, color=True) == "\x1b[2ma \x1b[0m\x1b[1;31;2m[b]\x1b[0m\n"


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR holds on a terminal, and --color goes before it."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Console(Terminal()).styled
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Console(Terminal()).styled
    assert Console(Terminal(), color=True).styled


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("a\u200bb", 2)])
def test_columns(text: str, columns: int) -> None:
    """Wide characters take two columns, marks none."""
    assert cell_len(text) == columns
