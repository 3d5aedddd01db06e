"""Readers: from a source to documents. One module per format, in an explicit table by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from lint.errors import LeaflintError
from lint.readers import docx, html, markdown, text
from lint.types.review import Skipped
from lint.types.text import Document, Source

Reader = Callable[[Source], Iterator[Document | Skipped]]

READERS: Mapping[str, Reader] = {
    ".docx": docx.read,
    ".htm": html.read,
    ".html": html.read,
    ".markdown": markdown.read,
    ".md": markdown.read,
    ".text": text.read,
    ".txt": text.read,
    ".xhtml": html.read,
}


def read(source: Source) -> Iterator[Document | Skipped]:
    """The documents of a source, by its suffix. Raises LeaflintError for a format that no reader knows."""
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix not in READERS:
        raise LeaflintError(f"{source.path}: unknown format {suffix or 'without a suffix'}: leaflint reads {', '.join(sorted(READERS))}")
    for found in READERS[suffix](source):
        if isinstance(found, Document) and not found.blocks:
            yield Skipped(source.path, source.part, "document", "it holds no text to check")
        else:
            yield found
