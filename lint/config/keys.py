"""The kinds of keys a configuration has: what each may hold, how it is read, and how a schema says so.

`Config` declares a key by giving a field one of these as its default; everything else follows from that line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lint.types import review
from lint.types.settings import CmsFields, JudgeSettings

SEVERITIES = review.SEVERITIES[::-1]  # strongest first, as people are told of them
CMS_FORMATS = ("text", "markdown", "html")
_TEXTS = {"type": "array", "items": {"type": "string"}}


class WrongValueError(ValueError):
    """Says what the value of a key must be."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of leaflint.toml."""

    help: str  # one sentence, for the schema
    read: Callable[[Any, Path], Any]  # (value as in TOML, folder of the file) -> value; raises WrongValueError
    schema: Mapping[str, Any]  # JSON Schema of the value
    per_file: bool = False  # may stand in [[overrides]]


def _key(default: Any, help_text: str, read: Callable[[Any, Path], Any], schema: Mapping[str, Any], per_file: bool = False) -> Any:
    return field(default=default, metadata={"key": Key(help_text, read, schema, per_file)})


def choice(default: str, choices: tuple[str, ...], help_text: str, *, per_file: bool = False) -> Any:
    """One of some words."""

    def read(value: Any, folder: Path) -> str:
        if value not in choices:
            raise WrongValueError(f"one of {', '.join(choices)}, not {value!r}")
        return str(value)

    return _key(default, help_text, read, {"enum": list(choices), "default": default}, per_file)


def text(default: str, help_text: str, *, per_file: bool = False) -> Any:
    """A text."""

    def read(value: Any, folder: Path) -> str:
        if not isinstance(value, str):
            raise WrongValueError(f"a text, not {value!r}")
        return value

    return _key(default, help_text, read, {"type": "string"}, per_file)


def texts(help_text: str, *, per_file: bool = False) -> Any:
    """A list of texts."""
    return _key((), help_text, lambda value, folder: _texts(value), _TEXTS, per_file)


def path(help_text: str) -> Any:
    """A file or folder, from the folder of the configuration."""

    def read(value: Any, folder: Path) -> Path:
        if not isinstance(value, str) or not value:
            raise WrongValueError(f"a path, not {value!r}")
        return folder / value

    return _key(None, help_text, read, {"type": "string"})


def paths(help_text: str) -> Any:
    """Files or folders; a single one may stand without brackets."""

    def read(value: Any, folder: Path) -> tuple[Path, ...]:
        return tuple(folder / item for item in ((value,) if isinstance(value, str) else _texts(value)))

    return _key((), help_text, read, {"anyOf": [{"type": "string"}, _TEXTS]})


def share(help_text: str, *, per_file: bool = False) -> Any:
    """A number above 0 and up to 1; none unless set."""

    def read(value: Any, folder: Path) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
            raise WrongValueError(f"a number above 0 and up to 1, not {value!r}")
        return float(value)

    return _key(None, help_text, read, {"type": "number", "exclusiveMinimum": 0, "maximum": 1}, per_file)


def flag(help_text: str) -> Any:
    """True or false; false unless set."""

    def read(value: Any, folder: Path) -> bool:
        if not isinstance(value, bool):
            raise WrongValueError("true or false")
        return value

    return _key(False, help_text, read, {"type": "boolean", "default": False})


def severities(help_text: str) -> Any:
    """A table of rules with their severities."""

    def read(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, dict) or not all(item in SEVERITIES for item in value.values()):
            raise WrongValueError(f"a table of rules, each {', '.join(SEVERITIES)}")
        return tuple(value.items())

    schema = {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
    return _key((), help_text, read, schema, per_file=True)


def judge(help_text: str) -> Any:
    """A table that says whom to ask."""
    return _key(None, help_text, lambda value, folder: _judge(value), _JUDGE)


_JUDGE = {
    "type": "object",
    "required": ["url", "model"],
    "additionalProperties": False,
    "properties": {
        "url": {"type": "string", "pattern": "^https?://"},
        "model": {"type": "string"},
        "key-env": {"type": "string", "default": "LEAFLINT_JUDGE_KEY"},
        "budget": {"type": "integer", "minimum": 0, "default": 50},
        "timeout": {"type": "number", "exclusiveMinimum": 0, "default": 20},
    },
}


def _judge(table: Any) -> JudgeSettings:
    known: Mapping[str, Any] = _JUDGE["properties"]  # type: ignore[assignment]
    if not isinstance(table, dict) or not set(table) <= set(known) or not all(isinstance(table.get(k), str) for k in ("url", "model")):
        raise WrongValueError(f"a table with url and model, and maybe {', '.join(sorted(set(known) - {'url', 'model'}))}")
    if not table["url"].startswith(("http://", "https://")):
        raise WrongValueError("a table whose url begins with http:// or https://")
    budget, timeout = table.get("budget", 50), table.get("timeout", 20)
    if not isinstance(budget, int) or not isinstance(timeout, int | float) or budget < 0 or timeout <= 0:
        raise WrongValueError("a table whose budget is a number of questions and timeout a number of seconds")
    return JudgeSettings(table["url"], table["model"], str(table.get("key-env", "LEAFLINT_JUDGE_KEY")), budget, float(timeout))


def cms(help_text: str) -> Any:
    """A table, or several, of the fields in exports of content systems that are texts."""
    return _key((), help_text, lambda value, folder: _cms(value), {"anyOf": [_CMS, {"type": "array", "items": _CMS}]})


_CMS = {
    "type": "object",
    "required": ["fields"],
    "additionalProperties": False,
    "properties": {
        "fields": {**_TEXTS, "minItems": 1},
        "files": _TEXTS,
        "format": {"enum": list(CMS_FORMATS), "default": "text"},
    },
}


def _cms(value: Any) -> tuple[CmsFields, ...]:
    tables = [value] if isinstance(value, dict) else value
    known = set(_CMS["properties"])  # type: ignore[call-overload]
    if not isinstance(tables, list) or not all(isinstance(table, dict) and set(table) <= known for table in tables):
        raise WrongValueError("a table, or several headed [[cms]], with fields, and maybe files and format")
    return tuple(_cms_fields(table) for table in tables)


def _cms_fields(table: Mapping[str, Any]) -> CmsFields:
    fields, form = _texts(table.get("fields", [])), table.get("format", "text")
    if not fields or form not in CMS_FORMATS:
        raise WrongValueError(f'a table with fields such as ["body"], and a format that is one of {", ".join(CMS_FORMATS)}')
    return CmsFields(fields, _texts(table.get("files", [])), form)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongValueError("a list of texts")
    return tuple(value)
