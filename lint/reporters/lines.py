"""Formats that are one entry after another: a table says what each writes at the head, for a document, a finding and a gap."""

from __future__ import annotations

import csv as csv_module
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from lint.reporters.bytecolumns import ByteColumns
from lint.reporters.visible import counted, escaped, flat, said, visible
from lint.types.review import DocumentReview, Finding, Related, Run, Skipped
from lint.types.text import Place

_HEAD_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Group:
    """The findings and gaps of one file: a document's, or those of no document that share a path."""

    path: str
    part: str
    findings: tuple[Finding, ...]
    gaps: tuple[Skipped, ...]
    columns: ByteColumns | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format writes. A group's text is joined from its opening, findings, gaps and closing."""

    finding: Callable[[Finding, Group], str]
    gap: Callable[[Skipped], str]
    head: Callable[[Run], str] = lambda run: ""
    opening: Callable[[Group], str] = lambda group: ""
    closing: Callable[[Group], str] = lambda group: ""
    foot: Callable[[Run, Counter[str]], str] = lambda run, counts: ""
    between: str = ""  # stands between entries
    all: bool = False  # findings that are not open are written too


def _write(layout: Layout, run: Run, reviews: Iterable[DocumentReview], out: IO[str]) -> None:
    counts: Counter[str] = Counter()
    out.write(layout.head(run))
    first = True
    for group in _groups(run, reviews):
        counts["documents"] += 1
        counts["gaps"] += len(group.gaps)
        counts.update(found.severity for found in group.findings if found.disposition == "open")
        shown = [found for found in group.findings if layout.all or found.disposition == "open"]
        entries = [layout.finding(found, group) for found in shown] + [layout.gap(gap) for gap in group.gaps]
        out.write(layout.opening(group))
        for entry in entries:
            out.write(entry if first else layout.between + entry)
            first = False
        out.write(layout.closing(group))
    out.write(layout.foot(run, counts))


def _groups(run: Run, reviews: Iterable[DocumentReview]) -> Iterable[Group]:
    for review in reviews:
        info, columns = review.document, ByteColumns(review.original.source) if review.original else None
        yield Group(info.path, info.part, review.findings, review.skipped, columns)
    for (path, part), gaps in groupby(run.skipped, lambda g: (g.path, g.part)):
        yield Group(path, part, (), tuple(gaps))
    if run.partial:
        gap = Skipped("leaflint", "", "run", "interrupted: this review is partial")
        yield Group(gap.path, "", (), (gap,))


def _where(path: str, part: str, place: Place | None) -> str:
    told = visible(f"{path}{f'#{part}' if part else ''}{f':{place.line}:{place.column}' if place else ''}")
    return told.replace("\n", "␊")  # a name may have line ends; an entry has one line


# concise: one line each, for a terminal


def _concise(found: Finding, group: Group) -> str:
    return f"{_where(found.path, found.part, found.place)}: {found.severity} {found.rule} {found.name}: {said(found)}\n"


def _concise_gap(gap: Skipped) -> str:
    return f"{_where(gap.path, gap.part, None)}: not checked: {flat(f'{gap.what}: {gap.reason}')}\n"


def _total(run: Run, counts: Counter[str]) -> str:
    gaps = f"; not checked: {counts['gaps']}" if counts["gaps"] else ""
    return f"{counted(counts)}{gaps}\n"


# github: workflow commands, which become annotations


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _github(found: Finding, group: Group) -> str:
    level = {"error": "error", "warning": "warning", "info": "notice"}[found.severity]
    place = found.place
    at = f",line={place.line},endLine={place.end_line},col={place.column},endColumn={place.end_column}" if place else ""
    return f"::{level} file={_property(found.path)}{at},title={_property(f'{found.rule} {found.name}')}::{_data(said(found))}\n"


def _github_gap(gap: Skipped) -> str:
    return f"::warning file={_property(gap.path)},title=not checked::{_data(flat(f'{gap.what}: {gap.reason}'))}\n"


# csv: everything, one row each


_COLUMNS = (
    "path", "part", "line", "column", "end_line", "end_column", "severity", "check", "rule", "name", "message", "quote",
    "suggestions", "why", "evidence", "source", "drug", "fingerprint", "disposition", "note",
)  # fmt: skip


