"""The command group: errors of leaflint's own, and of the world around it, end with a message and a code."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli import main
from lint.cli.group import COMMANDS
from lint.errors import LeaflintError


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_there(name: str) -> None:
    """Under its name, with its one line of help as the list has it."""
    module, said = COMMANDS[name]
    command = importlib.import_module(module).command
    assert (command.name, command.short_help) == (name, said)


@pytest.mark.parametrize(("typed", "hint"), [("chekc", "Did you mean 'check'?"), ("frobnicate", "There are baseline, cache, check")])
def test_a_command_that_is_not_there(typed: str, hint: str) -> None:
    """The nearest is offered, else all are named."""
    found = CliRunner().invoke(main, [typed, "x"])
    assert found.exit_code == 2
    assert hint in found.stderr


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (LeaflintError("a.md: no"), 2, "leaflint: a.md: no\n"),
        (PermissionError(13, "Permission denied", "b.md"), 2, "leaflint: b.md: Permission denied\n"),
        (OSError("odd"), 2, "leaflint: odd\n"),
        (KeyboardInterrupt(), 130, "leaflint: interrupted\n"),
        (KeyboardInterrupt("half is done"), 130, "leaflint: interrupted: half is done\n"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_what_goes_wrong_is_said(monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str) -> None:
    """On standard error, in one line, without a trace."""

    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr("lint.config.load_config", fail)
    found = CliRunner().invoke(main, ["config", "show"])
    assert (found.exit_code, found.stderr, found.stdout) == (code, said, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs head")
def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    """A pipe that is closed early ends the command without a word."""
    command = f"{sys.executable} -m lint rules list | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("CLM1")
    assert done.stderr == ""
