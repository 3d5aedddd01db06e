"""`--engine spark`, as far as it goes without Spark."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli import main


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and output of a command."""
    found = CliRunner().invoke(main, ["check", *arguments])
    return found.exit_code, found.output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--format", "parquet:out"), "--format parquet goes with --engine spark"),
        (("--spark-conf", "spark.master=local"), "--spark-conf goes with --engine spark"),
        (("--engine", "spark", "--spark-conf", "master"), "write it as spark.master=local[4]"),
        (("--engine", "spark", "--format", "jsonl"), "jsonl is a directory"),
        (("--engine", "spark", "--format", "sarif:x.sarif"), "sarif needs all reviews in one place"),
        (("--engine", "spark", "--fix"), "--fix does not go with --engine spark"),
        (("--engine", "spark", "--workers", "2"), "--workers does not go with --engine spark"),
        (("--engine", "spark", "-"), "standard input cannot be read with --engine spark"),
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, arguments: tuple[str, ...], why: str) -> None:
    """Each ends with 2 and a way out, before Spark is started."""
    (tmp_path / "a.md").write_text("Take it.")
    code, output = run(str(tmp_path), *arguments)
    assert code == 2
    assert why in output


def test_without_pyspark_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert run(str(tmp_path), "--engine", "spark") == (2, "leaflint: pyspark is not installed: install leaflint[spark]\n")


def test_without_java_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run ends with 2 where Spark cannot start."""
    pytest.importorskip("pyspark", reason="needs leaflint[spark]")
    from pyspark.sql import SparkSession

    monkeypatch.setattr(SparkSession, "getActiveSession", lambda: None)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    code, output = run(str(tmp_path), "--engine", "spark")
    assert code == 2
    assert "Spark needs Java" in output
