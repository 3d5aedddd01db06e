"""`leaflint config`: the configuration in force, and what a configuration may hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from lint.files import toml_text

_FILE = click.Path(path_type=Path)


@click.group("config", short_help="Show the configuration in force.")
def command() -> None:
    """Show the configuration in force."""


@command.command("show")
@click.argument("file", required=False)
@click.option("--config", "path", type=_FILE, help="A configuration file instead of the nearest one.")
def show(file: str | None, path: Path | None) -> None:
    """Where the configuration comes from, and every value; for FILE, the values that hold for it."""
    from lint.config import KEYS, load_config

    config = load_config(path)
    click.echo(f"# {config.path or 'defaults: no leaflint.toml and no [tool.leaflint] here or above'}")
    values = {name: getattr(config, name.replace("-", "_")) for name in KEYS}
    if file:
        from lint.cli.options import settings_of

        mine = settings_of(config).of(file)
        values.update({name: getattr(mine, name.replace("-", "_")) for name, key in KEYS.items() if key.per_file})
        click.echo(f"# for {file}: {sum(o.covers(file) for o in config.overrides)} of {len(config.overrides)} overrides hold")
    for name, value in values.items():
        if value not in (None, ""):
            click.echo(f"{name} = {_toml(value)}")
    if not file:
        for override in config.overrides:
            pairs = "".join(f"\n{name.replace('_', '-')} = {_toml(value)}" for name, value in override.values)
            click.echo(f"\n[[overrides]]\nfiles = {_toml(override.files)}{pairs}")


@command.command("schema")
def schema() -> None:
    """The JSON Schema of leaflint.toml, for editors that complete and check TOML."""
    from lint.config import config_schema

    click.echo(json.dumps(config_schema(), ensure_ascii=False, indent=2))


def _toml(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "{" + ", ".join(f"{toml_text(name)} = {_toml(item)}" for name, item in value) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if hasattr(value, "__slots__") and not isinstance(value, Path):
        return "{" + ", ".join(f"{name.replace('_', '-')} = {_toml(getattr(value, name))}" for name in value.__slots__) + "}"
    return str(value) if isinstance(value, int | float) else toml_text(str(value))
