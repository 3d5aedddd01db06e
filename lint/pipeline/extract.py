"""The text that is read from one file, without a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.errors import LeaflintError
from lint.pipeline.discover import discover, load_source
from lint.readers import extracted, read
from lint.readers.omitted import left_out
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Source


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read."""

    texts: tuple[tuple[str, str], ...]  # (part, text) of each document
    gaps: tuple[Skipped, ...]  # what the documents leave out
    failed: tuple[Skipped, ...]  # what could not be read


def extract(path: str, cms: Sequence[CmsFields] = (), stdin: Source | None = None) -> Extract:
    """The texts of a file, or of `stdin` where that is given. Raises LeaflintError for a path that cannot be used."""
    if stdin is None and Path(path).is_dir():
        raise LeaflintError(f"{path}: a folder: name one file")
    source = stdin or load_source(discover([Path(path)], cms=cms).paths[0])
    found = [source] if isinstance(source, Skipped) else list(read(source, cms))
    documents = [item for item in found if not isinstance(item, Skipped)]
    return Extract(
        texts=tuple((document.part, extracted(document)) for document in documents),
        gaps=tuple(gap for document in documents for gap in left_out(document)),
        failed=tuple(item for item in found if isinstance(item, Skipped)),
    )
