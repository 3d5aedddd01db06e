"""Reads and writes decisions.toml: what was decided on findings of Word and PDF files, or in a review written as HTML."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from lint.errors import LeaflintError
from lint.files import read_toml, toml_text
from lint.types.decision import FileDecision

SCHEMA = "leaflint-decisions/1"
DECISIONS = ("accept", "dismiss")
_KEYS = tuple(field.name for field in fields(FileDecision) if field.name != "source")
_OPTIONAL = ("by", "date", "until")  # not written where they are empty


def load_decisions(path: Path) -> tuple[FileDecision, ...]:
    """The decisions in a file. Raises LeaflintError with every entry that cannot be used."""
    data = read_toml(path, "the decisions cannot be read", "not a file of decisions, not valid TOML")
    if data.get("schema") != SCHEMA:
        raise LeaflintError(f'{path}: not a file of decisions: its first line must be schema = "{SCHEMA}"')
    entries = data.get("decision", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LeaflintError(f"{path}: the decisions must be tables, each headed [[decision]]")
    faults = [f"{path}: decision {number}: {fault}" for number, entry in enumerate(entries, 1) for fault in _faults(entry)]
    if faults:
        raise LeaflintError("\n".join(faults))
    return tuple(FileDecision(**{key: str(entry.get(key, "")) for key in _KEYS}, source=path.name) for entry in entries)


def decisions_text(decisions: Iterable[FileDecision]) -> str:
    """The text of a decisions file."""
    tables = [f"schema = {toml_text(SCHEMA)}\n"]
    for decision in decisions:
        values = ((key, getattr(decision, key)) for key in _KEYS)
        lines = "\n".join(f"{key} = {toml_text(value)}" for key, value in values if value or key not in _OPTIONAL)
        tables.append(f"[[decision]]\n{lines}\n")
    return "\n".join(tables)


def merged(path: Path, decisions: Iterable[FileDecision]) -> str:
    """The text of a decisions file with further decisions; a new one goes before an old one on the same finding.

    Raises LeaflintError when the file is there and is no decisions file.
    """
    if not path.exists():
        return decisions_text(decisions)
    known = {decision.fingerprint: decision for decision in (*load_decisions(path), *decisions)}
    notes = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return "\n".join((*notes, decisions_text(known.values())))


def _faults(entry: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown key {key!r}: known are {', '.join(_KEYS)}" for key in entry if key not in _KEYS)
    yield from (f"{key!r} must be a text" for key in _KEYS if not isinstance(entry.get(key, ""), str | datetime.date))
    if not entry.get("fingerprint"):
        yield "the key 'fingerprint' is required: it names the finding"
    if entry.get("decision") not in DECISIONS:
        yield f"'decision' must be {' or '.join(DECISIONS)}, not {entry.get('decision')!r}"
    for key in ("date", "until"):
        try:
            datetime.date.fromisoformat(str(entry.get(key) or "2000-01-01"))
        except ValueError:
            yield f"{key!r} must be a date such as 2027-01-31, not {entry[key]!r}"