def _csv_row(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv_module.writer(out, lineterminator="\r\n").writerow([_harmless(value) for value in values])
    return out.getvalue()


def _harmless(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    text = flat(value) if isinstance(value, str) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _csv(found: Finding, group: Group) -> str:
    place = found.place
    at = (place.line, place.column, place.end_line, place.end_column) if place else ("",) * 4
    statements = " | ".join(evidence.quote or evidence.statement for evidence in found.evidence if evidence.fact)
    sources = " | ".join(", ".join(filter(None, (e.source, e.section, e.date, e.url))) for e in found.evidence)
    return _csv_row((
        found.path, found.part, *at, found.severity, found.check, found.rule, found.name, found.message, place.quote if place else "",
        " | ".join(found.suggestions), found.why, statements, sources, found.drug or "", found.fingerprint, found.disposition, found.note,
    ))  # fmt: skip


def _csv_gap(gap: Skipped) -> str:
    return _csv_row((gap.path, gap.part, *[""] * 4, "not-checked", "", "", gap.what, gap.reason, *[""] * 9))


# checkstyle and junit: XML for build servers


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(visible(str(value)))}" for name, value in values.items() if value != "")


def _checkstyle(found: Finding, group: Group) -> str:
    place = found.place
    at = {"line": place.line, "column": place.column} if place else {"line": 1}
    attributes = _attributes(**at, severity=found.severity, message=said(found), source=f"leaflint.{found.rule}")
    return f"    <error{attributes}/>\n"


def _checkstyle_gap(gap: Skipped) -> str:
    message = flat(f"not checked: {gap.what}: {gap.reason}")
    return f"    <error{_attributes(line=1, severity='warning', message=message, source='leaflint.not-checked')}/>\n"


def _file(group: Group) -> str:
    return f"  <file{_attributes(name=_where(group.path, group.part, None))}>\n"


def _suite(group: Group) -> str:
    opened = sum(found.disposition == "open" for found in group.findings)
    closed = len(group.findings) - opened
    tests = len(group.findings) + len(group.gaps)
    counts = _attributes(tests=tests or 1, failures=opened, errors=len(group.gaps), skipped=closed)
    clean = "" if tests else f"    <testcase{_attributes(name='no findings', classname=group.path)}/>\n"
    return f"  <testsuite{_attributes(name=_where(group.path, group.part, None))}{counts}>\n{clean}"


def _junit(found: Finding, group: Group) -> str:
    case = _attributes(name=f"{found.rule} {found.name} at {_where(found.path, found.part, found.place)}", classname=found.path)
    if found.disposition != "open":
        return f"    <testcase{case}><skipped{_attributes(message=found.disposition)}/></testcase>\n"
    text = "\n".join(filter(None, (said(found), f"“{flat(found.place.quote)}”" if found.place else "", f"Why: {found.why}")))
    failure = f"<failure{_attributes(type=found.severity, message=said(found))}>{escape(visible(text))}</failure>"
    return f"    <testcase{case}>{failure}</testcase>\n"


def _junit_gap(gap: Skipped) -> str:
    case = _attributes(name=f"not checked: {gap.what}", classname=gap.path)
    return f"    <testcase{case}><error{_attributes(message=flat(gap.reason))}/></testcase>\n"


# rdjson: for reviewdog, columns in UTF-8 bytes


def _rdjson(found: Finding, group: Group) -> str:
    diagnostic: dict[str, object] = {
        "message": said(found),
        "location": _rd_location(found.path, found.place, group.columns),
        "severity": found.severity.upper(),
        "code": {"value": found.rule},
    }
    if found.fix is not None and found.place and group.columns:
        diagnostic["suggestions"] = [{"range": _rd_range(found.place, group.columns), "text": found.fix}]
    if found.related:
        diagnostic["relatedLocations"] = [_rd_related(other, group) for other in found.related]
    return "    " + escaped(json.dumps(diagnostic, ensure_ascii=False))


def _rd_related(other: Related, group: Group) -> dict[str, object]:
    own = (other.place.path, other.place.part) == (group.path, group.part)
    return {"message": other.note, "location": _rd_location(other.place.path, other.place, group.columns if own else None)}


def _rd_location(path: str, place: Place | None, columns: ByteColumns | None) -> dict[str, object]:
    return {"path": path, "range": _rd_range(place, columns)} if place else {"path": path}


def _rd_range(place: Place, columns: ByteColumns | None) -> dict[str, object]:
    if columns is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {
        "start": {"line": place.line, "column": columns.column(place.start, place.column)},
        "end": {"line": place.end_line, "column": columns.column(place.end, place.end_column)},
    }


def _rd_gap(gap: Skipped) -> str:
    diagnostic = {"message": flat(f"not checked: {gap.what}: {gap.reason}"), "location": {"path": gap.path}, "severity": "WARNING"}
    return "    " + escaped(json.dumps(diagnostic, ensure_ascii=False))


_LAYOUTS = {
    "concise": Layout(_concise, _concise_gap, foot=_total),
    "github": Layout(_github, _github_gap),
    "csv": Layout(_csv, _csv_gap, head=lambda run: _csv_row(_COLUMNS), all=True),
    "checkstyle": Layout(
        _checkstyle, _checkstyle_gap, lambda run: f'{_HEAD_XML}<checkstyle version="4.3">\n', _file,
        lambda group: "  </file>\n", lambda run, counts: "</checkstyle>\n",
    ),
    "junit": Layout(
        _junit, _junit_gap, lambda run: f'{_HEAD_XML}<testsuites name="leaflint">\n', _suite,
        lambda group: "  </testsuite>\n", lambda run, counts: "</testsuites>\n", all=True,
    ),
    "rdjson": Layout(
        _rdjson, _rd_gap, lambda run: '{\n  "source": {"name": "leaflint"},\n  "diagnostics": [\n',
        foot=lambda run, counts: "\n  ]\n}\n", between=",\n",
    ),
}  # fmt: skip
concise, github, csv, checkstyle, junit, rdjson = (partial(_write, layout) for layout in _LAYOUTS.values())
