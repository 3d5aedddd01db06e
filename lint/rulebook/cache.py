"""Loads a folder of rules; the compiled rulebook is kept, so that a run does not parse YAML."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lint.data import data_path
from lint.errors import LeaflintError
from lint.kept import code_of, kept
from lint.rulebook.load import Rulebook, build, rule_files


def load_rulebook(folder: Path | None = None, packs: Sequence[Path] = ()) -> Rulebook:
    """The rules of a folder, by default leaflint's own, and of further packs. Raises LeaflintError with every fault in them."""
    folders = [folder or data_path("rules"), *packs]
    read = [_files(one) for one in folders]
    files = [(f"{one.name}/{name}", data) for one, found in zip(folders, read, strict=True) for name, data in found]
    hashes = [_hash(found) for found in read]
    sha256 = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
    named = tuple(zip(["default" if folder is None else folder.name, *(pack.name for pack in packs)], hashes, strict=True))

    def compile_all() -> Rulebook:
        return build([(name, _decoded(name, data)) for name, data in files], sha256)

    return replace(kept("rules", f"{sha256} {code_of('rulebook', 'types')}", Rulebook, compile_all), packs=named)


def _files(folder: Path) -> list[tuple[str, bytes]]:
    found = []
    for path in rule_files(folder):
        try:
            found.append((path.relative_to(folder).as_posix(), path.read_bytes()))
        except OSError as error:
            raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None
    return found


def _hash(files: list[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LeaflintError(f"{name}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None
