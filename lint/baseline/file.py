"""The files of a baseline: one TOML file for each document, and one that says by which rules it was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from lint.errors import LeaflintError
from lint.files import read_toml, replace_file, toml_text

FOLDER = ".leaflint-baseline"  # where a baseline lies unless the project says otherwise
SCHEMA = "leaflint-baseline/1"
_STAMP = "baseline.toml"
_KEYS = {"fingerprint": str, "count": int, "part": str, "rule": str, "name": str, "quote": str, "message": str}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding of the baseline; equal ones are counted."""

    part: str
    rule: str
    quote: str  # empty for a statement that is missing
    fingerprint: str
    name: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which rules a baseline was taken."""

    version: str  # of leaflint
    sha256: str  # of the rules
    rules: tuple[str, ...]  # their codes, sorted


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline on disk. A document's entries are read when they are asked for."""

    folder: Path
    stamp: Stamp
    _read: dict[str, tuple[Entry, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, folder: Path) -> Baseline:
        """The baseline in a folder. Raises LeaflintError when there is none or it is damaged."""
        path = folder / _STAMP
        if not path.is_file():
            raise LeaflintError(f"{folder}: there is no baseline (no {_STAMP}): take one with `leaflint baseline create`")
        data = _parsed(path)
        rules = data.get("rules")
        if not isinstance(rules, list) or not rules or not all(isinstance(rule, str) for rule in rules):
            raise LeaflintError(f"{path}: damaged: 'rules' must be the codes of the rules the baseline was taken by")
        return cls(folder, Stamp(str(data.get("version", "")), str(data.get("sha256", "")), tuple(rules)))

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The entries of a document, by its path below the project's folder. Raises LeaflintError when its file is damaged."""
        if name not in self._read:
            path = _file(self.folder, name)
            self._read[name] = tuple(_entries(path, name)) if path.is_file() else ()
        return self._read[name]

    def names(self) -> tuple[str, ...]:
        """The documents that have entries, sorted."""
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.toml"))
        return tuple(sorted(name.removesuffix(".toml") for name in files if name != _STAMP))

    def write(self, name: str, entries: Iterable[Entry]) -> None:
        """Puts a document's entries in place of those it had; without any its file goes. Raises LeaflintError when that fails."""
        path, ordered = _file(self.folder, name), sorted(entries)
        self._read.pop(name, None)
        if ordered:
            head = [f"schema = {toml_text(SCHEMA)}", f"path = {toml_text(name)}"]
            _put(path, "\n".join([*head, *map(_table, ordered)]) + "\n")
        else:
            path.unlink(missing_ok=True)
            _tidy(path.parent, self.folder)

    def write_stamp(self) -> None:
        """Writes by which rules it was taken."""
        stamp, codes = self.stamp, "".join(f"    {toml_text(code)},\n" for code in self.stamp.rules)
        head = "# Findings that were there when the baseline was taken do not count. Written by `leaflint baseline`.\n"
        named = {"schema": SCHEMA, "version": stamp.version, "sha256": stamp.sha256}
        rows = "".join(f"{key} = {toml_text(value)}\n" for key, value in named.items())
        _put(self.folder / _STAMP, f"{head}{rows}rules = [\n{codes}]\n")


def _file(folder: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or Path(name).is_absolute():
        raise LeaflintError(f"{name}: lies outside of the project's folder, and so can have no baseline")
    return folder / f"{name}.toml"


def _parsed(path: Path) -> dict[str, Any]:
    data = read_toml(path, "the baseline cannot be read", "the baseline is damaged")
    if data.get("schema") != SCHEMA:
        raise LeaflintError(f"{path}: the baseline is damaged: its schema is not {SCHEMA}")
    return data


def _entries(path: Path, name: str) -> Iterator[Entry]:
    data = _parsed(path)
    if data.get("path") != name:
        raise LeaflintError(f"{path}: the baseline is damaged: it says it is of {data.get('path')!r}")
    tables, seen = data.get("finding", []), set[str]()
    for number, table in enumerate(tables if isinstance(tables, list) else [None], 1):
        sound = isinstance(table, dict) and set(table) <= set(_KEYS) and {"fingerprint", "rule"} <= set(table)
        if not sound or not all(type(value) is _KEYS[key] for key, value in table.items()) or table.get("count", 1) < 1:
            raise LeaflintError(f"{path}: the baseline is damaged: finding {number} is not as `leaflint baseline` writes it")
        if table["fingerprint"] in seen:
            raise LeaflintError(f"{path}: the baseline is damaged: finding {number} is there twice")
        seen.add(table["fingerprint"])
        yield Entry(**{key: table.get(key, "") for key in _KEYS if key != "count"}, count=table.get("count", 1))


def _table(entry: Entry) -> str:
    rows = [
        "",
        "[[finding]]",
        f"fingerprint = {toml_text(entry.fingerprint)}",
        f"rule = {toml_text(entry.rule)}",
        f"name = {toml_text(entry.name)}",
    ]
    rows += [f"{key} = {toml_text(value)}" for key, value in (("part", entry.part), ("quote", entry.quote)) if value]
    rows += [f"message = {toml_text(entry.message)}"]
    return "\n".join([*rows, *([f"count = {entry.count}"] if entry.count > 1 else [])])


def _put(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be written: {error.strerror}") from None
    replace_file(path, text.encode())


def _tidy(folder: Path, top: Path) -> None:
    """Removes folders that have become empty."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
