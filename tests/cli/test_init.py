"""Tests of `leaflint init`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from lint.config import load_config


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site in the working folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("README.md", "pages/a.md", "pages/b.md", "welcome.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Azathioprine is completely safe.\n")
    return tmp_path


def run(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments], input=said, catch_exceptions=False)


def test_a_first_configuration(folder: Path) -> None:
    """It finds the texts, leaves out files about the project, and writes a file that holds and says what comes next."""
    result = run("init", "--jurisdiction", "UK")
    assert result.exit_code == 0
    assert "3 texts: . (1), pages (2)" in result.output
    assert "left out, as files about the project: README.md" in result.output
    assert "Next: leaflint check pages welcome.txt" in result.output
    config = load_config()
    assert (config.jurisdiction, config.exclude, config.baseline) == ("UK", ("/README.md",), None)
    assert run("check", "pages", "welcome.txt").exit_code == 1


def test_every_line_that_is_commented_out_would_hold(folder: Path) -> None:
    """What the file suggests can be switched on as it stands."""
    run("init")
    path = folder / "leaflint.toml"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line.removeprefix("# ") if "=" in line or "[[" in line else line for line in lines))
    config = load_config()
    assert config.never_suppress == ("SAF",)
    assert config.overrides[0].files == ("blog/**",)


def test_with_a_baseline(folder: Path) -> None:
    """With a baseline only what comes later counts."""
    result = run("init", "--baseline")
    assert "findings are set aside in .leaflint-baseline" in result.output
    assert run("check", "pages", "welcome.txt").exit_code == 0
    (folder / "pages/a.md").write_text("Azathioprine cures rheumatoid arthritis for good.\n")
    assert run("check", "pages", "welcome.txt").exit_code == 1


def test_what_is_there_is_not_overwritten(folder: Path) -> None:
    """A folder that has a configuration keeps it."""
    (folder / "leaflint.toml").write_text("words = []\n")
    result = run("init")
    assert result.exit_code == 2
    assert "there is a configuration already" in result.output
    assert (folder / "leaflint.toml").read_text() == "words = []\n"


def test_nothing_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without texts there is nothing to configure."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("A project.\n")
    result = run("init")
    assert result.exit_code == 2
    assert not (tmp_path / "leaflint.toml").exists()
