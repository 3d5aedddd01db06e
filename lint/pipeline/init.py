"""A first configuration for a project: what texts there are, and what leaflint.toml says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lint import __version__
from lint.errors import LeaflintError
from lint.files import toml_text
from lint.pipeline.discover import discover

# Files at the top of a repository that are about the project, not for patients.
_PROJECT = frozenset(
    "readme changelog changes contributing license licence code_of_conduct security authors notice todo support governance "
    "requirements robots humans llms".split()
)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a project."""

    paths: tuple[str, ...]  # below its folder
    left_out: tuple[str, ...]  # files that are about the project itself

    def folders(self) -> tuple[tuple[str, int], ...]:
        """The folders at the top with their numbers of texts; "." for texts at the top."""
        return tuple(sorted(Counter(PurePosixPath(path).parts[0] if "/" in path else "." for path in self.paths).items()))

    def roots(self) -> tuple[str, ...]:
        """What to give to `leaflint check`: the folders and files at the top that hold texts."""
        return tuple(sorted({path.partition("/")[0] for path in self.paths}))


def find_texts(folder: Path) -> Texts:
    """The files in a folder that can be checked. Raises LeaflintError when there are none."""
    found = sorted(path.relative_to(folder).as_posix() for path in discover([folder]).paths)
    left_out = [path for path in found if "/" not in path and PurePosixPath(path).stem.lower() in _PROJECT]
    texts = Texts(tuple(path for path in found if path not in left_out), tuple(left_out))
    if not texts.paths:
        raise LeaflintError(f"{folder}: only {', '.join(left_out)} can be read here: start in the folder of your texts")
    return texts


def first_config(texts: Texts, jurisdiction: str, baseline: str = "") -> str:
    """The text of a first leaflint.toml."""
    lines = [
        "# What can be set here: `leaflint config schema`. What is in force: `leaflint config show [FILE]`.",
        f'required-version = ">={__version__}"',
        f'jurisdiction = "{jurisdiction}"  # US, UK or EU: whose label and rules to follow',
    ]
    lines += [f"exclude = [{', '.join(toml_text(f'/{path}') for path in texts.left_out)}]"] if texts.left_out else []
    lines += [f"baseline = {toml_text(baseline)}  # findings that were there when it was taken do not count"] if baseline else []
    return "\n".join([*lines, _MORE])


def check_free(folder: Path, names: Sequence[str] = ("leaflint.toml", ".leaflint.toml")) -> None:
    """Raises LeaflintError when a folder has a configuration already."""
    for name in names:
        if (folder / name).exists():
            raise LeaflintError(f"{folder / name}: there is a configuration already: `leaflint config show` shows it")


_MORE = """
# fail-on = "error"              # the weakest finding that ends a run with 1: error, warning, info, never
# words = ["Examplin"]           # words of yours that count as spelt right
# never-suppress = ["SAF"]       # errors that no suppression may hide

# [[overrides]]                  # what holds for some files only
# files = ["blog/**"]
# kind = "article"               # leaflet, article or blurb: decides which statements are due
# ignore = ["mixed-spelling"]
"""
