"""`leaflint watch`: texts reviewed again whenever they change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lint.cli.extras import needs


@click.command("watch", short_help="Review texts again whenever they change.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path), help="A configuration file instead of the nearest one.")
def command(paths: tuple[Path, ...], config: Path | None) -> None:
    """Review the texts under PATH (the working folder where none is given), and again whenever one changes.

    A terminal shows all that is open; elsewhere each finding is a line that begins with + when it comes and - when it is gone.
    Ctrl-C ends it with 130, SIGTERM with 143.
    """
    with needs("watch"):
        import watchfiles  # noqa: F401 - said at once when it is missing
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.live.watch import watch

    watch(paths or (Path(),), lambda folder: settings_of(load_config(config, start=folder)), sys.stdout, clear=sys.stdout.isatty())
