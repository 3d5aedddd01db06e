"""The JSON report, schema leaflint-report/1: the same bytes for the same run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO

from lint.reporters.visible import escaped
from lint.types.review import Claim, DocumentReview, Evidence, Finding, Requirement, Run, Skipped
from lint.types.text import Place

SCHEMA = "leaflint-report/1"


def write(run: Run, reviews: Iterable[DocumentReview], corpus_findings: Iterable[Finding], out: TextIO) -> None:
    """Writes the report of a run. Only the entries are kept in memory, not the reviews."""
    documents: list[Any] = []
    findings: list[Any] = [_finding(found) for found in corpus_findings]
    claims: list[Any] = []
    requirements: list[Any] = []
    skipped: list[Any] = [_skipped(gap) for gap in run.skipped]
    for review in reviews:
        info = review.document
        documents.append({name: getattr(info, name) for name in info.__slots__})
        findings += [_finding(found) for found in review.findings]
        claims += [_claim(claim) for claim in review.claims]
        requirements += [_requirement(requirement) for requirement in review.requirements]
        skipped += [_skipped(gap) for gap in review.skipped]
    severities = Counter(found["severity"] for found in findings if found["disposition"] == "open")
    report = {
        "schema": SCHEMA,
        "tool": {"name": "leaflint", "version": run.version},
        "run": _run(run),
        "documents": documents,
        "findings": findings,
        "claims": claims,
        "requirements": requirements,
        "skipped": skipped,
        "summary": {
            "documents": len(documents),
            "errors": severities["error"],
            "warnings": severities["warning"],
            "infos": severities["info"],
        },
    }
    out.write(escaped(json.dumps(report, ensure_ascii=False, indent=2)) + "\n")


def _run(run: Run) -> dict[str, Any]:
    return {
        "today": run.today,
        "partial": run.partial,
        "rules": [{"pack": pack, "sha256": sha256} for pack, sha256 in run.rules],
        "references": [
            {"drug": drug, "jurisdiction": jurisdiction, "version": version, "sha256": sha256}
            for drug, jurisdiction, version, sha256 in run.references
        ],
    }


def _finding(found: Finding) -> dict[str, Any]:
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


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "path": claim.place.path, "part": claim.place.part, **_span(claim.place), "quote": claim.place.quote, "kind": claim.kind,
        "drug": claim.drug, "verdict": claim.verdict, "by": claim.by, "evidence": [_evidence(e) for e in claim.evidence],
    }  # fmt: skip


def _requirement(requirement: Requirement) -> dict[str, Any]:
    return {
        "path": requirement.path, "part": requirement.part, "id": requirement.id, "title": requirement.title,
        "drug": requirement.drug, "status": requirement.status, "severity": requirement.severity, **_span(requirement.place),
        "quote": _quote(requirement.place), "note": requirement.note, "evidence": [_evidence(e) for e in requirement.evidence],
    }  # fmt: skip


def _evidence(evidence: Evidence) -> dict[str, Any]:
    names = ("fact", "statement", "quote", "source", "section", "url", "date", "confirmed")
    return {name: getattr(evidence, name) for name in names}


def _skipped(gap: Skipped) -> dict[str, Any]:
    return {"path": gap.path, "part": gap.part, "what": gap.what, "reason": gap.reason}


def _span(place: Place | None) -> dict[str, int | str | None]:
    names = ("start", "end", "line", "column", "end_line", "end_column")
    location = place.location if place and place.location else None
    return {**{name: getattr(place, name) if place else None for name in names}, "location": location}


def _quote(place: Place | None) -> str | None:
    return place.quote if place else None
