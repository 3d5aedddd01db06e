"""Finds the documents under the given paths, and says what it passed over and why."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lint.errors import LeaflintError
from lint.pipeline.ignore import Ignore
from lint.readers import check_known, is_known, known_suffixes
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Source

MOST_BYTES = 200_000_000  # of one file
_REVIEW, _HEAD = b'<meta name="generator" content="leaflint ', 2_000  # how a review is known, within so many bytes
_PASSED_BY = frozenset(["node_modules", "__pycache__"])  # besides every hidden folder


@dataclass(frozen=True, slots=True)
class Discovered:
    """What stands under some paths."""

    paths: tuple[Path, ...]  # documents, each once, sorted
    skipped: tuple[Skipped, ...]  # what was asked for and cannot be read
    unknown: int  # files in folders whose format no reader knows: not candidates
    excluded: int = 0  # named files that are excluded all the same


@dataclass(slots=True)
class _Search:
    """What is found on the way; each file once, whatever way led to it."""

    ignore: Ignore
    cms: Sequence[CmsFields]
    found: dict[str, Path]
    skipped: list[Skipped]
    not_texts: frozenset[Path] = frozenset()
    unknown: int = 0
    excluded: int = 0
    here: str = field(default_factory=os.getcwd)

    def candidate(self, path: Path, root: Path) -> None:
        """A file that was not named itself: it counts if its format is known and no pattern leaves it out."""
        if not is_known(path.as_posix(), self.cms):
            self.unknown += 1
        elif not (self.not_texts and path.absolute() in self.not_texts) and not self.ignore.passes(path, root):
            if _is_review(path):
                self.unknown += 1
            else:
                self.keep(path)

    def keep(self, path: Path) -> None:
        self.found.setdefault(os.path.join(self.here, path), path)  # noqa: PTH118 - as Path.absolute, which takes five times as long

    def walk(self, folder: Path, root: Path) -> None:
        """The files below a folder; links to folders are not followed, so that none is met twice."""
        for path in _walk(folder, root, self.ignore, self.skipped):
            self.candidate(path, root)


def _is_review(path: Path) -> bool:
    """Whether a file is a review that leaflint wrote as HTML: no text for patients."""
    if path.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return _REVIEW in file.read(_HEAD)
    except OSError:
        return False  # reading it will say why


def discover(
    paths: Sequence[Path],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
    cms: Sequence[CmsFields] = (),
    not_texts: Sequence[Path] = (),
) -> Discovered:
    """The documents under files, folders and globs such as `docs/**/*.md`.

    Files that were not named themselves must fit `include` and not `exclude`, if given, and no .gitignore or .leaflintignore may
    leave them out; with `force_exclude` that holds for named files too. `cms` says which fields of which records are documents.
    A walk passes `not_texts` by.

    Raises LeaflintError when no path is given, a path is not there, a named file has an unknown format, or nothing is found.
    """
    if not paths:
        raise LeaflintError("no path given: name a file or folder to check")
    search = _Search(Ignore(include, exclude), cms, {}, [], frozenset(not_texts))
    for path in paths:
        if path.is_dir():
            search.walk(path, path)
        elif not path.exists() and not path.is_symlink() and glob.has_magic(str(path)):
            _expand(path, search)
        elif force_exclude and search.ignore.passes(path, path.parent):
            search.excluded += 1
        else:
            _check_named(path, cms)
            search.keep(path)
    if not search.found and not search.skipped and not search.excluded:
        seen = f" ({search.unknown} files of formats it does not read)" if search.unknown else ""
        raise LeaflintError(f"nothing to check under {', '.join(map(str, paths))}{seen}: leaflint reads {known_suffixes(cms)}")
    documents = tuple(sorted(search.found.values(), key=lambda path: path.as_posix()))
    return Discovered(documents, tuple(search.skipped), search.unknown, search.excluded)


def load_source(path: Path) -> Source | Skipped:
    """A file's bytes, or why they cannot be read."""
    name = _name(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return Skipped(name, "", "document", "not a regular file (socket, pipe or device)")
        if about.st_size > MOST_BYTES:
            return Skipped(name, "", "document", f"{about.st_size // 1_000_000} MB: more than {MOST_BYTES // 1_000_000} MB: split it")
        return Source(name, path.read_bytes())
    except OSError as error:
        return Skipped(name, "", "document", f"cannot be read: {error.strerror or error}")


def _name(path: Path | str) -> str:
    """A path as reports show it; bytes that are no UTF-8 become a sign of their own."""
    name = path.as_posix() if isinstance(path, Path) else Path(path).as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def _check_named(path: Path, cms: Sequence[CmsFields]) -> None:
    if not path.exists() and not path.is_symlink():
        raise LeaflintError(f"{path}: there is no such file or folder")
    check_known(path.as_posix(), cms)


def _expand(pattern: Path, search: _Search) -> None:
    """What a glob means that the shell left as it is."""
    matches = sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 (it may be absolute)
    if not matches:
        raise LeaflintError(f"{pattern}: no file or folder fits this pattern")
    for match in map(Path, matches):
        if not match.is_dir():
            search.candidate(match, match.parent)
        elif pattern.name != "**":
            search.walk(match, match)


def _walk(folder: Path, root: Path, ignore: Ignore, skipped: list[Skipped]) -> Iterator[Path]:
    """The files below a folder that may be documents, in order of name."""

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(_name(error.filename), "", "folder", f"cannot be read: {error.strerror}"))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        visible = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_BY)
        folders[:] = [name for name in visible if not ignore.passes(here / name, root, folder=True)]
        yield from (here / name for name in sorted(files) if not name.startswith("."))
