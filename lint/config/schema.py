"""The JSON Schema of leaflint.toml, made from its keys: for editors that complete and check TOML."""

from __future__ import annotations

from typing import Any

from lint.config.model import KEYS

_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def config_schema() -> dict[str, Any]:
    """The schema of a configuration file."""
    values = {name: {"description": key.help, **key.schema} for name, key in KEYS.items()}
    per_file = {name: values[name] for name, key in KEYS.items() if key.per_file}
    override = {
        "type": "object",
        "required": ["files"],
        "additionalProperties": False,
        "properties": {"files": {"description": "Globs as in .gitignore, from the folder of this file.", **_TEXTS}, **per_file},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "leaflint.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extend": {"description": "A file (or several) whose values hold where this one sets none.", **_TEXTS},
            "required-version": {"description": 'The versions of leaflint this file is for, such as ">=0.1,<0.3".', "type": "string"},
            **values,
            "overrides": {"description": "Values for some files; later ones go before earlier ones.", "type": "array", "items": override},
        },
    }
