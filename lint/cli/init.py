"""`leaflint init`: a first configuration."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.config import JURISDICTIONS

if TYPE_CHECKING:
    from lint.pipeline.init import Texts


@click.command("init", short_help="Write a first leaflint.toml.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), default="US", show_default=True, help="Whose label and rules to follow.")
@click.option("--baseline/--no-baseline", default=None, help="Set aside what the texts have today. [default: ask, or no]")
def command(jurisdiction: str, baseline: bool | None) -> None:
    """Write a first leaflint.toml for the texts in this folder, and set aside their findings of today if you like."""
    from lint.baseline import FOLDER
    from lint.files import replace_file
    from lint.pipeline.init import check_free, find_texts, first_config

    folder = Path.cwd()
    check_free(folder)
    texts = find_texts(folder)
    many = "text" if len(texts.paths) == 1 else "texts"
    click.echo(f"{len(texts.paths)} {many}: {', '.join(f'{name} ({count})' for name, count in texts.folders())}")
    if texts.left_out:
        click.echo(f"left out, as files about the project: {', '.join(texts.left_out)}")
    if baseline is None:
        baseline = sys.stdin.isatty() and click.confirm("Set aside the findings that they have today, so that only new ones count?")
    replace_file(folder / "leaflint.toml", first_config(texts, jurisdiction, FOLDER if baseline else "").encode())
    click.echo("leaflint.toml is written")
    if baseline:
        _take(folder, texts)
    click.echo(f"Next: leaflint check {' '.join(texts.roots())}")


def _take(folder: Path, texts: Texts) -> None:
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.pipeline.baseline import create

    config = load_config(folder / "leaflint.toml")
    assert config.baseline is not None
    made = create(texts.roots(), settings_of(config), config.baseline)
    made.write()
    click.echo(f"{sum(entry.count for one in made.plans for entry in one.entries)} findings are set aside in {config.baseline.name}")
