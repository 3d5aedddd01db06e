"""Writes a run in the formats that were asked for; files are written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from lint.errors import LeaflintError
from lint.files import check_folder_writable, check_writable, replace_file
from lint.pipeline.plugins import load_reporter
from lint.pipeline.run import CheckRun
from lint.reporters import REPORTERS, Put, Reporter
from lint.reporters.alike import folded
from lint.reporters.text import write as write_text
from lint.types.review import SEVERITIES

if TYPE_CHECKING:
    from lint.cluster.run import ClusterRun

_IN_MEMORY = 16_000_000  # bytes of a report; a longer one is kept in a file until it is whole


@dataclass(frozen=True, slots=True)
class Ending:
    """What decides with which code a whole run ends."""

    fail_on: str  # the weakest severity that ends it with 1; or never
    require_reference: bool  # whether a medicine without a reference counts as unchecked

    def code(self, findings: Mapping[str, int], *, incomplete: bool, unreferenced: bool) -> int:
        """3 with something unchecked, 1 with open `findings` (by severity) at or above `fail_on`, else 0."""
        if incomplete or (self.require_reference and unreferenced):
            return 3
        return int(self.fail_on != "never" and any(findings[name] for name in SEVERITIES[SEVERITIES.index(self.fail_on) :]))


def check_targets(formats: tuple[tuple[str, str], ...]) -> None:
    """Looks whether every report can be written where it shall be. Raises LeaflintError naming all that cannot, with a way out."""
    failed: list[str] = []
    for name, path in formats:
        try:
            if path and name in REPORTERS and REPORTERS[name].folder and _is_folder(path):
                check_folder_writable(Path(path))
            elif path:
                check_writable(Path(path))
        except LeaflintError as error:
            failed.append(str(error))
    if failed:
        raise LeaflintError("\n".join(failed))


def single(formats: tuple[tuple[str, str], ...]) -> str:
    """The first report that holds one document only; empty where there is none."""
    return next((path for name, path in formats if name in REPORTERS and REPORTERS[name].binary and not _is_folder(path)), "")


def tell(found: CheckRun | ClusterRun) -> None:
    """Says on standard error what there is to say besides the findings."""
    if found.unknown:
        click.echo(f"leaflint: passed over {found.unknown} files that are in no format it reads, or reviews of its own", err=True)
    if found.excluded:
        click.echo(f"leaflint: left out {found.excluded} named files that are excluded or ignored", err=True)
    for note in found.notes:
        click.echo(f"leaflint: {note}", err=True)


def end(found: CheckRun, ending: Ending) -> int:
    """The exit code of a run. Raises KeyboardInterrupt where it was interrupted, now that what it has is written."""
    totals = found.whole("this review is partial").totals
    return ending.code(totals.open, incomplete=found.incomplete, unreferenced=totals.unreferenced)


def report(found: CheckRun, formats: tuple[tuple[str, str], ...], color: bool | None) -> None:
    """Writes each format to its file or folder, or to standard output. Raises LeaflintError when a file cannot be written."""
    failed: list[str] = []
    for name, path in formats:
        try:
            _report(found, name, path, color)
        except LeaflintError as error:
            failed.append(str(error))
        except Exception as error:
            if name in REPORTERS:
                raise
            failed.append(f"the format {name!r} of an installed package failed: {type(error).__name__}: {error}")
    if failed:
        raise LeaflintError("\n".join(failed))


def _report(found: CheckRun, name: str, path: str, color: bool | None) -> None:
    reporter = REPORTERS[name] if name in REPORTERS else load_reporter(name)
    assert reporter is not None, name
    reviews = map(folded, found.reviews.read(ledger=reporter.ledger))
    if path and reporter.folder and _is_folder(path):
        reporter.write_folder(found.run, reviews, _into(Path(path)))
    elif path:
        try:
            with tempfile.SpooledTemporaryFile(_IN_MEMORY) as data:
                _write(found, reporter, path, color, data)
                replace_file(Path(path), data)
        except OSError as error:
            here = f"{tempfile.gettempdir()}, where it is put together"
            raise LeaflintError(f"{path}: cannot be written: {error.strerror}: make room in {here}, or name another TMPDIR") from None
    elif name == "text":
        write_text(found.run, reviews, sys.stdout, color=color)
    else:
        reporter(found.run, reviews, sys.stdout)
    sys.stdout.flush()


def _is_folder(path: str) -> bool:
    """Whether a path is meant as a folder: it is one, ends with a slash, or has no suffix."""
    return path.endswith(("/", os.sep)) or Path(path).is_dir() or not Path(path).suffix


def _write(found: CheckRun, reporter: Reporter, path: str, color: bool | None, data: IO[bytes]) -> None:
    """Writes a report, as the file of this name shall hold it."""
    reviews = map(folded, found.reviews.read(ledger=reporter.ledger))
    if reporter.binary:
        if not found.reviews:
            why = "".join(f"\n{gap.path}: {gap.reason}" for gap in found.run.skipped)
            raise LeaflintError(f"{path}: is not written: such a file holds one document, and none could be reviewed{why}")
        reporter(found.run, reviews, data)
        return
    out = io.TextIOWrapper(data, encoding="utf-8", errors="replace", newline="\n")
    if reporter is REPORTERS["text"]:
        write_text(found.run, reviews, out, color=color)
    else:
        reporter(found.run, reviews, out)
    out.flush()
    out.detach()


def _into(folder: Path) -> Put:
    """Writes files into a folder, which is made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LeaflintError(f"{folder}: cannot be made: {error.strerror}") from None
    return lambda name, data: replace_file(folder / name, data)
