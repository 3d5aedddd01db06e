"""Decisions on findings as a file that the next run reads, schema leaflint-decisions/1."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from lint.errors import LeaflintError

SCHEMA = "leaflint-decisions/1"
_OPTIONAL = ("by", "date", "until")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor said of a finding; a row of the decisions file."""

    fingerprint: str
    path: str
    part: str
    rule: str
    quote: str
    decision: str  # accept: the finding stands | dismiss: it does not
    reason: str
    by: str
    date: str  # ISO date; empty where it is not known
    until: str = ""  # ISO date, the last day on which it holds


def decisions_toml(answers: Iterable[Answer]) -> str:
    """The text of a decisions file."""
    tables = [f"schema = {_toml(SCHEMA)}\n"]
    for answer in answers:
        values = ((field.name, getattr(answer, field.name)) for field in fields(answer))
        lines = "\n".join(f"{name} = {_toml(value)}" for name, value in values if value or name not in _OPTIONAL)
        tables.append(f"[[decision]]\n{lines}\n")
    return "\n".join(tables)


def merged(path: Path, answers: Iterable[Answer]) -> str:
    """The text of a decisions file with further answers; a new one goes before an old one on the same finding.

    Raises LeaflintError when the file is there and is no decisions file.
    """
    if not path.exists():
        return decisions_toml(answers)
    known = {answer.fingerprint: answer for answer in (*load_decisions(path), *answers)}
    notes = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return "\n".join((*notes, decisions_toml(known.values())))


def load_decisions(path: Path) -> list[Answer]:
    """The decisions in a file, such as the HTML report saves. Raises LeaflintError naming the file when it is none."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data.get("schema") != SCHEMA:
            raise ValueError(f'its first line must be schema = "{SCHEMA}"')
        return [Answer(**{field.name: str(entry.get(field.name, "")) for field in fields(Answer)}) for entry in data.get("decision", [])]
    except (OSError, ValueError, AttributeError) as error:
        raise LeaflintError(f"{path}: not a file of decisions: {error}") from None


def _toml(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for DEL and lone surrogates."""
    quoted = json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", text), ensure_ascii=False)
    return quoted.replace("\x7f", "\\u007f")
