"""`leaflint check --engine spark`: the same review on Spark; the reviews go into directories, a summary comes back."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from lint.cli.extras import needs
from lint.cluster import TABLES
from lint.pipeline.settings import Settings

if TYPE_CHECKING:
    from lint.cli.report import Ending
    from lint.cluster.run import ClusterRun

_NOT_HERE = {
    "fix": "--fix", "preview": "--diff", "unsafe_fixes": "--unsafe-fixes", "workers": "--workers", "statistics": "--statistics",
}  # fmt: skip


def check_engine(engine: str, formats: Sequence[tuple[str, str]], conf: Mapping[str, str]) -> None:
    """Raises a usage error for what only Spark can do where Spark is not asked for."""
    tables = [name for name, _ in formats if name in TABLES]
    if engine != "spark" and (tables or conf):
        raise click.UsageError(f"{f'--format {tables[0]}' if tables else '--spark-conf'} goes with --engine spark")


def run_on_spark(
    ctx: click.Context, paths: Sequence[str], settings: Settings, formats: Sequence[tuple[str, str]], conf: Mapping[str, str],
    ending: Ending, *, color: bool | None,
) -> None:  # fmt: skip
    """Reviews the texts on Spark, writes a summary, and ends the command."""
    for name, option in _NOT_HERE.items():
        if ctx.params[name]:
            raise click.UsageError(f"{option} does not go with --engine spark")
    if "-" in paths:
        raise click.UsageError("standard input cannot be read with --engine spark: name a path or table")
    if wrong := [name for name, path in formats if name not in TABLES and (name, path) != ("text", "")]:
        raise click.UsageError(f"{wrong[0]} needs all reviews in one place: with --engine spark, write --format parquet:DIR or jsonl:DIR")
    into = [(name, path) for name, path in formats if name in TABLES]
    with needs("spark"):
        for name in ("pandas", "pyarrow", "pyspark"):
            importlib.import_module(name)
    from lint.cli.report import tell
    from lint.cluster.run import check

    try:
        found = check(paths, settings, into, conf)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the directories hold nothing of this run that can be relied on") from None
    _report(found, into, color)
    tell(found)
    failed, unreferenced = bool(found.counts["failed"]), bool(found.counts["unreferenced"])
    ctx.exit(ending.code(found.counts, incomplete=failed, unreferenced=unreferenced))


def _report(found: ClusterRun, into: Sequence[tuple[str, str]], color: bool | None) -> None:
    from lint.reporters.summary import write

    rest = f"see {into[0][1]}" if into else "keep them with --format parquet:DIR or jsonl:DIR"
    write(found.run, found.counts, found.findings, found.gaps, rest, sys.stdout, color=color)
