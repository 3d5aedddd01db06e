"""General safety statements cut out of leaflets: python tests/benchmarks/measure_cut_topics.py DATA_FOLDER [--show]

Each line of `disclaimers.jsonl` has `text`, a leaflet without any paragraph on `missing`, and `base`, its intact twin in
`clean_texts.jsonl`. Prints how many of the statements are reported where they were cut out, and in how many intact twins, falsely.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings

OURS = {
    "contraindications": "who-must-not-take", "overdose": "overdose", "pregnancy": "pregnancy", "allergy": "allergy",
    "driving": "driving", "side_effect_reporting": "report-side-effects", "keep_from_children": "keep-from-children",
}  # fmt: skip


def reported(text: str, reviewer: Reviewer) -> dict[str, str]:
    """The status of each general statement that a leaflet lacks, wholly or partly."""
    review = review_text(text, kind="leaflet", jurisdiction="EU", path="x.md", reviewer=reviewer)
    return {found.id: found.status for found in review.requirements if found.status in ("missing", "inadequate")}


def main() -> None:
    """Prints both figures for each statement and in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    base = Reviewer.build(Settings(today="2026-11-24"))
    reviewer = replace(base, settings=replace(base.settings, jurisdiction="EU", kind="leaflet"))
    lines = (options.data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()
    whole = {key.removeprefix("ema/"): row["text"] for row in map(json.loads, lines) for key in (row["id"], row.get("base", ""))}
    cut, found, false = Counter[str](), Counter[str](), Counter[str]()
    for row in map(json.loads, (options.data / "disclaimers.jsonl").read_text(encoding="utf-8").splitlines()):
        name = row["missing"]
        cut[name] += 1
        hit, wrong = (OURS[name] in reported(text, reviewer) for text in (row["text"], whole[row["base"].removeprefix("ema/")]))
        found[name] += hit
        false[name] += wrong
        if options.show and (wrong or not hit):
            print(f"{row['id']}: {'intact, reported' if wrong else 'cut, not reported'}")
    for name in OURS:
        print(f"{name}: cut {found[name]} of {cut[name]} reported, intact {false[name]} of {cut[name]}")
    print(f"cut reported: {found.total()}/{cut.total()} = {100 * found.total() / cut.total():.1f} %")
    print(f"intact falsely reported: {false.total()}/{cut.total()} = {100 * false.total() / cut.total():.1f} %")


if __name__ == "__main__":
    main()
