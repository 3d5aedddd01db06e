"""Tests of `leaflint config`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from lint.config import load_config

TOML = """
jurisdiction = "UK"
words = ["Examplin"]
ignore = ["mixed-spelling"]
[severity]
SPE = "info"
[[overrides]]
files = ["us/**"]
jurisdiction = "US"
ignore = ["CLM103"]
[judge]
url = "https://example.org/v1"
model = "m"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leaflint.toml").write_text(TOML)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["config", *arguments], catch_exceptions=False)


def test_what_is_shown_can_be_read_again(folder: Path) -> None:
    """The output is a configuration that sets the same values."""
    shown = run("show").output
    assert f"# {folder / 'leaflint.toml'}" in shown
    again = folder / "again" / "leaflint.toml"
    again.parent.mkdir()
    again.write_text(shown)
    one, other = load_config(), load_config(again)
    assert (one.jurisdiction, one.words, one.severity, one.judge) == (other.jurisdiction, other.words, other.severity, other.judge)
    assert [o.values for o in one.overrides] == [o.values for o in other.overrides]


def test_what_holds_for_a_file(folder: Path) -> None:
    """For a file the overrides are applied."""
    there, elsewhere = tomllib.loads(run("show", "us/a.md").output), tomllib.loads(run("show", "a.md").output)
    assert (there["jurisdiction"], there["ignore"]) == ("US", ["mixed-spelling", "CLM103"])
    assert (elsewhere["jurisdiction"], elsewhere["ignore"]) == ("UK", ["mixed-spelling"])
    assert "1 of 1 overrides hold" in run("show", "us/a.md").output


def test_without_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults are shown as such."""
    monkeypatch.chdir(tmp_path)
    assert run("show").output.startswith("# defaults")


def test_the_schema(folder: Path) -> None:
    """It is JSON, for editors."""
    assert json.loads(run("schema").output)["title"] == "leaflint.toml"


def test_selection_on_the_command_line(folder: Path) -> None:
    """--select, --ignore and --severity go before the configuration; a rule that nobody has ends with 2."""
    (folder / "a.txt").write_text("Azathioprine is completely safe. It is neccessary.\n")

    def check(*options: str) -> Result:
        return CliRunner().invoke(main, ["check", "a.txt", "--format", "concise", *options], catch_exceptions=False)

    assert check("--select", "SPE").exit_code == 0  # the configuration weighs spelling as information
    assert check("--select", "SPE", "--severity", "SPE101=error").exit_code == 1
    assert "CLM103" not in check("--ignore", "CLM").output
    assert check("--ignore", "CLM999").exit_code == 2
    assert check("--severity", "CLM103").exit_code == 2
