"""What the tests of readers share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.readers import read
from lint.types.text import Document, Source

Read = Callable[[str, bytes | str], Document]


@pytest.fixture
def document() -> Read:
    """Reads the one document of a source; fails where there is none."""

    def made(path: str, data: bytes | str) -> Document:
        found = next(iter(read(Source(path, data.encode() if isinstance(data, str) else data))))
        assert isinstance(found, Document), found
        return found

    return made


def passages(document: Document) -> list[tuple[str, str]]:
    """The kind and words of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    """The words of each block."""
    return [text for _, text in passages(document)]


def omitted(document: Document) -> list[tuple[str, str]]:
    """What is left out, and its source."""
    return [(gap.what, document.source[gap.start : gap.end]) for gap in document.omitted]
