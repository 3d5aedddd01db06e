"""What is said of the words under the cursor: findings with their reasons, claims with their verdicts, and the evidence for both."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from lint.live.buffer import Reviewed
from lint.live.diagnostics import range_of
from lint.live.positions import Positions
from lint.reporters.markdown import plain
from lint.types.review import Claim, Evidence, Finding, Requirement

_ADDRESS = re.compile(r"https?://[^\s<>]+")
VERDICTS = {
    "supported": "the reference supports this claim",
    "contradicted": "the reference contradicts this claim",
    "not-in-reference": "the reference does not speak of this",
    "not-checked": "this claim could not be checked",
}


def hover(reviewed: Reviewed, positions: Positions, at: lsp.Position, *, markdown: bool) -> lsp.Hover | None:
    """What there is to say at a position; None where that is nothing. Without `markdown` in plain text."""
    offset = positions.offset(at)
    here = [found for _, found in reviewed.findings() if _holds(range_of(found, positions), at)]
    claims = list(reviewed.claims_at(offset))
    findings = [found for found in here if found.place] or ([] if claims else here)
    if not findings and not claims:
        return None
    sections = [*(_finding(found) for found in findings), *(_claim(claim, findings) for claim in claims)]
    spans = [found.place for found in findings if found.place] or [claim.place for claim in claims]
    smallest = min(spans, key=lambda place: place.end - place.start, default=None)
    text = "\n\n---\n\n".join(sections)
    kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
    return lsp.Hover(
        contents=lsp.MarkupContent(kind, text if markdown else unmarked(text)),
        range=positions.range(smallest.start, smallest.end) if smallest else positions.first_line(),
    )


def checklist(requirements: Iterable[Requirement]) -> str:
    """The safety statements that are due and not there, with what each rests on, as Markdown."""
    due = [one for one in requirements if one.status in ("missing", "inadequate")]
    lines = [f"# Missing safety statements: {len(due)}" if due else "# No safety statement is missing"]
    for one in due:
        near = f": {plain(one.note)}" if one.note else ""
        lines.append(f"**{plain(one.title)}** ({one.severity}, {one.status}{near})")
        lines += _evidence(one.evidence)
    return "\n\n".join(lines) + "\n"


def unmarked(text: str) -> str:
    """Our own Markdown as plain text."""
    text = re.sub(r"(?m)^(?:#+|>) ?|(?<!\\)\*+|^---$", "", re.sub(r"<(https?://[^\s<>]+)>", r"\1", text))
    text = re.sub(r"\\(.)", r"\1", re.sub(r"\n{3,}", "\n\n", text))
    return html.unescape(text).replace("\u200b", "").strip()


def _finding(found: Finding) -> str:
    lines = [f"**{found.severity} {found.rule}** {plain(found.name)}", plain(found.message)]
    if found.why:
        lines.append(f"*Why:* {plain(found.why)}")
    if found.suggestions:
        lines.append(f"*Suggestion:* {', '.join(plain(suggestion) for suggestion in found.suggestions)}")
    lines += [f"{plain(other.note)}: line {other.place.line}, “{plain(other.place.quote)}”" for other in found.related]
    return "\n\n".join([*lines, *_evidence(found.evidence)])


def _claim(claim: Claim, findings: list[Finding]) -> str:
    """A claim's verdict, and the evidence that no finding beside it shows already."""
    shown = {evidence for found in findings for evidence in found.evidence}
    head = f"**{claim.verdict}** {plain(claim.kind)} of {plain(claim.drug)}: {VERDICTS[claim.verdict]}"
    return "\n\n".join([head, *_evidence(evidence for evidence in claim.evidence if evidence not in shown)])


def _evidence(evidence: Iterable[Evidence]) -> Iterator[str]:
    for one in evidence:
        if not one.fact:
            yield f"*Source:* {_from(one)}"
            continue
        doubt = "" if one.confirmed else " (unconfirmed)"
        quote = f"\n>\n> “{plain(one.quote)}”" if one.quote else ""
        yield f"> {plain(one.statement)}{doubt}{quote}\n>\n> {_from(one)}"


def _from(one: Evidence) -> str:
    address = f"<{one.url}>" if _ADDRESS.fullmatch(one.url) else plain(one.url)
    return ", ".join(part for part in (plain(one.source), plain(one.section), plain(one.date), address) if part)


def _holds(area: lsp.Range, at: lsp.Position) -> bool:
    return area.start <= at <= area.end
