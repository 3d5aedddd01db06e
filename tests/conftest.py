"""What many tests share: a reviewer, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from tests.runs import Command, write_pages


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    """A reviewer with the shipped rules and references, for US texts."""
    return Reviewer.build(Settings(today="2026-11-24"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder that a first run of the command leaves behind."""
    folder = tmp_path_factory.mktemp("prepared")
    write_pages(folder / "pages", 1)
    command = Command(folder)
    command.run("pages")
    return command.cache.parent
