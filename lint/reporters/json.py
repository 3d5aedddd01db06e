"""The JSON report, schema leaflint-report/1: the same bytes for the same run."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from json.encoder import encode_basestring
from typing import Any, TextIO

from lint.reporters.visible import escaped
from lint.types.review import Claim, DocumentInfo, DocumentReview, Evidence, Finding, Requirement, Run, Skipped
from lint.types.text import Place

SCHEMA = "leaflint-report/1"
_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring, int: str, type(None): lambda _: "null", bool: lambda value: "true" if value else "false",
}  # fmt: skip
_IN_MEMORY = 4_000_000  # code points of an array; what is longer is kept in a file on the way


class _Section:
    """One array of the report: its entries as text, in a file once they are many."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self._text = tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115

    def add(self, entry: Mapping[str, Any]) -> None:
        """Adds an entry."""
        self._text.write(",\n    " if self.count else "\n    ")
        self._text.write(escaped(_indented(entry, "\n    ")))
        self.count += 1

    def copy(self, out: TextIO) -> None:
        """Writes the array under its name."""
        out.write(f'  "{self.name}": [')
        self._text.seek(0)
        shutil.copyfileobj(self._text, out)
        out.write("\n  ],\n" if self.count else "],\n")
        self._text.close()


def write(run: Run, reviews: Iterable[DocumentReview], out: TextIO) -> None:
    """Writes the report of a run. Neither reviews nor entries are kept in memory."""
    sections = [_Section(name) for name in ("documents", "findings", "claims", "requirements", "skipped")]
    documents, findings, claims, requirements, skipped = sections
    severities = Counter[str]()

    def add(found: Finding) -> None:
        findings.add(finding_entry(found))
        severities[found.severity] += found.disposition == "open"

    for gap in run.skipped:
        skipped.add(gap_entry(gap))
    for review in reviews:
        documents.add(document_entry(review.document))
        for found in review.findings:
            add(found)
        for claim in review.claims:
            claims.add(claim_entry(claim))
        for requirement in review.requirements:
            requirements.add(requirement_entry(requirement))
        for gap in review.skipped:
            skipped.add(gap_entry(gap))
    head = {"schema": SCHEMA, "tool": {"name": "leaflint", "version": run.version}, "run": run_entry(run)}
    out.write(_dumped(head).removesuffix("\n}") + ",\n")
    for section in sections:
        section.copy(out)
    counts = {"errors": severities["error"], "warnings": severities["warning"], "infos": severities["info"]}
    out.write(_dumped({"summary": {"documents": documents.count, **counts}}).removeprefix("{\n") + "\n")


def _dumped(value: Mapping[str, Any]) -> str:
    return escaped(_indented(value, "\n"))


def _indented(value: object, line: str) -> str:
    """What `json.dumps` gives with an indent of two, in a fifth of the time; `line` is a new line with the indent so far."""
    plain = _PLAIN.get(type(value))
    if plain is not None:
        return plain(value)
    if not isinstance(value, (dict, list, tuple)):
        return json.dumps(value)
    inner = line + "  "
    if isinstance(value, dict):
        quoted = encode_basestring
        entries = [f"{quoted(name)}: {quoted(one) if type(one) is str else _indented(one, inner)}" for name, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}" if value else "{}"
    return f"[{inner}{f',{inner}'.join([_indented(entry, inner) for entry in value])}{line}]" if value else "[]"


def run_entry(run: Run) -> dict[str, Any]:
    """What a report says of its run."""
    return {
        "today": run.today,
        "partial": run.partial,
        "rules": [{"pack": pack, "sha256": sha256} for pack, sha256 in run.rules],
        "references": [
            {"drug": drug, "jurisdiction": jurisdiction, "version": version, "sha256": sha256}
            for drug, jurisdiction, version, sha256 in run.references
        ],
    }


def document_entry(document: DocumentInfo) -> dict[str, Any]:
    """A document as a report lists it."""
    return {name: getattr(document, name) for name in document.__slots__}


def finding_entry(found: Finding) -> dict[str, Any]:
    """A finding as a report lists it."""
    return {
        "rule": found.rule, "name": found.name, "check": found.check, "severity": found.severity,
        "path": found.path, "part": found.part, **_span(found.place), "quote": _quote(found.place),
        "message": found.message, "why": found.why, "suggestions": list(found.suggestions), "fix": found.fix,
        "fingerprint": found.fingerprint, "disposition": found.disposition, "drug": found.drug, "requirement": found.requirement,
        "confidence": None if found.confidence is None else round(found.confidence, 3),
        "related": [
            {"path": other.place.path, "part": other.place.part, **_span(other.place), "quote": other.place.quote, "note": other.note}
            for other in found.related
        ],
        "evidence": [_evidence(evidence) for evidence in found.evidence],
        **({"decision": asdict(found.decision)} if found.decision else {}), **({"note": found.note} if found.note else {}),
    }  # fmt: skip


def claim_entry(claim: Claim) -> dict[str, Any]:
    """A claim as a report lists it."""
    return {
        "path": claim.place.path, "part": claim.place.part, **_span(claim.place), "quote": claim.place.quote, "kind": claim.kind,
        "drug": claim.drug, "verdict": claim.verdict, "by": claim.by, "evidence": [_evidence(e) for e in claim.evidence],
        **({"note": claim.note} if claim.note else {}),
    }  # fmt: skip


def requirement_entry(requirement: Requirement) -> dict[str, Any]:
    """A safety statement as a report lists it."""
    return {
        "path": requirement.path, "part": requirement.part, "id": requirement.id, "title": requirement.title,
        "drug": requirement.drug, "status": requirement.status, "severity": requirement.severity, **_span(requirement.place),
        "quote": _quote(requirement.place), "note": requirement.note, "evidence": [_evidence(e) for e in requirement.evidence],
    }  # fmt: skip


def _evidence(evidence: Evidence) -> dict[str, Any]:
    names = ("fact", "statement", "quote", "source", "section", "url", "date", "confirmed")
    return {name: getattr(evidence, name) for name in names}


def gap_entry(gap: Skipped) -> dict[str, Any]:
    """What was not checked, as a report lists it."""
    return {"path": gap.path, "part": gap.part, "what": gap.what, "reason": gap.reason}


def _span(place: Place | None) -> dict[str, int | str | None]:
    names = ("start", "end", "line", "column", "end_line", "end_column")
    location = place.location if place and place.location else None
    return {**{name: getattr(place, name) if place else None for name in names}, "location": location}


def _quote(place: Place | None) -> str | None:
    return place.quote if place else None
