"""Which files a walk passes by: .gitignore and .leaflintignore of each folder, and the project's include and exclude patterns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

_FILES = (".gitignore", ".leaflintignore")  # the later goes before the earlier


class Ignore:
    """Answers whether a path is to be passed by. All patterns are written as in .gitignore; the files are read once each."""

    def __init__(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> None:
        self._include = _patterns(include) if include else None
        self._exclude = _patterns(exclude) if exclude else None
        self._holding: dict[Path, list[tuple[Path, Any]]] = {}  # by folder

    def passes(self, path: Path, root: Path, *, folder: bool = False) -> bool:
        """Whether a path below `root` is passed by, for what the ignore files say or the project's patterns."""
        return self.excluded(path, root, folder=folder) or self.ignored(path, folder=folder)

    def excluded(self, path: Path, root: Path, *, folder: bool = False) -> bool:
        """Whether the project's patterns leave a path out; they hold below `root` and below the working folder."""
        if self._exclude is None and self._include is None:
            return False
        names = [_relative(path, base, folder) for base in (root, Path.cwd())]
        if self._exclude is not None and any(name and self._exclude.match_file(name) for name in names):
            return True
        return self._include is not None and not folder and not any(name and self._include.match_file(name) for name in names)

    def ignored(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the ignore files of the folders above leave a path out; the nearest file that speaks of it decides."""
        for above, patterns in self._read(path.parent):
            said = patterns.check_file(_relative(path, above, folder)).include
            if said is not None:
                return bool(said)
        return False

    def _read(self, folder: Path) -> list[tuple[Path, Any]]:
        """What the ignore files that hold in a folder say, the nearest first, each with the folder it stands in."""
        if folder not in self._holding:
            self._holding[folder] = self._found(folder) if folder.is_absolute() else self._read(Path.cwd() / folder)
        return self._holding[folder]

    def _found(self, folder: Path) -> list[tuple[Path, Any]]:
        own = [(folder, _patterns(_lines(folder / name))) for name in reversed(_FILES) if (folder / name).is_file()]
        last = (folder / ".git").exists() or folder in (Path.cwd(), folder.parent)
        return own if last else [*own, *self._read(folder.parent)]


def _patterns(lines: Sequence[str]) -> Any:
    from pathspec import GitIgnoreSpec  # 30 ms to import: only where there are patterns

    return GitIgnoreSpec.from_lines(lines)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _relative(path: Path, base: Path, folder: bool) -> str:
    """The path below a base as patterns see it; "" where it is not below."""
    path, base = Path.cwd() / path, Path.cwd() / base
    return path.relative_to(base).as_posix() + "/" * folder if path.is_relative_to(base) and path != base else ""
