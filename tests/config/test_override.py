"""Tests of overrides by glob."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config import Override, below_folder


@pytest.mark.parametrize(
    ("globs", "path", "covered"),
    [
        (("uk/**",), "uk/a/b.md", True),
        (("uk/",), "uk/a.md", True),
        (("*.uk.md",), "deep/x.uk.md", True),
        (("/x.md",), "deep/x.md", False),
        (("uk/**", "!uk/us.md"), "uk/us.md", False),
    ],
)
def test_globs_are_those_of_gitignore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, globs: tuple[str, ...], path: str, covered: bool
) -> None:
    """Globs count from the folder of the configuration and read as in .gitignore, whatever way the path is written."""
    monkeypatch.chdir(tmp_path)
    override = Override(tmp_path, globs, ())
    assert override.covers(path) is covered
    assert override.covers(str(tmp_path / path)) is covered


def test_outside_is_not_covered(tmp_path: Path) -> None:
    """A file outside of the project is never one of its files."""
    (tmp_path / "in").mkdir()
    assert below_folder(tmp_path / "in", str(tmp_path / "out.md")) is None
    assert not Override(tmp_path / "in", ("**",), ()).covers(str(tmp_path / "out.md"))
