"""Values that hold for some files only, chosen by globs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Override:
    """Values that hold for some files only."""

    root: Path  # the folder that the globs count from
    files: tuple[str, ...]  # globs as in .gitignore
    values: tuple[tuple[str, Any], ...]  # (name of a setting, value)

    def covers(self, path: str) -> bool:
        """Whether a file, given by its path from the working folder, is one of these files."""
        below = below_folder(self.root, path)
        return below is not None and _spec(self.files).match_file(below)


def below_folder(folder: Path, path: str) -> str | None:
    """A path as seen from a folder, with forward slashes; None for one outside of it."""
    for seen in (Path.absolute, Path.resolve):  # the second asks the disk
        one, other = seen(Path(path)), seen(folder)
        if one.is_relative_to(other) and ".." not in one.parts:
            return one.relative_to(other).as_posix()
    return None


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec  # only for those who have overrides

    return GitIgnoreSpec.from_lines(globs)
