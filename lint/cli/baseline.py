"""`leaflint baseline`: start on texts that have findings already, and let only new ones count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.baseline import Entry
    from lint.config import Config
    from lint.pipeline.baseline import Proposal
    from lint.types.review import Finding

_FILE = click.Path(path_type=Path)
_PATHS = click.argument("paths", nargs=-1, metavar="PATH...")
_CONFIG = click.option("--config", type=_FILE, help="A configuration file instead of the nearest one.")


@click.group("baseline", short_help="Set aside the findings of today; only new ones count.")
def command() -> None:
    """Set aside the findings that texts have today, so that only new ones count.

    The baseline is a folder with a file for each text; it belongs into version control. `leaflint check` follows it when
    leaflint.toml says where it is: baseline = ".leaflint-baseline".
    """


@command.command("create")
@_PATHS
@click.option("--into", type=_FILE, help="The folder for it. [default: the configured one, else .leaflint-baseline]")
@_CONFIG
def create(paths: tuple[str, ...], into: Path | None, config: Path | None) -> None:
    """Take a baseline of all findings in the texts under PATH."""
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.pipeline import baseline

    chosen = load_config(config)
    folder = _folder(chosen, into)
    made = baseline.create(paths, settings_of(chosen), folder)
    made.write()
    count = sum(entry.count for one in made.plans for entry in one.entries)
    click.echo(f"{folder}: {count} findings in {sum(bool(one.entries) for one in made.plans)} texts are set aside")
    if chosen.baseline is None:
        click.echo(f'Put this into leaflint.toml, so that `leaflint check` follows it:\n\n    baseline = "{folder.name}"\n')
    _end(made, new=False)


@command.command("update")
@_PATHS
@click.option("--accept-new", is_flag=True, help="Set aside new findings too.")
@_CONFIG
def update(paths: tuple[str, ...], accept_new: bool, config: Path | None) -> None:
    """Take out what is no longer found; new findings are refused unless you accept them.

    Findings of rules that are newer than the baseline are taken in. Ends with 1 when new findings were refused.
    """
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.pipeline import baseline

    chosen = load_config(config)
    made = baseline.update(paths, settings_of(chosen), _folder(chosen, None), accept=accept_new)
    made.write()
    _tell(made, "taken out", "refused")
    _end(made, new=True)


@command.command("check")
@_PATHS
@click.option("--strict", is_flag=True, help="End with 1 also when the baseline holds what is no longer found.")
@_CONFIG
def check(paths: tuple[str, ...], strict: bool, config: Path | None) -> None:
    """Show what is new and what the baseline no longer needs; change nothing. Ends with 1 when something is new."""
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.pipeline import baseline

    chosen = load_config(config)
    made = baseline.update(paths, settings_of(chosen), _folder(chosen, None), accept=False)
    _tell(made, "no longer found", "new")
    _end(made, new=True, stale=strict)


def _folder(config: Config, into: Path | None) -> Path:
    from lint.baseline import FOLDER

    return into or config.baseline or config.root / FOLDER


def _tell(made: Proposal, gone: str, new: str) -> None:
    for one in made.plans:
        for entry in one.removed:
            click.echo(f"- {_entry(one.name, entry)}")
        for sign, findings in (("+", one.added), ("!", one.refused)):
            for found in findings:
                click.echo(f"{sign} {_finding(found)}")
    counts = [
        sum(entry.count for one in made.plans for entry in one.entries), sum(entry.count for one in made.plans for entry in one.removed),
        sum(len(one.added) for one in made.plans), sum(len(one.refused) for one in made.plans),
    ]  # fmt: skip
    click.echo(f"{counts[0]} findings set aside; - {counts[1]} {gone}, + {counts[2]} taken in, ! {counts[3]} {new}")
    if made.new_rules and not made.whole:
        waiting = ", ".join(made.new_rules)
        click.echo(f"{waiting}: newer than the baseline; they are taken in when all its texts are given", err=True)


def _end(made: Proposal, *, new: bool, stale: bool = False) -> None:
    for gap in made.skipped:
        click.echo(f"leaflint: {gap.path}: {gap.what}: {gap.reason}: its entries stay as they were", err=True)
    found = (new and any(one.refused for one in made.plans)) or (stale and any(one.removed for one in made.plans))
    raise click.exceptions.Exit(3 if made.skipped else int(found))


def _entry(name: str, entry: Entry) -> str:
    times = f" ({entry.count} times)" if entry.count > 1 else ""
    part = f" {entry.part}" if entry.part else ""
    return (
        f"{name}{part}: {entry.rule} {entry.name}: “{entry.quote}”{times}" if entry.quote else f"{name}{part}: {entry.rule} {entry.message}"
    )


def _finding(found: Finding) -> str:
    where = f"{found.path}:{found.place.line}:{found.place.column}" if found.place else found.path
    return f"{where}: {found.rule} {found.name}: {found.message}"
