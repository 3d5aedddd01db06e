"""Puts right what can be put right without a doubt, file by file, until nothing more is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.errors import LeaflintError
from lint.files import replace_file
from lint.fixes import Edit, Guard, apply, difference, edits
from lint.pipeline.discover import load_source
from lint.pipeline.review import Reviewer
from lint.pipeline.run import sources
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.readers import read
from lint.types.review import Skipped
from lint.types.text import Document, Source

_ROUNDS = 10  # a fix may show another, such as a word said three times


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right in one file."""

    path: str
    edits: tuple[Edit, ...]
    before: str
    after: str
    encoding: str

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        return difference(self.path, self.before, self.after)


def fix(paths: Sequence[str], settings: Settings, *, unsafe: bool = False, write: bool = True) -> Iterator[Fixed | Skipped]:
    """Fixes every file under the paths that has something to fix, and names those that cannot be read.

    Raises LeaflintError when one cannot be written.
    """
    found = sources(paths, settings)
    reviewer, stages = Reviewer.build(settings), Stages.build(settings)
    for path in found.paths:
        source = load_source(path)
        fixed = source if isinstance(source, Skipped) else _guarded(source, reviewer, stages, unsafe=unsafe)
        if isinstance(fixed, Fixed) and write:
            _write(path, fixed)
        if fixed is not None:
            yield fixed


def _guarded(source: Source, reviewer: Reviewer, stages: Stages, *, unsafe: bool) -> Fixed | Skipped | None:
    """`fix_source`, or why it failed: whatever one file does, the others are still fixed."""
    try:
        return fix_source(source, reviewer, stages, unsafe=unsafe)
    except LeaflintError:
        raise
    except Exception as error:
        return Skipped(source.path, source.part, "document", f"it cannot be fixed: {type(error).__name__}: {error}")


def fix_source(source: Source, reviewer: Reviewer, stages: Stages, *, unsafe: bool = False) -> Fixed | None:
    """A source put right, or None where nothing can be. What is not text with an encoding, such as Word or PDF, is left alone."""
    guard = guard_of(reviewer)
    data, done, first, encoding = source.data, list[Edit](), "", ""
    for _ in range(_ROUNDS):
        documents = [item for item in read(Source(source.path, data, source.part), reviewer.settings.cms) if isinstance(item, Document)]
        text = _text(data, documents)
        if text is None:
            break
        reviews = stages.apply([reviewer.review(document) for document in documents], reviewer.rulebook.rules)
        chosen = _apart(edit for review in reviews for edit in edits(review, text, guard, unsafe=unsafe))
        if not chosen:
            break
        first, encoding = first or text, documents[0].encoding
        after = apply(text, chosen)
        try:
            data = after.encode(encoding)
        except UnicodeEncodeError:
            break
        done += chosen
    return Fixed(source.path, tuple(done), first, data.decode(encoding), encoding) if done else None


def guard_of(reviewer: Reviewer) -> Guard:
    """What no fix may touch, by the names and words that a reviewer knows."""
    drugs, vocabulary = reviewer.corrector.drugs, reviewer.corrector.vocabulary
    return Guard(lambda word: drugs.exact(word) is not None or (bool(drugs.near(word)) and not vocabulary.known(word)), vocabulary.listed)


def _text(data: bytes, documents: Sequence[Document]) -> str | None:
    """The file as text, if its documents count in it and it can be written back byte for byte."""
    if not documents:
        return None
    text, encoding = documents[0].source, documents[0].encoding
    if any(document.source != text or document.encoding != encoding for document in documents):
        return None
    try:
        return text if text.encode(encoding) == data else None
    except (UnicodeEncodeError, LookupError):
        return None


def _apart(found: Iterator[Edit]) -> list[Edit]:
    """Edits of all documents of a file that do not overlap."""
    chosen: list[Edit] = []
    for edit in sorted(found, key=lambda edit: (edit.start, edit.end)):
        if not chosen or chosen[-1].end <= edit.start:
            chosen.append(edit)
    return chosen


def _write(path: Path, fixed: Fixed) -> None:
    if path.read_bytes() != fixed.before.encode(fixed.encoding):
        raise LeaflintError(f"{path}: changed while it was being checked: run again")
    replace_file(path, fixed.after.encode(fixed.encoding))
