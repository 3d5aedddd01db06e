"""A summary for a pull request: counts, then each document's open findings in a table that fits a comment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from lint.reporters.visible import counted, flat, said, short, where
from lint.types.review import DocumentReview, Finding, Requirement, Run, Skipped

ROOM = 60_000  # code points; a comment on GitHub holds 65,536
_MARKUP = re.compile(r"([\\`*_\[\]#|~])")
_SIGNS = {"error": "🔴 error", "warning": "🟠 warning", "info": "🔵 info"}


def write(run: Run, reviews: Iterable[DocumentReview], out: IO[str]) -> None:
    """Writes the summary. What does not fit is counted, never dropped silently; what was not checked always stands at the top."""
    body: list[str] = []
    counts: Counter[str] = Counter()
    gaps: list[Skipped] = list(run.skipped)
    room, left = ROOM, 0
    for review in reviews:
        gaps += review.skipped
        counts["documents"] += 1
        counts.update(found.severity if found.disposition == "open" else found.disposition for found in review.findings)
        for line in _document(review):
            if len(line) <= room:
                body.append(line)
                room -= len(line) + 1
            else:
                left += line.startswith("| ")
    out.write("\n".join((*_top(run, counts, gaps), *body)) + "\n")
    if left:
        out.write(f"\n**{left} more findings do not fit here**: the HTML and JSON reports hold them all.\n")
    out.write(f"\n<sub>leaflint {run.version}, {run.today}</sub>\n")


_HEAD = ("| | where | rule | finding |", "|---|---|---|---|")


def _top(run: Run, counts: Counter[str], gaps: list[Skipped]) -> Iterator[str]:
    yield f"## leaflint: {counted(counts)} in {counts['documents']} document{'s' * (counts['documents'] != 1)}"
    closed = ", ".join(f"{name}: {counts[name]}" for name in ("suppressed", "baselined", "unchanged") if counts[name])
    if closed:
        yield f"\nNot counted: {closed}."
    if run.partial:
        yield "\n**Interrupted: this review is partial.**"
    if gaps:
        yield "\n> [!WARNING]\n> **Not checked**"
        shown = gaps[:50]
        yield from (f"> - {plain(f'{gap.path} {gap.part}'.strip())}: {plain(gap.what)}: {plain(gap.reason)}" for gap in shown)
        if len(gaps) > len(shown):
            yield f"> - and {len(gaps) - len(shown)} more"


def _document(review: DocumentReview) -> Iterator[str]:
    info = review.document
    yield f"\n### {plain(f'{info.path} {info.part}'.strip())}\n"
    claims, due = Counter(claim.verdict for claim in review.claims), Counter(item.status for item in review.requirements)
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in claims.items()) or "none"
    statuses = ", ".join(f"{number} {status}" for status, number in due.items()) or "none due"
    yield f"{info.kind}, {info.words} words, about {plain(', '.join(info.drugs)) or 'no medicine recognised'}, for {info.jurisdiction}. "
    yield f"Claims: {verdicts}. Safety statements: {statuses}."
    if info.note:
        yield f"\n**Note:** this text {plain(info.note)}."
    opened = [found for found in review.findings if found.disposition == "open"]
    if opened:
        yield "\n" + "\n".join(_HEAD)
        yield from map(_row, opened)
    else:
        yield "\nNo open findings."
    suppressed = [found for found in review.findings if found.decision is not None]
    if suppressed:
        yield f"\n<details><summary>Suppressed: {len(suppressed)}</summary>\n"
        yield from (f"- {plain(found.name)} `{found.rule}`: {plain(said(found))} ({plain(str(found.decision))})" for found in suppressed)
        yield "\n</details>"
    missing = [item for item in review.requirements if item.status in ("missing", "inadequate")]
    if missing:
        yield f"\n<details><summary>Safety checklist: {len(missing)} of {len(review.requirements)} to do</summary>\n"
        yield from map(_box, review.requirements)
        yield "\n</details>"


def _row(found: Finding, path: str = "") -> str:
    place = plain(where(found.place)) if found.place else "missing"
    place = f"{plain(path)}, {place}" if path else place
    return f"| {_SIGNS[found.severity]} | {place} | {plain(found.name)} `{found.rule}` | {plain(said(found))} |"


def _box(requirement: Requirement) -> str:
    done = "x" if requirement.status in ("present", "not-applicable") else " "
    near = f": “{plain(short(requirement.place.quote, 80))}”" if requirement.place else ""
    return f"- [{done}] {plain(requirement.title)} ({requirement.status}{near})"


def plain(text: str) -> str:
    """Text that Markdown shows as it is: markup escaped, no tags, no mentions, no references, on one line."""
    escaped = _MARKUP.sub(r"\\\1", flat(text)).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"@(?=\w)|(?<=\\#)(?=\d)", lambda found: f"{found[0]}\u200b", escaped)
