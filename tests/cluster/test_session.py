"""Starting Spark, and what is said where that cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint.cluster.session import LOG, check_java, retrying, said, told_what_to_log
from lint.errors import LeaflintError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@pytest.mark.parametrize(
    ("master", "wanted"),
    [("local", "local[1,4]"), ("local[3]", "local[3,4]"), ("local[*]", "local[*,4]"), ("local[2,9]", "local[2,9]"), ("yarn", "yarn")],
)
def test_a_task_is_tried_again(master: str, wanted: str) -> None:
    """On one machine Spark would give up at the first process that dies."""
    assert retrying(master) == wanted


def java(folder: Path, version: str) -> None:
    """A Java that says its version and does nothing else."""
    (folder / "bin").mkdir()
    (folder / "bin/java").write_text(f"#!/bin/sh\necho '{version}' >&2\n")
    (folder / "bin/java").chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script that is Java")
@pytest.mark.parametrize(
    ("version", "why"),
    [
        ('openjdk version "17.0.15" 2025-04-15', ""), ('openjdk version "21" 2023-09-19', ""), ('java version "1.8.0_412"', "is Java 8"),
        ('openjdk version "11.0.2"', "is Java 11"), ("nonsense", "does not say its version"),
    ],
)  # fmt: skip
def test_java_is_looked_at_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, why: str) -> None:
    """A Java that is too old is named, with a way out."""
    java(tmp_path, version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    if not why:
        check_java()
        return
    with pytest.raises(LeaflintError, match=f"{why}: install Java 17 or later"):
        check_java()


def test_no_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on the path nor in JAVA_HOME."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(LeaflintError, match="Spark needs Java, and there is none: install"):
        check_java()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(LeaflintError, match="there is none in JAVA_HOME"):
        check_java()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", "plain"), ("", "ValueError"),
        ("An error occurred.\n: org.x.Failed: Job aborted\n\tat a.b\nCaused by: java.io.IOException: disk full\n\tat c", "disk full"),
        ("An exception was thrown:\nTraceback (most recent call last):\n  File x\nKeyError: 'a'\n\nmore", "KeyError: 'a'"),
    ],
)  # fmt: skip
def test_the_reason_is_one_line(text: str, wanted: str) -> None:
    """What went wrong is said without the trace that leads there."""
    assert said(ValueError(text)) == wanted


def test_spark_is_quiet(spark: SparkSession) -> None:
    """Nothing of Spark's own from its first line on: neither its profile and levels, nor warnings, nor a bar where there is no terminal."""
    script = """
from lint.cluster.session import started
with started({"spark.master": "local[1]", "spark.ui.enabled": "false"}) as spark:
    assert spark.range(3).count() == 3
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "incubator modules" not in line] == []  # Java's own, before any setting


@pytest.mark.parametrize("options", ["", "-Da=b"])
def test_java_is_told_what_to_log(monkeypatch: pytest.MonkeyPatch, options: str) -> None:
    """The one that starts now, besides what the user tells it; the environment is left as it was."""
    monkeypatch.setenv("SPARK_SUBMIT_OPTS", options)
    with told_what_to_log():
        assert os.environ["SPARK_SUBMIT_OPTS"] == f"{options} -Dlog4j2.configurationFile={LOG.as_uri()}".strip()
    assert os.environ["SPARK_SUBMIT_OPTS"] == options


@pytest.mark.parametrize("variable", ["SPARK_CONF_DIR", "SPARK_HOME"])
def test_a_log_of_the_users_is_followed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str) -> None:
    """Who has a file for it is not overruled."""
    folder = tmp_path if variable == "SPARK_CONF_DIR" else tmp_path / "conf"
    folder.mkdir(exist_ok=True)
    (folder / "log4j2.properties").touch()
    monkeypatch.delenv("SPARK_SUBMIT_OPTS", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    with told_what_to_log():
        assert not os.environ.get("SPARK_SUBMIT_OPTS")
