"""What reviews the texts of a project: made once, and anew when the configuration or a file that it names has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from lint.pipeline.across import across, read_standards
from lint.pipeline.joined import with_findings
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.readers import read
from lint.types.digest import Digest
from lint.types.review import DocumentReview, Skipped
from lint.types.text import Document, Source

_MOST = 4  # projects that are kept; each holds its references and word lists

Load = Callable[[Path], Settings]  # the settings for texts in a folder; raises LeaflintError
Stamp = tuple[tuple[str, int, int], ...]  # (path, time of change, size) of every file that the settings name


@dataclass(frozen=True, slots=True)
class Project:
    """What reviews the texts under one configuration."""

    settings: Settings
    reviewer: Reviewer
    stages: Stages
    standards: tuple[Digest, ...] = ()  # of the approved texts
    gaps: tuple[Skipped, ...] = ()  # what no text is checked for

    @classmethod
    def build(cls, settings: Settings) -> Project:
        """Raises LeaflintError when a rule, reference or decision cannot be used."""
        reviewer = Reviewer.build(settings)
        standards, unread = read_standards(settings.boilerplate, reviewer)
        return cls(settings, reviewer, Stages.build(settings), standards, (*reviewer.gaps, *unread))

    def read(self, source: Source) -> Iterator[tuple[Document, DocumentReview] | Skipped]:
        """Each document of a source with its review, or why there is none; `finish` makes the reviews complete."""
        for document in read(source, self.settings.cms):
            yield document if isinstance(document, Skipped) else (document, self.reviewer.review(document))

    def finish(self, reviews: Sequence[DocumentReview]) -> tuple[tuple[DocumentReview, ...], tuple[Skipped, ...]]:
        """The reviews, in their order, after the stages that follow the checks; and what could not be done."""
        digests = (review.digest for review in reviews if review.digest is not None)
        by_document, gaps = across(digests, self.reviewer, self.standards)
        compared = (with_findings(review, by_document) for review in reviews)
        return tuple(self.stages.apply(compared, self.reviewer.rulebook.rules)), gaps


class Projects:
    """The projects that texts belong to, by their root. May be used from several threads."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._known: dict[Path, tuple[Settings, Stamp, Project]] = {}
        self._lock = threading.Lock()

    def of(self, folder: Path) -> Project:
        """The project of texts in a folder, as its files are now. Raises LeaflintError when they cannot be used."""
        settings = self._load(folder)
        with self._lock:
            stamp = stamp_of(settings)
            known = self._known.pop(settings.root, None)
            if known is None or known[:2] != (settings, stamp):
                known = (settings, stamp, Project.build(settings))
            self._known[settings.root] = known
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
            return known[2]


def files_of(settings: Settings) -> tuple[Path, ...]:
    """The files and folders that the settings name: references, rules, decisions, baseline."""
    found: list[Path] = []
    for field in fields(settings):
        value = getattr(settings, field.name)
        found += [item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Path)]
    return tuple(path for path in dict.fromkeys(found) if path != settings.root)


def stamp_of(settings: Settings) -> Stamp:
    """What changes when one of the files that the settings name does."""
    return tuple(entry for path in files_of(settings) for entry in entries(path))


def entries(path: Path) -> Iterator[tuple[str, int, int]]:
    """What a file, or each below a folder, is known by: (path, time of change, size)."""
    try:
        state = path.stat()
        yield (str(path), state.st_mtime_ns, state.st_size)
        if path.is_dir():
            with os.scandir(path) as inside:
                for entry in sorted(inside, key=lambda entry: entry.name):
                    yield from entries(Path(entry.path))
    except OSError:
        yield (str(path), 0, 0)
