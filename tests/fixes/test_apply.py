"""Tests of applying edits and showing them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lint.fixes import Edit, apply, difference

EDIT = Edit(4, 7, "teh", "the", "SPE101", 1)


def test_only_the_words_change() -> None:
    """Everything between the edits stays as it is."""
    text = "See teh\r\nend of teh\rday."
    assert apply(text, [Edit(16, 19, "teh", "the", "SPE101", 2), EDIT]) == "See the\r\nend of the\rday."


@pytest.mark.parametrize("text", ["See teh end.\nNext.\n", "See teh end.", "\r\nSee teh\r\nend.\r\n", "a\rSee teh end.\rx\n"])
def test_the_difference_is_one_that_git_applies(tmp_path: Path, text: str) -> None:
    """What `--diff` prints is a patch: applied, it gives what `--fix` writes, whatever the line ends."""
    at = text.index("teh")
    fixed = apply(text, [Edit(at, at + 3, "teh", "the", "SPE101", 1)])
    (tmp_path / "a.txt").write_bytes(text.encode())
    patch = difference("a.txt", text, fixed).encode()
    done = subprocess.run(["git", "apply", "--unidiff-zero", "-"], input=patch, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.txt").read_bytes() == fixed.encode()
