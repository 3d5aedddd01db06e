"""Spelling on real texts: python tests/benchmarks/measure_spelling.py DATA_FOLDER [--every N] [--show misses|firsts|alarms]

Reads `spelling.jsonl` (sentences with error spans and corrections) and `clean_texts.jsonl` (edited leaflets, `known_typos` left out of
the count). Prints recall and first suggestion right by kind, false alarms per 1,000 words, and the time of a suggestion.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from lint.language.build import build_corrector
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.review import Finding

_SPELLING = ("SPE101", "SPE102", "SPE105", "SPE106", "SPE107", "SPE108")


def main() -> None:
    """Measures both sides, since a lax vocabulary buys few alarms with many misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every N-th text only")
    parser.add_argument("--show", default="", choices=["", "misses", "firsts", "alarms"])
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    reviewer = replace(reviewer, settings=replace(reviewer.settings, jurisdiction="EU", kind="leaflet"))
    _recall(_lines(options.folder / "spelling.jsonl", options.every), reviewer, options.show)
    _alarms(_lines(options.folder / "clean_texts.jsonl", options.every), reviewer, options.show)
    _speed(_lines(options.folder / "spelling.jsonl", 1))


def _lines(path: Path, every: int) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[::every]]


def _findings(text: str, reviewer: Reviewer) -> list[Finding]:
    review = review_text(text, kind="leaflet", jurisdiction="EU", path="x.txt", reviewer=reviewer)
    if any(skipped.what.startswith("check: ") for skipped in review.skipped):
        raise SystemExit(str(review.skipped))
    return [found for found in review.findings if found.check == "spelling" and found.severity != "info" and found.place]


def _hits(findings: list[Finding], error: dict[str, Any]) -> list[Finding]:
    return [f for f in findings if f.place and f.place.start < error["end"] and error["start"] < f.place.end]


def _recall(rows: list[dict[str, Any]], reviewer: Reviewer, show: str) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        findings = _findings(row["text"], reviewer)
        for error in row["errors"]:
            kind = f"{row['set']} {error['kind']} {row.get('list') or ''}".strip()
            hits, quote = _hits(findings, error), row["text"][error["start"] : error["end"]]
            first = next((f.suggestions[0] for f in hits if f.suggestions), "")
            as_meant = first.lower() == error["correction"].lower()
            counts[kind].update(errors=1, found=bool(hits), first=as_meant)
            if (show == "misses" and not hits) or (show == "firsts" and hits and not as_meant):
                print(f"{row['id']}: {quote!r}, meant {error['correction']!r}, suggested {[f.suggestions for f in hits]}")
        counts[row["set"] + " other"].update(alarms=sum(not any(_hits([f], e) for e in row["errors"]) for f in findings))
    for kind, count in sorted(counts.items()):
        if count["errors"]:
            recall, right = count["found"] / count["errors"], count["first"] / count["errors"]
            print(f"{kind}: {count['errors']} errors, found {recall:.3f}, first suggestion right {right:.3f}")
        else:
            print(f"{kind}: {count['alarms']} findings elsewhere")


def _alarms(rows: list[dict[str, Any]], reviewer: Reviewer, show: str) -> None:
    alarms, words, typos, found_typos, start = Counter[str](), 0, 0, 0, time.perf_counter()
    for row in rows:
        review = review_text(row["text"], kind="leaflet", jurisdiction="EU", path="x.txt", reviewer=reviewer)
        findings = [f for f in review.findings if f.check == "spelling" and f.severity != "info" and f.place]
        words += review.document.words
        typos += len(row["known_typos"])
        found_typos += sum(bool(_hits(findings, typo)) for typo in row["known_typos"])
        for found in findings:
            if not any(_hits([found], typo) for typo in row["known_typos"]):
                alarms[found.name] += 1
                if show == "alarms" and found.place:
                    print(f"{row['id']}: {found.rule} {found.place.quote!r} {found.suggestions[:2]}")
    print(f"clean texts: {len(rows)}, {words} words in {time.perf_counter() - start:.0f} s; known typos found {found_typos} of {typos}")
    print(f"false alarms: {alarms.total()} = {1000 * alarms.total() / max(1, words):.2f} per 1,000 words: {alarms.most_common()}")


def _speed(rows: list[dict[str, Any]]) -> None:
    corrector = build_corrector(())
    corrector.suggest("warmming")
    asked = {row["text"][e["start"] : e["end"]] for row in rows for e in row["errors"]}
    start = time.process_time()
    for word in asked:
        corrector.suggest(word)
    print(f"suggestions: {1000 * (time.process_time() - start) / len(asked):.2f} ms of processor time a word, {len(asked)} words")


if __name__ == "__main__":
    main()
