"""SARIF 2.1.0, for code scanning: rules with help, related places, what was not checked as notifications."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable
from typing import IO, Any
from urllib.parse import quote

from lint.reporters.visible import escaped, flat, said
from lint.types.review import SEVERITIES, DocumentReview, Finding, Run, Skipped
from lint.types.rule import Rule
from lint.types.text import Place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5_000  # results that code scanning keeps
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SUPPRESSED = {
    "suppressed": "suppressed by a comment or a decision",
    "baselined": "known since the baseline was made",
    "unchanged": "on lines that did not change",
}


def write(run: Run, reviews: Iterable[DocumentReview], out: IO[str]) -> None:
    """Writes the run as one log. Beyond MOST results the weakest are left out, and a notification says how many."""
    kept: list[tuple[tuple[int, int], dict[str, Any]]] = []  # a heap: the weakest and last first
    count, gaps = 0, list(run.skipped)
    rules: dict[str, dict[str, Any]] = {rule.code: _rule(rule) for rule in run.catalogue}
    for found in _all(reviews, gaps):
        rules.setdefault(found.rule, _unlisted(found))
        entry = ((SEVERITIES.index(found.severity) + len(SEVERITIES) * (found.disposition == "open"), -count), _result(found))
        count += 1
        if len(kept) < MOST:
            heapq.heappush(kept, entry)
        else:
            heapq.heappushpop(kept, entry)
    strongest_first = count > MOST
    kept.sort(key=lambda entry: (-entry[0][0], -entry[0][1]) if strongest_first else (0, -entry[0][1]))
    notes = [_notification(gap) for gap in gaps]
    if run.partial:
        notes.append({"level": "error", "message": {"text": "interrupted: this review is partial"}})
    if strongest_first:
        text = f"{count - MOST} of {count} findings are left out: code scanning keeps {MOST}; the strongest are here"
        notes.append({"level": "warning", "message": {"text": text}})
    index = {code: number for number, code in enumerate(rules)}
    for _, result in kept:
        result["ruleIndex"] = index[result["ruleId"]]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "leaflint", "version": run.version, "semanticVersion": run.version, "rules": list(rules.values())}
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": not run.partial, "toolExecutionNotifications": notes}],
                "results": [result for _, result in kept],
            }
        ],
    }
    out.write(escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n")


def _all(reviews: Iterable[DocumentReview], gaps: list[Skipped]) -> Iterable[Finding]:
    for review in reviews:
        gaps += review.skipped
        yield from review.findings


def _rule(rule: Rule) -> dict[str, Any]:
    sources = f"\n\nSources: {'; '.join(rule.sources)}" if rule.sources else ""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title or rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.message}\n\nWhy: {rule.why}{sources}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.check], "precision": "medium" if rule.status == "preview" else "high"},
    }


def _unlisted(found: Finding) -> dict[str, Any]:
    return {
        "id": found.rule,
        "name": found.name,
        "shortDescription": {"text": found.name.replace("-", " ")},
        "fullDescription": {"text": found.why},
        "help": {"text": found.why},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": {"tags": [found.check]},
    }


def _result(found: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": 0,
        "level": _LEVELS[found.severity],
        "message": {"text": said(found)},
        "locations": [_location(found.path, found.part, found.place)],
        "partialFingerprints": {"leaflint/1": found.fingerprint},
        "properties": {"check": found.check, "disposition": found.disposition},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.place.path, other.place.part, other.place), "message": {"text": other.note}}
            for number, other in enumerate(found.related, 1)
        ]
    if found.evidence:
        result["properties"]["evidence"] = [
            {"statement": e.statement, "source": e.source, "section": e.section, "date": e.date, "url": e.url} for e in found.evidence
        ]
    if found.disposition != "open":
        result["suppressions"] = [_suppression(found)]
    return result


def _suppression(found: Finding) -> dict[str, str]:
    """Why a finding does not count: the decision on record, else what the disposition means."""
    decision = found.decision
    written = decision is not None and ":" in decision.source  # "a.md:12", a comment in the text; else a file of decisions
    why = decision.reason if decision and decision.reason else _SUPPRESSED[found.disposition]
    by = f" ({decision.by})" if decision and decision.by else ""
    return {"kind": "inSource" if written else "external", "status": "accepted", "justification": flat(why + by)}


def _location(path: str, part: str, place: Place | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": address(path)}}
    if place:
        physical["region"] = {
            "startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column,
            "charOffset": place.start, "charLength": place.end - place.start, "snippet": {"text": place.quote},
        }  # fmt: skip
    else:
        physical["region"] = {"startLine": 1}
    location: dict[str, Any] = {"physicalLocation": physical}
    names = {"fullyQualifiedName": part, "name": place.location if place else ""}
    if any(names.values()):
        location["logicalLocations"] = [{key: value for key, value in names.items() if value}]
    return location


def _notification(gap: Skipped) -> dict[str, Any]:
    return {"level": "warning", "message": {"text": f"{gap.what}: {gap.reason}"}, "locations": [_location(gap.path, gap.part, None)]}


def address(path: str) -> str:
    """A path as a URI: relative ones stay so."""
    encoded = quote(path.encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if path.startswith("/") else encoded
