"""The review as text, for reading in a terminal: each document's findings, its ledger, its checklist, then what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO, cast

from lint.reporters.marks import Marks, Plain, marks_for
from lint.reporters.terminal import Console, Text, cell_len
from lint.reporters.visible import counted, flat, short, visible
from lint.types.review import DISPOSITIONS, Claim, DocumentReview, Evidence, Finding, Related, Requirement, Run, Skipped
from lint.types.text import Place

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_BLANK = dict.fromkeys(map(ord, "\t\v\f\ufeff"), " ")
_SHOWN = 100  # columns of a source line around the words at fault


def write(run: Run, reviews: Iterable[DocumentReview], out: TextIO, *, color: bool | None = None) -> None:
    """Writes the review of a run. `color` forces colours on or off; by default a terminal gets them unless NO_COLOR is set."""
    marks = marks_for(out)
    if marks.evidence.isascii():
        out = cast(TextIO, Plain(out, marks))
    console = Console(out, color=color)
    counts: Counter[str] = Counter()
    gaps: list[Skipped] = list(run.skipped)
    for review in reviews:
        _document(console, review, marks, counts)
        gaps += review.skipped
    if gaps:
        console.print(_text("Not checked", style="bold"))
        for gap in gaps:
            part = f" {gap.part}" if gap.part else ""
            console.print(_text(f"  {marks.unchecked} {gap.path}{part}: {gap.what}: {gap.reason}"))
        console.print()
    summary(console, run, counts, len(gaps))


def _text(text: str, style: str = "") -> Text:
    """Text for a terminal: what the document holds never steers it."""
    return Text(visible(text), style=style)


def _document(console: Console, review: DocumentReview, marks: Marks, counts: Counter[str]) -> None:
    info = review.document
    drugs = ", ".join(info.drugs) or "no medicine recognised"
    console.print(_text(f"{info.path}{' ' + info.part if info.part else ''}", style="bold"))
    console.print(_text(f"{info.kind}, {info.words} words, about {drugs}, for {info.jurisdiction}", style="dim"))
    if info.note:
        console.print(_text(info.note, style="dim"))
    console.print()
    counts["documents"] += 1
    opened = [found for found in review.findings if _counted(found, counts)]
    for found in opened:
        if found.place or found.check != "safety":
            _finding(console, found, marks)
    missing = [found for found in opened if found.check == "safety" and found.place is None]
    if missing:
        console.print(_text("Missing safety statements", style="bold"))
        for found in missing:
            _finding(console, found, marks)
    _suppressed(console, [found for found in review.findings if found.decision is not None])
    _ledger(console, review.claims, marks, counts)
    _checklist(console, review.requirements, marks, counts)


def _suppressed(console: Console, findings: list[Finding]) -> None:
    """What was set aside, why and by whom."""
    if not findings:
        return
    console.print(_text("Suppressed", style="bold"))
    for found in findings:
        where = f"line {found.place.line}: “{short(found.place.quote, 60)}”" if found.place else flat(found.message)
        console.print(_text(f"  {found.rule} {found.name}, {where}: {flat(str(found.decision))}"))
    console.print()


def _counted(found: Finding, counts: Counter[str]) -> bool:
    """Counts a finding by its severity if it is open, by its disposition if not; whether it is open."""
    opened = found.disposition == "open"
    counts[found.severity if opened else found.disposition] += 1
    return opened


def _finding(console: Console, found: Finding, marks: Marks) -> None:
    place = found.place
    where = f"{found.path}{f'#{found.part}' if found.part else ''}{f':{place.line}:{place.column}' if place else ''}"
    where += f" ({place.location})" if place and place.location else ""
    head = _text(f"{where}: {found.rule} ")
    head.append(f"[{found.severity}]", style=_STYLES[found.severity])
    head.append(f" {found.name}: {flat(found.message)}")
    console.print(head)
    if place:
        _excerpt(console, place, marks)
    if found.note:
        console.print(_text(f"    note: {found.note}"))
    if found.suggestions:
        console.print(_text(f"    suggestion: {', '.join(found.suggestions)}"))
    console.print(_text(f"    why: {found.why}", style="dim"))
    for other in found.related:
        _related(console, other)
    for evidence in found.evidence:
        for line in _evidence(evidence, marks):
            console.print(_text(f"    {line}", style="dim"))
    console.print()


def _excerpt(console: Console, place: Place, marks: Marks) -> None:
    """The source line, cut around the words at fault, with those words underlined."""
    line = visible(place.excerpt.translate(_BLANK))
    at = place.column - place.excerpt_column
    length = place.end - place.start if place.end_line == place.line else len(line) - at
    start = max(0, at - (_SHOWN - min(length, _SHOWN)) // 2)
    lead = marks.cut if start else ""
    tail = marks.cut if start + _SHOWN < len(line) else ""
    before, marked = marks.shown(line[start:at]), marks.shown(line[at : min(at + length, start + _SHOWN)])
    shown = before + marked + marks.shown(line[at : start + _SHOWN])[len(marked) :]
    console.print(_text(f"    {lead}{shown}{tail}"))
    console.print(_text("    " + " " * cell_len(lead + before) + "^" * max(1, cell_len(marked))))


def _related(console: Console, other: Related) -> None:
    place = other.place
    console.print(_text(f"    {other.note}: {place.path}:{place.line}:{place.column} “{short(place.quote, 80)}”"))


def _evidence(evidence: Evidence, marks: Marks) -> Iterator[str]:
    doubt = "" if evidence.confirmed else " (unconfirmed)"
    if not evidence.fact:
        yield f"source: {evidence.source}"
        return
    yield f"{marks.evidence} {evidence.statement}{doubt}"
    if evidence.quote:
        yield f"  “{evidence.quote}”"
    yield "  " + ", ".join(part for part in (evidence.source, evidence.section, evidence.date, evidence.url, evidence.fact) if part)


def _ledger(console: Console, claims: tuple[Claim, ...], marks: Marks, counts: Counter[str]) -> None:
    if not claims:
        return
    console.print(_text("Claims", style="bold"))
    for claim in claims:
        counts[claim.verdict] += 1
        line = _text(f"  {claim.place.line:>4}  {claim.verdict:<16}  {claim.kind:<17}  “{short(claim.place.quote, 80)}”{_noted(claim)}")
        if claim.verdict == "contradicted":
            line.stylize("red")
        console.print(line)
        for evidence in claim.evidence[:1]:
            said = f"“{short(evidence.quote, 120)}”" if evidence.quote else evidence.statement
            console.print(_text(f"          {marks.evidence} {said} ({evidence.fact})", style="dim"))
    console.print()


def _noted(claim: Claim) -> str:
    return f" ({claim.note})" if claim.note else ""


def _checklist(console: Console, requirements: tuple[Requirement, ...], marks: Marks, counts: Counter[str]) -> None:
    if not requirements:
        return
    console.print(_text("Safety checklist", style="bold"))
    for requirement in requirements:
        counts[requirement.status] += 1
        place = requirement.place
        near = f"  line {place.line}: “{short(place.quote, 60)}”" if place else f"  {requirement.note}" if requirement.note else ""
        due = requirement.severity if requirement.status in ("missing", "inadequate") else ""
        console.print(_text(f"  {marks.status[requirement.status]} {requirement.status:<14} {due:<8} {requirement.title}{near}"))
    console.print()


def summary(console: Console, run: Run, counts: Counter[str], gaps: int) -> None:
    """Writes the line of counts that ends a review."""
    total = Text()
    total.append(f"{counts['documents']} document{'s' * (counts['documents'] != 1)}: ", style="bold")
    total.append(counted(counts))
    claims = [
        f"{counts[verdict]} {verdict}" for verdict in ("supported", "contradicted", "not-in-reference", "not-checked") if counts[verdict]
    ]
    statuses = [f"{counts[status]} {status}" for status in ("present", "inadequate", "missing") if counts[status]]
    total.append(f"; claims: {', '.join(claims) or 'none'}; safety statements: {', '.join(statuses) or 'none due'}")
    total.append("".join(f"; {name}: {counts[name]}" for name in DISPOSITIONS[1:] if counts[name]))
    total.append(f"; not checked: {gaps}" if gaps else "")
    console.print(total)
    if run.partial:
        console.print(_text("interrupted: this review is partial", style="bold red"))
