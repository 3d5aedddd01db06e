"""Tests of live reviews need the extras `lsp` and `watch`: without them they are skipped, or fail where LEAFLINT_REQUIRE_EXTRAS asks."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.live.project import Project
from lint.pipeline.review import Reviewer
from lint.pipeline.stages import Stages
from tests.live.session import Session

if os.environ.get("LEAFLINT_REQUIRE_EXTRAS"):
    for name in ("pygls", "watchfiles"):
        importlib.import_module(name)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """An editor that many tests use, each with texts of its own."""
    pytest.importorskip("pygls", reason="leaflint[lsp] is not installed")
    found = Session(tmp_path_factory.mktemp("workspace"))
    yield found
    found.kill()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder for an editor of one's own."""
    pytest.importorskip("pygls", reason="leaflint[lsp] is not installed")
    return tmp_path


@pytest.fixture(scope="session")
def project(reviewer: Reviewer) -> Project:
    """A project without a configuration."""
    return Project(reviewer.settings, reviewer, Stages(reviewer.settings))
