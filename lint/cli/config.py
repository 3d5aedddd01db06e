"""`leaflint config`: the configuration in force."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("config", short_help="Show the configuration in force.")
def command() -> None:
    """Show the configuration in force."""


@command.command("show")
@click.option("--config", "path", type=click.Path(path_type=Path), help="A configuration file instead of the nearest one.")
def show(path: Path | None) -> None:
    """Where the configuration comes from, and every value."""
    from dataclasses import fields

    from lint.config import load_config

    config = load_config(path)
    click.echo(f"# {config.path or 'defaults: no leaflint.toml and no [tool.leaflint] here or above'}")
    for field in fields(config):
        if field.name != "path":
            value = getattr(config, field.name)
            shown = [str(item) for item in value] if isinstance(value, tuple) else value if value is None else str(value)
            click.echo(f"{field.name.replace('_', '-')} = {shown}")
