"""What many tests share: a reviewer, built once."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    """A reviewer with the shipped rules and references, for US texts."""
    return Reviewer.build(Settings(today="2026-11-24"))
