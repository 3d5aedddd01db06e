"""Finds and reads the configuration: leaflint.toml, or [tool.leaflint] in pyproject.toml, of the nearest folder that has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from lint import __version__
from lint.config.keys import WrongValueError
from lint.config.model import KEYS, NOT_VALUES, Config
from lint.config.override import Override
from lint.errors import LeaflintError
from lint.files import read_toml

_ADDED = ("severity", "overrides")  # what is added to that of an extended file, not put in its place
_PER_FILE = {name: key for name, key in KEYS.items() if key.per_file}


def load_config(explicit: Path | None = None, start: Path | None = None) -> Config:
    """The configuration in an explicit file, else in the nearest folder upwards. Raises LeaflintError naming file and keys."""
    path = explicit or find_config(start)
    config = Config(**_read(path)) if path else Config()
    root = path.parent if path else (start or Path())
    return replace(
        config,
        path=path,
        root=root,
        references=config.references or _project_references(root),
        decisions=config.decisions or _project_decisions(root),
    )


def find_config(start: Path | None = None) -> Path | None:
    """The configuration file of the nearest folder upwards that has one."""
    folder = (start or Path.cwd()).resolve()
    for parent in (folder, *folder.parents):
        for name in ("leaflint.toml", ".leaflint.toml", "pyproject.toml"):
            if (parent / name).is_file() and (name != "pyproject.toml" or _has_table(parent / name)):
                return parent / name
    return None


def _project_references(folder: Path) -> tuple[Path, ...]:
    """The folder `references` of the project, if references stand in it; a folder of that name with other things is not meant."""
    own = folder / "references"
    marked = (path for path in own.glob("*.yaml") if b"schema: leaflint-reference" in _beginning(path))
    return (own,) if own.is_dir() and next(marked, None) else ()


def _project_decisions(folder: Path) -> Path | None:
    own = folder / "decisions.toml"
    return own if own.is_file() and b"leaflint-decisions" in _beginning(own) else None


def _has_table(path: Path) -> bool:
    return b"[tool.leaflint" in _beginning(path, -1)


def _beginning(path: Path, size: int = 2000) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None


def _read(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The values that a file sets, over those of the files it extends."""
    if path.resolve() in above:
        raise LeaflintError(f"{path}: extends itself, by way of {', '.join(map(str, above))}")
    table = _table(path)
    _check_version(path, table)
    extended = table.get("extend", [])
    if not isinstance(extended, str | list) or not all(isinstance(name, str) for name in extended):
        raise LeaflintError(f"{path}: 'extend' must be a path or a list of paths")
    below: dict[str, Any] = {}
    for name in [extended] if isinstance(extended, str) else extended:
        below = _over(below, _read(path.parent / name, (*above, path.resolve())))
    faults: list[str] = [_unknown(path, key, (*KEYS, *NOT_VALUES)) for key in table if key not in KEYS and key not in NOT_VALUES]
    values = dict(_values(path, table, KEYS, faults, ""))
    values["overrides"] = tuple(_overrides(path, table.get("overrides", []), faults))
    if faults:
        raise LeaflintError("\n".join(faults))
    return _over(below, values)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The values of one file where it sets any, else those of the one below; tables and overrides of both."""
    added = {name: (*below.get(name, ()), *above.get(name, ())) for name in _ADDED if name in below or name in above}
    return {**below, **above, **added}


def _table(path: Path) -> Mapping[str, Any]:
    data = read_toml(path)
    table: Mapping[str, Any] = data.get("tool", {}).get("leaflint", {}) if path.name == "pyproject.toml" else data
    return table


def _check_version(path: Path, table: Mapping[str, Any]) -> None:
    wanted = table.get("required-version")
    if wanted is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        fits = SpecifierSet(wanted).contains(__version__, prereleases=True)
    except (InvalidSpecifier, AttributeError, TypeError):
        raise LeaflintError(f"{path}: 'required-version' must be versions such as \">=0.1,<0.3\", not {wanted!r}") from None
    if not fits:
        raise LeaflintError(f"{path}: needs leaflint {wanted}, and this is {__version__}: install a version that fits")


def _values(path: Path, table: Mapping[str, Any], known: Mapping[str, Any], faults: list[str], where: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if key in known:
            try:
                yield key.replace("-", "_"), known[key].read(value, path.parent)
            except WrongValueError as error:
                faults.append(f"{path}: {where}{key!r} must be {error}")


def _overrides(path: Path, tables: Any, faults: list[str]) -> Iterator[Override]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        faults.append(f"{path}: 'overrides' must be tables, each headed [[overrides]]")
        return
    for number, table in enumerate(tables, 1):
        where, globs = f"override {number}: ", table.get("files")
        globs = [globs] if isinstance(globs, str) else globs
        if not isinstance(globs, list) or not globs or not all(isinstance(glob, str) for glob in globs):
            faults.append(f"{path}: {where}'files' must be globs, such as [\"uk/**\"]")
            continue
        faults += [_unknown(path, key, ("files", *_PER_FILE), where) for key in table if key != "files" and key not in _PER_FILE]
        yield Override(path.parent, tuple(globs), tuple(_values(path, table, _PER_FILE, faults, where)))


def _unknown(path: Path, key: str, known: Iterable[str], where: str = "") -> str:
    if where and key in KEYS:
        return f"{path}: {where}{key!r} holds for all files: set it above the overrides"
    import difflib

    close = difflib.get_close_matches(key, list(known), 1)
    hint = f"did you mean {close[0]!r}?" if close else f"known keys are {', '.join(known)}"
    return f"{path}: {where}unknown key {key!r}: {hint}"
