"""Names of the files that stand for documents in a folder of reports."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint.types.review import DocumentInfo

_LONGEST = 120


class FileNames:
    """Gives each document a file name of its own: its path and part, with what file systems dislike replaced."""

    def __init__(self, suffix: str, taken: Iterable[str] = ()) -> None:
        self.suffix = suffix
        self._taken = set(taken)

    def of(self, info: DocumentInfo) -> str:
        """The file name of a document; a second document of the same name gets a number."""
        whole = f"{info.path.lstrip('./')}-{info.part.strip('/')}" if info.part else info.path.lstrip("./")
        stem = re.sub(r"[^\w.-]+", "-", whole).strip("-.")[-_LONGEST:] or "document"
        name, number = stem, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.lower())
        return name + self.suffix
