"""Boxed warnings against leaflets: python tests/benchmarks/measure_boxed.py DATA_FOLDER [--show] [--extra]

`boxed.jsonl` of the folder has `drug`, `reference_boxed_warning`, `topics` (in the data's own names), `missing` (those that the leaflet
does not speak of) and, where a topic was cut out of it, `ablated` and `text`; an intact leaflet stands in `clean_texts.jsonl` under
`base`. The matters of each box are derived as from a label, and looked for in the leaflet. Prints how many cut matters are reported
and how many of intact leaflets falsely; `--extra` also shows what is reported besides the data's own topics.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.label import Label, Passage

OURS = {
    "cardiovascular": ("cardiovascular-events", "heart-failure", "arrhythmia", "thrombosis"), "liver": ("liver-harm",),
    "fetal-harm": ("fetal-harm",), "infection": ("infection-risk",), "dementia-deaths": ("dementia-deaths",),
    "malignancy": ("cancer-risk",), "bleeding": ("bleeding",), "pml": ("pml",), "dependence": ("abuse-dependence",),
    "breathing": ("respiratory-depression",), "lactic-acidosis": ("lactic-acidosis",), "clots": ("thrombosis",), "kidney": ("kidney-harm",),
}  # fmt: skip


@dataclass
class Counts:
    """What was counted, and the rows to show."""

    cut: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    intact: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)


def label_of(row: dict[str, Any]) -> Label:
    """The row's boxed warning as a label that has nothing else."""
    text = row["reference_boxed_warning"]
    return Label(
        drug=row["drug"].lower(), synonyms=(), brands=(), classes=(), routes=(), identifier="", version="", date="", jurisdiction="US",
        title=f"{row['drug']} label", url="", format="text", sha256=hashlib.sha256(text.encode()).hexdigest(),
        passages=(Passage("p1", "boxed", ("Boxed warning",), text, "line 1"),),
    )  # fmt: skip


def statuses(row: dict[str, Any], text: str, reviewer: Reviewer) -> dict[str, str]:
    """The status of each matter of the box in a leaflet."""
    drug = row["drug"].lower()
    review = review_text(text, kind="leaflet", jurisdiction="US", drug=drug, path="x.md", reviewer=reviewer)
    derived = {fact.topic for r in reviewer.references for fact in r.facts if fact.boxed and r.drug == drug}
    named = {requirement.id.removeprefix(f"{drug}:"): requirement.status for requirement in review.requirements}
    return {topic: named.get(topic, "not due") for topic in derived}


def rows(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each row with the leaflet it is about."""
    lines = (folder / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()
    whole = {(row.get("base") or row["id"]): row["text"] for row in map(json.loads, lines)}
    for row in map(json.loads, (folder / "boxed.jsonl").read_text(encoding="utf-8").splitlines()):
        yield row, row.get("text") or whole[row["base"]]


def count(row: dict[str, Any], found: dict[str, str], counts: Counts) -> None:
    """Adds one leaflet."""
    reported = {topic for topic, status in found.items() if status in ("missing", "inadequate")}
    for name in row["topics"]:
        ours = reported & set(OURS[name])
        if row["ablated"] == name:
            counts.cut[name] += 1
            counts.found[name] += bool(ours)
            if not ours:
                counts.shown.append(f"{row['id']}: cut, not reported: {name} {found}")
        elif not row["ablated"] and name not in row["missing"]:
            counts.intact[name] += 1
            counts.false[name] += bool(ours)
            if ours:
                counts.shown.append(f"{row['id']}: intact, reported: {name} {sorted(ours)}")
    known = {topic for name in row["topics"] for topic in OURS[name]}
    if not row["ablated"]:
        counts.extra.update(reported - known)


def main() -> None:
    """Prints the figures for each topic and in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--extra", action="store_true")
    options = parser.parse_args()
    base = Reviewer.build(Settings(today="2026-11-24"))
    counts, reviewers = Counts(), dict[str, Reviewer]()
    for row, text in rows(options.data):
        box = row["reference_boxed_warning"]
        if box not in reviewers:
            reviewers[box] = base.with_labels((label_of(row),))
        count(row, statuses(row, text, reviewers[box]), counts)
    for name in OURS:
        if counts.cut[name] + counts.intact[name]:
            print(f"{name}: cut {counts.found[name]} of {counts.cut[name]} reported, intact {counts.false[name]} of {counts.intact[name]}")
    for what, part, whole in (("cut reported", counts.found, counts.cut), ("intact falsely reported", counts.false, counts.intact)):
        print(f"{what}: {part.total()}/{whole.total()} = {100 * part.total() / (whole.total() or 1):.1f} %")
    print("\n".join(counts.shown) if options.show else "")
    print(f"reported besides, in intact leaflets: {counts.extra.most_common()}" if options.extra else "")


if __name__ == "__main__":
    main()
