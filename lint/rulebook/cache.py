"""Loads a folder of rules; the compiled rulebook is kept, so that a run does not parse YAML."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lint import __version__
from lint.data import data_path
from lint.errors import LeaflintError
from lint.kept import kept
from lint.rulebook.load import Rulebook, build, rule_files

_CODE = Path(__file__).parent


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """The rules of a folder, by default leaflint's own. Raises LeaflintError with every fault in them."""
    folder = folder or data_path("rules")
    files = []
    for path in rule_files(folder):
        try:
            files.append((path.relative_to(folder).as_posix(), path.read_bytes()))
        except OSError as error:
            raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    sha256 = digest.hexdigest()
    code = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(_CODE.glob("*.py")))).hexdigest()

    def compile_all() -> Rulebook:
        return build([(f"{folder.name}/{name}", _decoded(f"{folder.name}/{name}", data)) for name, data in files], sha256)

    return kept("rules", f"{sha256} {code} {__version__}", Rulebook, compile_all)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LeaflintError(f"{name}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None
