#!/usr/bin/env python3
"""Writes gold/ from annotations/ and documents/: finds every quote and records its offsets.

    python tests/voices/make_gold.py

A quote must stand in its document exactly once, or say which with `nth`. Raises ValueError naming each that does not.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
LANGUAGES = {"US": "en-US", "UK": "en-GB"}
SEVERITY = {
    "error": (
        "talk-to-clinician do-not-stop-alone urgent-help tell-clinician-history infection-risk cancer-risk live-vaccines blood-tests "
        "bone-marrow-suppression allopurinol-febuxostat pregnancy-breastfeeding liver-harm allergy-contraindication"
    ).split(),
    "info": (
        "side-effects-incomplete take-as-prescribed for-you-only alternatives storage chickenpox-contact infection-reactivation "
        "named-interactions"
    ).split(),
}  # of a missing statement; every other one is a warning
ONE_LOWER = {"error": "warning", "warning": "info", "info": "info"}


def main() -> None:
    """Writes every gold file anew."""
    for annotation in sorted(HERE.glob("annotations/*/*.yaml")):
        target = HERE / "gold" / annotation.parent.name / f"{annotation.stem}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(render(annotation), encoding="utf-8")


def render(annotation: Path) -> str:
    """The gold file of one annotated document, as JSON."""
    return json.dumps(gold(annotation), indent=1, ensure_ascii=False) + "\n"


def gold(annotation: Path) -> dict[str, Any]:
    """The gold of one annotated document, in the form of corpus/gold."""
    notes = yaml.safe_load(annotation.read_text(encoding="utf-8"))
    name, jurisdiction = notes.get("document", f"{annotation.stem}.txt"), annotation.parent.name.upper()
    data = (HERE / "documents" / annotation.parent.name / name).read_bytes()
    text = data.decode("utf-8")
    return {
        "document": name,
        "drug": "azathioprine",
        "sha256": hashlib.sha256(data).hexdigest(),
        "length_chars": len(text),
        "length_bytes": len(data),
        "offsets": "python str indices, UTF-8, half-open [start,end)",
        "jurisdiction": jurisdiction,
        "language": LANGUAGES[jurisdiction],
        "kind": notes["kind"],
        "findings": [*_findings(notes["findings"], text), *_missing(notes["missing"])],
        "must_not_flag": _placed(notes["must_not_flag"], text, "K"),
        "tolerated": _placed(notes["tolerated"], text, "T"),
        "present_requirements": [*_present(notes["present"], text, "full"), *_present(notes.get("partial", {}), text, "partial")],
        "neutral_requirements": notes["neutral"],
        "not_applicable_requirements": notes["not_applicable"],
    }


def place(text: str, quote: str, nth: int = 0) -> dict[str, Any]:
    """Where a quote stands: its only place, or the nth (from 1). Raises ValueError when that is not clear."""
    count = text.count(quote)
    if count == 0 or (count > 1 and not nth) or nth > count:
        raise ValueError(f"{count} places, nth {nth}: {quote!r}")
    start = -1
    for _ in range(max(1, nth)):
        start = text.index(quote, start + 1)
    return {"quote": quote, "start": start, "end": start + len(quote), "line": text.count("\n", 0, start) + 1}


def _findings(notes: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    placed = _placed(notes, text, "F")
    for item in placed:
        item.setdefault("severity", "error")
        if "spans" in item:
            item["spans"] = [place(text, quote) for quote in item["spans"]]
    return placed


def _placed(notes: list[dict[str, Any]], text: str, letter: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{letter}{number:02}", **{k: v for k, v in note.items() if k != "nth"}, **place(text, note["quote"], note.get("nth", 0))}
        for number, note in enumerate(notes, 1)
    ]


def _missing(notes: dict[str, str]) -> list[dict[str, Any]]:
    made = []
    for number, (requirement, verdict) in enumerate(notes.items(), 1):
        status, level = verdict.split()
        severity = next((name for name, ids in SEVERITY.items() if requirement in ids), "warning")
        made.append(
            {
                "id": f"M{number:02}",
                "check": "safety",
                "quote": None,
                "start": None,
                "end": None,
                "line": None,
                "category": requirement,
                "status": status,
                "severity": severity if status == "missing" else ONE_LOWER[severity],
                "level": level,
            }
        )
    return made


def _present(notes: dict[str, str], text: str, strength: str) -> list[dict[str, Any]]:
    return [{**place(text, quote, 1), "strength": strength, "requirement": requirement} for requirement, quote in notes.items()]


if __name__ == "__main__":
    main()
