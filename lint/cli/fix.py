"""`leaflint check --fix`: puts right what is safe to put right, and says what it did."""

from __future__ import annotations

from collections.abc import Sequence

import click

from lint.pipeline.fix import fix as fix_files
from lint.pipeline.settings import Settings
from lint.types.review import Skipped


def run_fixes(ctx: click.Context, paths: Sequence[str], settings: Settings, *, fix: bool, unsafe: bool, preview: bool) -> None:
    """Fixes the files and says so on standard error; a preview goes to standard output and ends the command."""
    if not (fix or preview):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff")
    if "-" in paths:
        raise click.UsageError("standard input cannot be fixed: name a file")
    count = files = gaps = 0
    for fixed in fix_files(paths, settings, unsafe=unsafe, write=not preview):
        if isinstance(fixed, Skipped):
            gaps += 1
            click.echo(f"leaflint: {fixed.path}: {fixed.what}: {fixed.reason}", err=True)
            continue
        count, files = count + len(fixed.edits), files + 1
        if preview:
            click.echo(fixed.diff, nl=False)
        else:
            for edit in fixed.edits:
                click.echo(f"{fixed.path}:{edit.line}: {edit.rule} fixed: {edit.before!r} is now {edit.after!r}", err=True)
    said = f"{count} fix{'es' * (count != 1)} in {files} file{'s' * (files != 1)}"
    click.echo(f"leaflint: {said} possible, nothing changed" if preview else f"leaflint: {said}", err=True)
    if preview:
        ctx.exit(3 if gaps else int(bool(count)))
