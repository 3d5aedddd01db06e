"""Reporters: a run's reviews written in some format, in an explicit table. They know nothing of the command line."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lint.types.review import DocumentReview, Run

Put = Callable[[str, bytes], None]  # writes a file, by its name below a folder


@dataclass(frozen=True, slots=True)
class Reporter:
    """A way of writing reviews. Its module is imported when it is first used."""

    module: str
    name: str = "write"  # the function in it
    needs_path: bool = False  # not for a terminal
    binary: bool = False  # writes bytes
    shows_text: bool = False  # needs the documents themselves (Settings.keep_text)
    ledger: bool = True  # shows claims and requirements too
    folder: str = ""  # the function that writes a folder: one file for each document, and an index

    def __call__(self, run: Run, reviews: Iterable[DocumentReview], out: IO[Any]) -> None:
        """Writes one report of all reviews."""
        getattr(importlib.import_module(self.module), self.name)(run, reviews, out)

    def write_folder(self, run: Run, reviews: Iterable[DocumentReview], put: Put) -> None:
        """Writes a report for each document."""
        getattr(importlib.import_module(self.module), self.folder)(run, reviews, put)


REPORTERS: Mapping[str, Reporter] = {
    "text": Reporter("lint.reporters.text"),
    "html": Reporter("lint.reporters.html", needs_path=True, shows_text=True, folder="write_folder"),
    "docx": Reporter("lint.reporters.docx", needs_path=True, binary=True, shows_text=True, folder="write_folder"),
    "json": Reporter("lint.reporters.json"),
    "markdown": Reporter("lint.reporters.markdown"),
    "sarif": Reporter("lint.reporters.sarif", ledger=False),
    "github": Reporter("lint.reporters.lines", "github", ledger=False),
    "concise": Reporter("lint.reporters.lines", "concise", ledger=False),
    "csv": Reporter("lint.reporters.lines", "csv", ledger=False),
    "junit": Reporter("lint.reporters.lines", "junit", ledger=False),
    "checkstyle": Reporter("lint.reporters.lines", "checkstyle", ledger=False),
    "rdjson": Reporter("lint.reporters.lines", "rdjson", shows_text=True, ledger=False),
}
