"""Asks Git which lines of which files changed since the point where a reference and the working tree parted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.changes.patch import Lines, changed_lines
from lint.errors import LeaflintError

# Whatever the user's configuration says, the patch has one form. A change of line ends alone is no change of the text.
_DIFF = (
    "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
    "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all", "--ignore-cr-at-eol", "--diff-algorithm=histogram",
)  # fmt: skip


@dataclass(frozen=True)
class Changes:
    """What changed in a working tree."""

    top: Path  # of the working tree
    base: str  # the commit that is compared with
    lines: Mapping[str, Lines]  # of changed files, by path below `top`
    tracked: frozenset[str]  # the files that Git knows, by path below `top`

    def of(self, path: str) -> Lines:
        """The changed lines of a file, given by its path from the working folder; one that Git does not know counts as changed."""
        whole = Path(path).absolute()
        whole = whole.parent.resolve() / whole.name
        name = whole.relative_to(self.top).as_posix() if whole.is_relative_to(self.top) else ""
        return self.lines.get(name, Lines()) if name in self.tracked else Lines(whole=True)


def changes_since(ref: str, folder: Path | None = None) -> Changes:
    """What changed since the merge base of a reference and HEAD, with what is not committed yet and files that Git does not know.

    Raises LeaflintError when there is no Git, no repository, no such reference, or no common history.
    """
    folder = folder or Path.cwd()
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))).resolve()
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", wrong=f"there is no {ref!r} in {top}")
    base = _git(
        top, "merge-base", commit.decode().strip(), "HEAD",
        wrong=f"{ref!r} and HEAD have no common history in {top}: a shallow clone lacks it (in CI fetch the whole history: fetch-depth: 0)",
    )  # fmt: skip
    patch = _git(top, *_DIFF, base.decode().strip(), "--")
    tracked = frozenset(os.fsdecode(path) for path in _git(top, "ls-files", "-z").split(b"\0"))
    return Changes(top, base.decode().strip(), changed_lines(patch, lambda path: _read(top, path)), tracked)


def _read(top: Path, path: str) -> bytes:
    try:
        return (top / path).read_bytes()
    except OSError:
        return b""


def _git(folder: Path, *arguments: str, wrong: str = "") -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}
    command: Sequence[str] = ["git", "-c", "core.quotePath=true", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, env=environment, check=False)
    except FileNotFoundError:
        raise LeaflintError("changed lines need Git, and there is no `git` on the PATH") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise LeaflintError(f"changed lines: {wrong or (said[-1] if said else f'git {arguments[0]} failed')}")
    return done.stdout
