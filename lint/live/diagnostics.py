"""Findings as an editor shows them: at their words, or on the first line where they belong to the whole text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from lint.live.buffer import Reviewed
from lint.live.positions import Positions
from lint.reporters.alike import MOST
from lint.types.review import Finding, Related, Skipped, listed

SOURCE = "leaflint"
NOT_CHECKED = "not-checked"  # the code of what is no finding but a gap
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error, "warning": lsp.DiagnosticSeverity.Warning, "info": lsp.DiagnosticSeverity.Information,
}  # fmt: skip


def diagnostics(reviewed: Reviewed, positions: Positions, *, related: bool) -> list[lsp.Diagnostic]:
    """All open findings of a buffer, and what was not checked. `related`: whether the editor shows related places."""
    found = [diagnostic(finding, reviewed, positions, related=related) for _, finding in reviewed.findings()]
    return [*found, *(_gap(gap, positions) for gap in reviewed.gaps())]


def diagnostic(found: Finding, reviewed: Reviewed, positions: Positions, *, related: bool) -> lsp.Diagnostic:
    """One finding as the editor shows it."""
    url = _url(found, reviewed)
    return lsp.Diagnostic(
        range=range_of(found, positions),
        message=found.message,
        severity=_SEVERITIES[found.severity],
        code=found.rule,
        code_description=lsp.CodeDescription(url) if url else None,
        source=SOURCE,
        related_information=list(_related(listed(found.related, MOST), reviewed, positions)) if related and found.related else None,
        data=found.fingerprint or None,
    )


def range_of(found: Finding, positions: Positions) -> lsp.Range:
    """Where a finding is shown."""
    return positions.range(found.place.start, found.place.end) if found.place else positions.first_line()


def _url(found: Finding, reviewed: Reviewed) -> str:
    """The first address among the sources of a finding's rule; most name a regulation without one."""
    rules = reviewed.project.reviewer.rulebook.rules if reviewed.project else ()
    sources = (source for rule in rules if rule.code == found.rule for source in rule.sources)
    return next((source for source in sources if source.startswith(("https://", "http://"))), "")


def _related(related: tuple[Related, ...], reviewed: Reviewed, positions: Positions) -> Iterator[lsp.DiagnosticRelatedInformation]:
    """Related places of this text, exactly, and of others by line; each with what it has to do with the finding."""
    here = reviewed.buffer.path.as_posix()
    for other in related:
        place = other.place
        if place.path == here:
            location = lsp.Location(reviewed.buffer.uri, positions.range(place.start, place.end))
        else:
            whole = lsp.Range(lsp.Position(place.line - 1, 0), lsp.Position(place.end_line, 0))
            location = lsp.Location(Path(place.path).absolute().as_uri(), whole)
        yield lsp.DiagnosticRelatedInformation(location, f"{other.note}: “{place.quote}”" if place.quote else other.note)


def _gap(gap: Skipped, positions: Positions) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range=positions.first_line(), message=f"not checked: {gap.what}: {gap.reason}", severity=lsp.DiagnosticSeverity.Information,
        code=NOT_CHECKED, source=SOURCE,
    )  # fmt: skip
