"""`leaflint check --engine spark`, from the command to its exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from lint.cli import main

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TEXT = "# Azathioprine\n\nAzathioprine is completely safe and cures arthritis.\n"


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "pages", "--today", "2026-11-24", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two pages and an image."""
    (tmp_path / "pages").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "pages" / name).write_text(TEXT)
    (tmp_path / "pages/c.png").write_text("x")
    (tmp_path / "leaflint.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lint.cluster.table.SHOWN", 2)
    return tmp_path


def test_the_counts_are_those_of_the_local_engine(spark: SparkSession, project: Path) -> None:
    """The last line, the notes and the exit code are the same; the rest lies in the directory."""
    local, found = check("--no-cache"), check("--engine", "spark", "--format", "jsonl:out")
    assert (found.exit_code, found.stderr) == (local.exit_code, local.stderr) == (1, found.stderr)
    assert "passed over 1 files" in found.stderr
    assert found.stdout.splitlines()[-1] == local.stdout.splitlines()[-1]
    assert "more findings: see out" in found.stdout
    assert (project / "out/_SUCCESS").exists()


def test_what_cannot_be_read_ends_with_3(spark: SparkSession, project: Path) -> None:
    """A gap outranks findings, and is told; without a directory that is said too."""
    (project / "pages/broken.md").write_bytes(b"\x00\x01\x02 not a text \x00")
    found = check("--engine", "spark", "--fail-on", "never")
    assert found.exit_code == 3
    assert "broken.md: document: " in found.stdout
    assert "keep them with --format parquet:DIR or jsonl:DIR" in found.stdout


def test_findings_below_the_limit_end_with_0(spark: SparkSession, project: Path) -> None:
    """The exit code follows --fail-on."""
    assert check("--engine", "spark", "--select", "DUP", "--fail-on", "error").exit_code == 0
