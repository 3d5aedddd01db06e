"""`leaflint lsp`: a language server for editors."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from lint.cli.extras import needs
from lint.cli.interruption import end_at_once


@click.command("lsp", short_help="Serve an editor, by the Language Server Protocol.")
@click.option("--config", type=click.Path(path_type=Path), help="A configuration file instead of the nearest one of each text.")
@click.option("--stdio", is_flag=True, hidden=True, help="What some editors add; there is no other way.")
def command(config: Path | None, stdio: bool) -> None:
    """Serve an editor: findings while a text is written, evidence under the cursor, corrections.

    Speaks the Language Server Protocol on standard input and output; docs/editors.md says how to set up an editor.
    """
    with needs("lsp"):
        from lint.live.server import make_server
    from lint.cli.options import settings_of
    from lint.config import find_config, load_config
    from lint.pipeline.settings import Settings

    def load(folder: Path, home: Path) -> Settings:
        settings = settings_of(load_config(config or find_config(folder), start=home))
        return replace(settings, judge=None)  # half a sentence is nobody's business, and a writer does not wait for an endpoint

    server = make_server(load)
    end_at_once(server.scratch.cleanup)
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever else prints must not come between the messages
    server.start_io(sys.stdin.buffer, out)
