"""`leaflint extract`: the text that offsets count in, or the text as checked."""

from __future__ import annotations

import click


@click.command("extract", short_help="Print the text that is read from a document.")
@click.argument("path", metavar="FILE")
@click.option("--stdin-filename", metavar="NAME", default="stdin.txt", help="What the text given as - is called; the suffix is its format.")
@click.pass_context
def command(ctx: click.Context, path: str, stdin_filename: str) -> None:
    """Print the text that is read from FILE, or from - (standard input).

    For Word and PDF it is the text that lines, columns and offsets of a report count in; for other formats the text
    without its markup. What is left out, and what cannot be read, is said on standard error; the latter ends with 3.
    """
    from lint.cli.options import stdin_source
    from lint.config import load_config
    from lint.pipeline.extract import extract

    found = extract(path, load_config().cms, stdin_source(stdin_filename) if path == "-" else None)
    for part, text in found.texts:
        click.echo(f"== {part}\n{text}" if part else text)
    for gap in (*found.gaps, *found.failed):
        click.echo(f"leaflint: {gap.path}{' ' if gap.part else ''}{gap.part}: {gap.what}: {gap.reason}", err=True)
    ctx.exit(3 if found.failed else 0)
