"""The command line: commands declare options, call one function and turn its answer into an exit code."""

from lint.cli.group import main

__all__ = ["main"]
