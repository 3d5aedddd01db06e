"""`leaflint decisions`: what editors decided on findings."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(path_type=Path)


@click.group("decisions", short_help="Read what editors decided on findings.")
def command() -> None:
    """Read what editors decided on findings."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.option("--into", type=_FILE, default=Path("decisions.toml"), show_default=True, help="The decisions file to write or add to.")
def import_(files: tuple[Path, ...], into: Path) -> None:
    """Turn answers to leaflint's comments in Word into decisions, and gather decisions that were saved in the HTML report.

    In Word an answer that begins with “dismiss:” and a reason dismisses the finding; one that begins with “accept” lets it stand.
    A comment resolved with an answer is dismissed for that reason; one resolved without stands.
    """
    from lint.pipeline.decisions import import_decisions

    taken = import_decisions(files, into)
    for one in taken:
        click.echo(f"{one.path}: {one.dismissed} dismissed, {one.accepted} accepted, {one.untouched} not answered")
        for line in one.undecided:
            click.echo(f"  left open: {line}", err=True)
    if any(one.dismissed or one.accepted for one in taken):
        click.echo(f"{into}: written")
