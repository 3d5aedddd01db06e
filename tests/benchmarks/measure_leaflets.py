"""False alarms on carefully edited leaflets: python tests/benchmarks/measure_leaflets.py CLEAN_TEXTS.jsonl [--show CHECK] [--every N]

Each line of the file has `id`, `drug`, `text`. Prints findings per 1,000 words by check, and requirements reported missing.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings


def main() -> None:
    """Reviews every text as an EU leaflet and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", default="", help="print the findings of a check, or of `missing`")
    parser.add_argument("--every", type=int, default=1, help="take every N-th text only")
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    reviewer = replace(reviewer, settings=replace(reviewer.settings, jurisdiction="EU", kind="leaflet"))
    findings, missing, words, documents = Counter[str](), Counter[str](), 0, 0
    start = time.perf_counter()
    for line in options.file.read_text(encoding="utf-8").splitlines()[:: options.every]:
        text = json.loads(line)
        review = review_text(text["text"], kind="leaflet", jurisdiction="EU", path="x.md", reviewer=reviewer)
        words += review.document.words
        documents += 1
        for found in review.findings:
            findings[f"{found.check} {found.severity}"] += found.check != "safety"
            if found.check == options.show and found.place:
                print(f"{text['id']}: {found.rule} {found.name}: {found.place.quote[:110]!r} {found.suggestions[:2]}")
        for requirement in review.requirements:
            if requirement.status == "missing":
                missing[requirement.id] += 1
                if options.show == "missing":
                    print(f"{text['id']}: {requirement.id}")
    seconds = time.perf_counter() - start
    print(f"{documents} texts, {words} words, {words / seconds:.0f} words/s")
    for name, count in sorted(findings.items()):
        if count:
            print(f"{name}: {count} = {1000 * count / words:.3f} per 1,000 words")
    print(f"missing: {sum(missing.values())} = {sum(missing.values()) / documents:.2f} per text: {missing.most_common()}")


if __name__ == "__main__":
    main()
