"""The command group; a command's module is imported only when it is called."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import Any

import click

from lint import __version__
from lint.cli.interruption import interruptible
from lint.errors import LeaflintError

ENDED_EARLY = 141  # as shells say of a program that ended by SIGPIPE

# name: (module, one line of help)
COMMANDS = {
    "baseline": ("lint.cli.baseline", "Set aside the findings of today; only new ones count."),
    "cache": ("lint.cli.cache", "Remove what is kept between runs."),
    "check": ("lint.cli.check", "Review texts about medicines."),
    "config": ("lint.cli.config", "Show the configuration in force."),
    "decisions": ("lint.cli.decisions", "Read what editors decided on findings."),
    "evaluate": ("lint.cli.evaluate", "Measure a review against annotated texts."),
    "extract": ("lint.cli.extract", "Print the text that is read from a document."),
    "init": ("lint.cli.init", "Write a first leaflint.toml."),
    "lsp": ("lint.cli.lsp", "Serve an editor, by the Language Server Protocol."),
    "model": ("lint.cli.model", "Train or measure the model that looks for claims."),
    "reference": ("lint.cli.reference", "Import, list or show what is known of each medicine."),
    "rules": ("lint.cli.rules", "List, show or test the rules."),
    "watch": ("lint.cli.watch", "Review texts again whenever they change."),
}


class Commands(click.Group):
    """Loads a command when it is asked for, and turns leaflint's own errors into exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; where there is none of that name, the nearest one is offered."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are {', '.join(COMMANDS)}."
            ctx.fail(f"No such command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        with interruptible() as interruption:
            try:
                return self._invoke(ctx)
            except KeyboardInterrupt as error:  # a review has reported by now what it has
                _drop_output()
                click.echo(f"leaflint: interrupted{f': {error}' if str(error) else ''}", err=True)
                ctx.exit(interruption.code)

    def _invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except LeaflintError as error:
            click.echo(f"leaflint: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # whoever read the output went away: nothing more to say, but not all was said
            _drop_output()
            ctx.exit(ENDED_EARLY)
        except OSError as error:
            _drop_output()
            click.echo(f"leaflint: {f'{error.filename}: ' if error.filename else ''}{error.strerror or error}", err=True)
            ctx.exit(2)


def _drop_output() -> None:
    """Lets go of what is left to be written, so that the end of the program does not try it again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_COMPLETION = """\b
Completion of commands and options, for your shell's start-up file:
  bash  eval "$(_LEAFLINT_COMPLETE=bash_source leaflint)"
  zsh   eval "$(_LEAFLINT_COMPLETE=zsh_source leaflint)"
  fish  _LEAFLINT_COMPLETE=fish_source leaflint | source
"""


@click.group(cls=Commands, epilog=_COMPLETION, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="leaflint")
def main() -> None:
    """Check patient-facing texts about medicines: spelling, duplicated passages, unsupported claims, missing safety statements."""
