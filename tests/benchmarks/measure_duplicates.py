"""Planted repeats found: python tests/benchmarks/measure_duplicates.py DUP_INJECTED.jsonl [--misses] [--clean CLEAN --repeats REPEATS]

Each line has `text`, the spans `a` and `b` of a planted repeat, and its `kind`. A finding counts when its own span and a related
one overlap the two; a changed number must be reported as a dangerous difference. CLEAN (`id`, `text`) has approved leaflets, in which
every finding that REPEATS (`id`, `repeats` with their `text`) does not explain counts as false.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.review import Finding


def _overlap(span: list[int], start: int, end: int) -> bool:
    return min(span[1], end) > max(span[0], start)


def _hits(finding: Finding, a: list[int], b: list[int]) -> bool:
    places = [(p.start, p.end) for p in (finding.place, *(r.place for r in finding.related)) if p]
    return any(_overlap(a, *place) for place in places) and any(_overlap(b, *place) for place in places)


def _false(clean: Path, repeats: Path, reviewer: Reviewer, show: bool) -> None:
    """Prints the findings in approved leaflets that no known repeat explains, for 10,000 words."""
    entries = [json.loads(line) for line in repeats.read_text(encoding="utf-8").splitlines()]
    known = {entry["id"]: [_plain(repeat["text"]).lstrip("-−• ") for repeat in entry["repeats"]] for entry in entries}
    words, counts = 0, Counter[str]()
    for line in clean.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        review = review_text(data["text"], kind="leaflet", jurisdiction="EU", path="x.md", reviewer=reviewer)
        words += review.document.words
        for finding in review.findings:
            quote = _plain(finding.place.quote) if finding.place else ""
            if finding.check == "duplicates" and not any(quote in text or text in quote for text in known.get(data["id"], ())):
                counts[f"{finding.name} {finding.severity}"] += 1
                if show:
                    print(data["id"], finding.name, "|", quote[:120], "|", finding.related[0].place.quote[:120])
    print(f"{sum(counts.values())} false in {words} words, {sum(counts.values()) / words * 10_000:.2f} per 10,000: {dict(counts)}")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def main() -> None:
    """Reviews every text and prints what was found by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--repeats", type=Path)
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    reviewer = replace(reviewer, settings=replace(reviewer.settings, jurisdiction="EU", kind="leaflet"))
    found, total = Counter[str](), Counter[str]()
    for line in options.file.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        review = review_text(data["text"], kind="leaflet", jurisdiction="EU", path="x.md", reviewer=reviewer)
        spans = sorted([data["a"], data["b"]])
        hits = [f for f in review.findings if f.check == "duplicates" and _hits(f, *spans)]
        right = any(f.name == "dangerous-difference" for f in hits) if data["kind"] == "number-changed" else bool(hits)
        total[data["kind"]] += 1
        found[data["kind"]] += right
        if options.misses and not right:
            print(data["kind"], [f.name for f in hits], data["text"][slice(*data["a"])][:160], "|", data["text"][slice(*data["b"])][:160])
    for kind in sorted(total):
        print(f"{kind}: {found[kind]}/{total[kind]}")
    if options.clean and options.repeats:
        _false(options.clean, options.repeats, reviewer, options.misses)


if __name__ == "__main__":
    main()
