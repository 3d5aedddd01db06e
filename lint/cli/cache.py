"""`leaflint cache`: what is kept between runs."""

from __future__ import annotations

import click


@click.group("cache", short_help="Remove what is kept between runs.")
def command() -> None:
    """Remove what is kept between runs."""


@command.command("clean")
def clean() -> None:
    """Remove the reviews and prepared data that are kept between runs; they are made again when needed."""
    from lint.errors import LeaflintError
    from lint.kept import cache_folder, forget
    from lint.pipeline.store import NAME
    from lint.pipeline.store import clean as clean_store

    folder = cache_folder()
    try:
        freed = clean_store(folder / NAME) + forget()
    except OSError as error:
        raise LeaflintError(f"{folder}: cannot be removed: {error.strerror}") from None
    click.echo(f"{folder}: {freed / 1e6:.1f} MB freed")
