"""The checklist made from a label, in leaflets: python tests/benchmarks/measure_checklist.py DATA_FOLDER [--show]

`boxed.jsonl` has the boxed warning of a US label beside a leaflet of the same drug, intact (text in `clean_texts.jsonl` under `base`) or
with every paragraph on one matter cut out. Each leaflet is reviewed with that label given, as a user would.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from pathlib import Path

from lint.labels.read import read_labels
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings

TOPICS = {  # what the data calls a matter: the topics that are it
    "cardiovascular": ("cardiovascular-events", "heart-failure", "arrhythmia"), "liver": ("liver-harm",), "fetal-harm": ("fetal-harm",),
    "infection": ("infection-risk",), "dementia-deaths": ("dementia-deaths",), "malignancy": ("cancer-risk",), "bleeding": ("bleeding",),
    "pml": ("pml",), "dependence": ("abuse-dependence",), "breathing": ("respiratory-depression",), "lactic-acidosis": ("lactic-acidosis",),
    "clots": ("thrombosis",), "kidney": ("kidney-harm",), "suicidality": ("suicidality",), "tendon": ("tendon-rupture",),
    "skin": ("serious-skin-reactions",), "bone-marrow": ("bone-marrow-suppression", "aplastic-anemia"),
}  # fmt: skip


def main() -> None:
    """Prints how many cut topics were reported, and how many intact ones were, falsely."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true", help="print every wrong outcome")
    options = parser.parse_args()
    lines = (options.data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    counts, unnamed, extra, start = Counter[str](), Counter[str](), Counter[str](), time.perf_counter()
    for line in (options.data / "boxed.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "label.json"
            label = {"boxed_warning": [row["reference_boxed_warning"]], "openfda": {"generic_name": [row["drug"]]}}
            file.write_text(json.dumps({"results": [label]}), encoding="utf-8")
            labels = read_labels(file, drug_of=lambda word: None)
        review = review_text(row.get("text") or texts[row["base"]], kind="leaflet", path="x.md", reviewer=reviewer.with_labels(labels))
        status = {r.id.partition(":")[2] or r.id: r.status for r in review.requirements}
        counts["texts"] += 1
        counts["texts about the label's drug"] += row["drug"] in review.document.drugs
        for topic in row["topics"]:
            found = [status[name] for name in TOPICS[topic] if name in status]
            reported = bool(found) and all(state in ("missing", "inadequate") for state in found)
            unnamed[topic] += not found
            kind = "cut" if topic == row["ablated"] else "intact" if topic in row["present"] else ""
            if kind:
                counts[f"{kind} topics"] += 1
                counts[f"{kind} topics reported"] += reported
            if options.show and kind and reported != (kind == "cut"):
                places = [r.place.quote for r in review.requirements if r.place and r.id.partition(":")[2] in TOPICS[topic]]
                print(f"{row['id']} {kind} {topic}: {found} {review.document.drugs} {places}")
        if row["ablated"] is None:
            wanted = {name for topic in row["topics"] for name in TOPICS[topic]}
            extra.update({r.id.partition(":")[2] for r in review.requirements if ":" in r.id and r.status == "missing"} - wanted)
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    print(f"topics not derived: {dict(+unnamed)}; further topics reported missing in intact leaflets: {dict(+extra)}")
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
