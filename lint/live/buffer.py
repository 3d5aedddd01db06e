"""A text as it stands in an editor, and its review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from lint.errors import LeaflintError
from lint.live.project import Project, Projects
from lint.pipeline.settings import Settings
from lint.readers import EXTRACTED, READERS
from lint.types.review import Claim, DocumentReview, Finding, Skipped
from lint.types.text import Document, Source

_SUFFIXES = {"html": ".html", "markdown": ".md", "mdx": ".mdx", "plaintext": ".txt", "text": ".txt"}  # by the editor's name of a language


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text in an editor: what is on the disk does not matter."""

    uri: str
    path: Path  # absolute; of a text that was never saved, where it would be
    text: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A buffer with all that was found out about it."""

    buffer: Buffer
    project: Project | None  # None where there was no review
    documents: tuple[tuple[Document, DocumentReview], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    failure: str = ""  # what to tell the user once: a configuration that cannot be used

    def findings(self) -> Iterator[tuple[Document, Finding]]:
        """The findings that count."""
        for document, review in self.documents:
            yield from ((document, found) for found in review.findings if found.disposition == "open")

    def claims_at(self, offset: int) -> Iterator[Claim]:
        """The claims that an offset stands in."""
        for _, review in self.documents:
            yield from (claim for claim in review.claims if claim.place.start <= offset <= claim.place.end)

    def gaps(self) -> Iterator[Skipped]:
        """What was not checked."""
        yield from self.skipped
        for _, review in self.documents:
            yield from review.skipped


def path_in_editor(path: Path, language: str) -> Path | None:
    """The path by which a text is read: its own, or with the suffix of its language; None for what is no text of leaflint's."""
    if path.suffix.lower() in READERS:
        return path if path.suffix.lower() not in EXTRACTED else None
    suffix = _SUFFIXES.get(language)
    return path.with_name(path.name + suffix) if suffix else None


def review_buffer(buffer: Buffer, projects: Projects) -> Reviewed:
    """Reviews a buffer under the configuration of its folder. A configuration that cannot be used is a gap, never an error."""
    path = buffer.path.as_posix()
    if not buffer.text.strip():
        return Reviewed(buffer, None)  # nothing was written yet
    try:
        project = projects.of(buffer.path.parent)
    except LeaflintError as error:
        return Reviewed(buffer, None, skipped=(Skipped(path, "", "document", str(error)),), failure=str(error))
    if left_out(buffer.path, project.settings):
        return Reviewed(buffer, project)
    items = tuple(project.read(Source(path, buffer.text.encode("utf-8", "replace"))))
    documents = [item for item in items if not isinstance(item, Skipped)]
    reviews, gaps = project.finish([review for _, review in documents])
    skipped = (*(item for item in items if isinstance(item, Skipped)), *gaps, *project.gaps)
    return Reviewed(buffer, project, tuple(zip((document for document, _ in documents), reviews, strict=True)), skipped)


def left_out(path: Path, settings: Settings) -> bool:
    """Whether the configuration leaves a file out, as a check of its folder would."""
    name = settings.name_of(path.as_posix())
    return bool(settings.include and not _spec(settings.include).match_file(name)) or _spec(settings.exclude).match_file(name)


def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(globs)
