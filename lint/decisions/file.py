"""Reads decisions.toml: what was decided on findings of Word and PDF files, or in a review written as HTML."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.errors import LeaflintError
from lint.types.decision import Decision

SCHEMA = "leaflint-decisions/1"
DECISIONS = ("accept", "dismiss")
_TEXTS = ("fingerprint", "path", "part", "rule", "quote", "decision", "reason", "by", "date", "until")


@dataclass(frozen=True, slots=True)
class FileDecision:
    """One entry: whether a finding stands."""

    fingerprint: str
    path: str
    part: str
    rule: str
    quote: str
    dismissed: bool  # else the finding stands
    decision: Decision


def load_decisions(path: Path) -> tuple[FileDecision, ...]:
    """The decisions in a file. Raises LeaflintError with every entry that cannot be used."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LeaflintError(f"{path}: the decisions cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LeaflintError(f"{path}: not valid TOML: {error}") from None
    if data.get("schema") != SCHEMA:
        raise LeaflintError(f'{path}: not a file of decisions: its first line must be schema = "{SCHEMA}"')
    entries = data.get("decision", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LeaflintError(f"{path}: the decisions must be tables, each headed [[decision]]")
    faults = [f"{path}: decision {number}: {fault}" for number, entry in enumerate(entries, 1) for fault in _faults(entry)]
    if faults:
        raise LeaflintError("\n".join(faults))
    return tuple(_decision(entry, path) for entry in entries)


def _faults(entry: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown key {key!r}: known are {', '.join(_TEXTS)}" for key in entry if key not in _TEXTS)
    yield from (f"{key!r} must be a text" for key in _TEXTS if not isinstance(entry.get(key, ""), str | datetime.date))
    if not entry.get("fingerprint"):
        yield "the key 'fingerprint' is required: it names the finding"
    if entry.get("decision") not in DECISIONS:
        yield f"'decision' must be {' or '.join(DECISIONS)}, not {entry.get('decision')!r}"
    for key in ("date", "until"):
        try:
            datetime.date.fromisoformat(str(entry.get(key) or "2000-01-01"))
        except ValueError:
            yield f"{key!r} must be a date such as 2027-01-31, not {entry[key]!r}"


def _decision(entry: dict[str, Any], path: Path) -> FileDecision:
    text = {key: str(entry.get(key, "")) for key in _TEXTS}
    decision = Decision(text["reason"].strip(), text["by"], text["date"], text["until"], path.name)
    dismissed = text["decision"] == "dismiss"
    return FileDecision(text["fingerprint"], text["path"], text["part"], text["rule"], text["quote"], dismissed, decision)
