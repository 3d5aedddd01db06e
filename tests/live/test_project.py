"""A project is made once, and anew when its configuration or a file that it names has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.cli.options import settings_of
from lint.config import load_config
from lint.errors import LeaflintError
from lint.live import project as project_module
from lint.live.project import Projects
from lint.pipeline.settings import Settings


class Stub:
    """Stands for a project; making a real one takes a second."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    build = classmethod(lambda cls, settings: cls(settings))


@pytest.fixture
def projects(monkeypatch: pytest.MonkeyPatch) -> Projects:
    monkeypatch.setattr(project_module, "Project", Stub)
    return Projects(lambda folder: settings_of(load_config(start=folder), today="2026-11-24"))


def test_it_is_made_once(tmp_path: Path, projects: Projects) -> None:
    """Texts in all folders under one configuration share a project; those under another have their own."""
    (tmp_path / "leaflint.toml").write_text("")
    other = tmp_path / "uk"
    other.mkdir()
    first = projects.of(tmp_path)
    assert projects.of(tmp_path / "deep") is first
    (other / "leaflint.toml").write_text('jurisdiction = "UK"\n')
    assert projects.of(other) is not first
    assert projects.of(tmp_path) is first


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leaflint.toml", 'extend = "base.toml"\nword-lists = "words.txt"\njurisdiction = "EU"\n'),
        ("base.toml", 'ignore = ["CLM"]\n'),
        ("words.txt", "newword\n"),
        ("references/drug.yaml", "schema: leaflint-reference/1\nchanged: yes\n"),
        ("decisions.toml", 'schema = "leaflint-decisions/1"\n# changed\n'),
    ],
)
def test_it_follows_its_files(tmp_path: Path, projects: Projects, name: str, content: str) -> None:
    """A change of any file that has a say makes a new project."""
    (tmp_path / "references").mkdir()
    (tmp_path / "leaflint.toml").write_text('extend = "base.toml"\nword-lists = "words.txt"\n')
    (tmp_path / "base.toml").write_text("")
    (tmp_path / "words.txt").write_text("word\n")
    (tmp_path / "references/drug.yaml").write_text("schema: leaflint-reference/1\n")
    (tmp_path / "decisions.toml").write_text('schema = "leaflint-decisions/1"\n')
    first = projects.of(tmp_path)
    assert projects.of(tmp_path) is first
    (tmp_path / name).write_text(content)
    assert projects.of(tmp_path) is not first


def test_a_fault_is_an_error_until_it_is_put_right(tmp_path: Path, projects: Projects) -> None:
    """A configuration that cannot be read is never taken for none."""
    (tmp_path / "leaflint.toml").write_text("")
    first = projects.of(tmp_path)
    (tmp_path / "leaflint.toml").write_text("nonsense = 1\n")
    with pytest.raises(LeaflintError, match="nonsense"):
        projects.of(tmp_path)
    (tmp_path / "leaflint.toml").write_text("")
    assert projects.of(tmp_path) is first


def test_few_are_kept(tmp_path: Path, projects: Projects) -> None:
    """What is not used any more makes room."""
    folders = [tmp_path / str(number) for number in range(6)]
    for folder in folders:
        folder.mkdir()
        (folder / "leaflint.toml").write_text("")
    made = [projects.of(folder) for folder in folders]
    assert projects.of(folders[-1]) is made[-1]
    assert projects.of(folders[0]) is not made[0]
