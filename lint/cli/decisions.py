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
    from lint.errors import LeaflintError
    from lint.files import replace_file
    from lint.reporters.decisions import Answer, load_decisions, merged
    from lint.reporters.docx.answers import Answers, read_answers

    found: list[Answer] = []
    for file in files:
        try:
            saved = file.suffix.lower() == ".toml"
            read = Answers(tuple(load_decisions(file)), (), 0) if saved else read_answers(file.read_bytes(), str(file))
        except OSError as error:
            raise LeaflintError(f"{file}: cannot be read: {error.strerror}") from None
        found += read.decided
        dismissed = sum(answer.decision == "dismiss" for answer in read.decided)
        click.echo(f"{file}: {dismissed} dismissed, {len(read.decided) - dismissed} accepted, {read.untouched} not answered")
        for line in read.undecided:
            click.echo(f"  left open: {line}", err=True)
    if found:
        replace_file(into, merged(into, found).encode())
        click.echo(f"{into}: written")
