"""Claims against a label: python tests/benchmarks/measure_labels.py DATA_FOLDER [--show ID_PART]

`claims.jsonl` of the folder has `claim`, `reference` (sections of a label in one text), `reference_drug` and `label`: supported,
swapped-indication, verbatim, dose-x10. Each claim is reviewed alone, with that label given.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from pathlib import Path

from lint.labels.openfda import parse_openfda
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.label import Label

_FACTUAL = ("claims",)


def label_of(row: dict[str, str]) -> Label:
    """The row's sections as a label."""
    fields = {"dosage_and_administration" if re.search(r"DOSAGE|dos", row["reference"][:200]) and row["source"] == "label-dose"
              else "indications_and_usage": [row["reference"]]}  # fmt: skip
    (found,) = parse_openfda(json.dumps({"results": [fields]}), row["id"])
    drug = row["reference_drug"].lower()
    return Label(
        drug=drug, synonyms=(), brands=(), classes=(), routes=(), identifier="", version="", date="", jurisdiction="US",
        title=f"{drug} label", url="", format="openfda", sha256=hashlib.sha256(row["reference"].encode()).hexdigest(),
        passages=found.passages,
    )  # fmt: skip


def main() -> None:
    """Reviews every claim and prints, for each kind, how many were flagged and how many supported."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", default="", help="print the outcome of rows whose id holds this")
    options = parser.parse_args()
    base = Reviewer.build(Settings(today="2026-11-24"))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    start = time.perf_counter()
    for line in (options.data / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reviewer = base.with_labels((label_of(row),))
        review = review_text(row["claim"], kind="article", reviewer=reviewer)
        flags = [found for found in review.findings if found.check == "claims" and found.severity != "info"]
        verdicts = {claim.verdict for claim in review.claims}
        count = counts[row["label"]]
        count["all"] += 1
        count["flagged"] += bool(flags)
        count["supported"] += "supported" in verdicts and "contradicted" not in verdicts
        count["no row"] += not review.claims
        quoted = {e.quote for claim in review.claims for e in claim.evidence[:1] if e.quote}
        count["quoted first"] += any(row["claim"][:40] in quote or quote in row["claim"] for quote in quoted)
        wrong = bool(flags) != (row["label"] in ("swapped-indication", "dose-x10"))
        wrong |= row["label"] == "verbatim" and "supported" not in verdicts
        if options.show and options.show in row["id"] and wrong:
            print(f"{row['id']} [{row['label']}]: {row['claim'][:400]!r}\n   {review.document.drugs} {sorted(verdicts)} "
                  f"{[(f.rule, f.place.quote if f.place else '', f.severity) for f in flags]}")  # fmt: skip
    for name, count in sorted(counts.items()):
        shares = ", ".join(f"{key} {count[key]} ({100 * count[key] / count['all']:.1f} %)" for key in count if key != "all")
        print(f"{name}: {count['all']}: {shares}")
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
