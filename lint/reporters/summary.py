"""What a run whose reviews lie elsewhere tells: counts, a few findings, a few gaps, and where the rest is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TextIO, cast

from lint.reporters.marks import Plain, marks_for
from lint.reporters.terminal import Console, Text
from lint.reporters.text import summary
from lint.reporters.visible import flat, visible
from lint.types.review import SEVERITIES, STATUSES, Run

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def write(
    run: Run, counts: Mapping[str, int], findings: Sequence[Mapping[str, Any]], gaps: Sequence[Mapping[str, Any]], rest: str, out: TextIO,
    *, color: bool | None = None,
) -> None:  # fmt: skip
    """Writes the summary. `findings` and `gaps` are a few entries as the JSON report has them; `rest` says where to find the others."""
    marks = marks_for(out)
    if marks.evidence.isascii():
        out = cast(TextIO, Plain(out, marks))
    console = Console(out, color=color)
    for found in findings:
        head = Text(visible(f"{_where(found)}: {found['rule']} "))
        head.append(f"[{found['severity']}]", style=_STYLES[found["severity"]])
        head.append(visible(f" {found['name']}: {flat(found['message'])}"))
        console.print(head)
    if more := sum(counts[name] for name in SEVERITIES) - len(findings):
        console.print(Text(visible(f"… and {more} more findings: {rest}"), style="dim"))
    if gaps:
        console.print(Text("Not checked", style="bold"))
        for gap in gaps:
            part = f" {gap['part']}" if gap["part"] else ""
            console.print(Text(visible(f"  {marks.unchecked} {gap['path']}{part}: {gap['what']}: {flat(gap['reason'])}")))
        if more := counts["gaps"] - len(gaps):
            console.print(Text(visible(f"  … and {more} more: {rest}"), style="dim"))
    told = Counter(dict(counts))
    told.update({status: counts[f"statement {status}"] for status in STATUSES})
    summary(console, run, told, counts["gaps"])


def _where(found: Mapping[str, Any]) -> str:
    part, at = (f"#{found['part']}" if found["part"] else ""), (f":{found['line']}:{found['column']}" if found["line"] else "")
    return f"{found['path']}{part}{at}"
