"""Starting Spark, and what is said where that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.cluster.session import check_java, retrying, said
from lint.errors import LeaflintError


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
