"""The page about editors names only what there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from lint.cli.lsp import command as lsp
from lint.cli.watch import command as watch

GUIDE = (Path(__file__).parent.parent.parent / "docs/editors.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def test_set_ups_can_be_read() -> None:
    """What is to be pasted into a settings file is valid there, and starts the server."""
    (code,) = map(json.loads, blocks("json"))
    assert (code["glspc.server.command"], code["glspc.server.commandArguments"]) == ("leaflint", ["lsp"])
    (helix,) = map(tomllib.loads, blocks("toml"))
    assert helix["language-server"]["leaflint"] == {"command": "leaflint", "args": ["lsp"]}
    assert all(language["language-servers"] == ["leaflint"] for language in helix["language"])
    (neovim,) = blocks("lua")
    assert 'cmd = { "leaflint", "lsp" }' in neovim
    assert neovim.count("{") == neovim.count("}")
    assert neovim.count("(") == neovim.count(")")


def test_what_is_named_exists() -> None:
    """Options, actions and codes are called as the program calls them."""
    options = {option for one in (lsp, watch) for parameter in one.params for option in parameter.opts}
    assert set(re.findall(r"leaflint (?:lsp|watch)[^`\n]* (--[\w-]+)", GUIDE)) <= options
    pytest.importorskip("lsprotocol", reason="leaflint[lsp] is not installed")
    from lint.live.actions import FIX_ALL
    from lint.live.diagnostics import NOT_CHECKED

    assert f"`{FIX_ALL}`" in GUIDE
    assert f"`{NOT_CHECKED}`" in GUIDE
