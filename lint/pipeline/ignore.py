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
        self._of_folder: dict[Path, tuple[Any, ...]] = {}

    def passes(self, path: Path, root: Path, *, folder: bool = False) -> bool:
        """Whether a path below `root` is passed by, for what the ignore files say or the project's patterns."""
        return self.excluded(path, root, folder=folder) or self.ignored(path, folder=folder)

    def excluded(self, path: Path, root: Path, *, folder: bool = False) -> bool:
        """Whether the project's patterns leave a path out; they hold below `root` and below the working folder."""
        names = [_relative(path, base, folder) for base in (root, Path.cwd())]
        if self._exclude is not None and any(name and self._exclude.match_file(name) for name in names):
            return True
        return self._include is not None and not folder and not any(name and self._include.match_file(name) for name in names)

    def ignored(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the ignore files of the folders above leave a path out; the nearest file that speaks of it decides."""
        path = Path.cwd() / path
        for above in path.parents:
            for patterns in reversed(self._read(above)):
                said = patterns.check_file(_relative(path, above, folder)).include
                if said is not None:
                    return bool(said)
            if (above / ".git").exists() or above == Path.cwd():
                return False
        return False

    def _read(self, folder: Path) -> tuple[Any, ...]:
        if folder not in self._of_folder:
            files = [folder / name for name in _FILES if (folder / name).is_file()]
            self._of_folder[folder] = tuple(_patterns(_lines(path)) for path in files)
        return self._of_folder[folder]


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
