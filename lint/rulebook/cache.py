"""Keeps the compiled rulebook in the user's cache folder, so that a run does not parse YAML.

The cache is a convenience: whatever is wrong with it, the rules are read again. It is written by the user's own
runs only, like Python's compiled modules, and named after the hash of everything that went into it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from lint import __version__
from lint.data import data_path
from lint.errors import LeaflintError
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
    kept = _cache_file(digest.hexdigest())
    found = _read(kept)
    if found is None:
        found = build([(f"{folder.name}/{name}", _decoded(name, data)) for name, data in files], digest.hexdigest())
        _write(kept, found)
    return found


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LeaflintError(f"{name}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None


def _cache_file(digest: str) -> Path:
    """Where a rulebook of this content, leaflint and Python would be kept."""
    code = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(_CODE.glob("*.py"))))
    key = hashlib.sha256(f"{digest} {__version__} {sys.version} {code.hexdigest()}".encode()).hexdigest()
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "leaflint" / f"rules-{key[:32]}.pickle"


def _read(path: Path) -> Rulebook | None:
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return None
        found = pickle.loads(path.read_bytes())
    except Exception:  # a damaged cache is no reason to fail
        return None
    return found if isinstance(found, Rulebook) else None


def _write(path: Path, rulebook: Rulebook) -> None:
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            pickle.dump(rulebook, out, protocol=pickle.HIGHEST_PROTOCOL)
        Path(name).replace(path)
