"""Faults planted in texts, against the labels they contradict: python tests/benchmarks/measure_planted.py DATA_FOLDER [--kinds]

The texts of `corpus/planted` are reviewed, each with its medicine's label: `labels/NAME.xml` of the folder for the US, the leaflet NAME of
`clean_texts.jsonl` for the EU. Prints, for texts tuned on, measured and new, how many faults and how many true statements were flagged
(a warning or an error), noted only, shown as supported, or neither.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.review import DocumentReview

PLANTED = Path(__file__).parents[2] / "corpus" / "planted"
STATES = ("flagged", "noted", "supported", "neither")


def label_of(name: str, jurisdiction: str, data: Path, folder: Path) -> Path:
    """The file of a label; a leaflet is written to `folder` first. Raises StopIteration for a leaflet that is not there."""
    if jurisdiction == "US":
        return data / "labels" / f"{name}.xml"
    rows = map(json.loads, (data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines())
    path = folder / f"{name}.md"
    path.write_text(next(row["text"] for row in rows if row["id"].endswith(f"/{name}")), encoding="utf-8")
    return path


def state(review: DocumentReview, start: int, end: int) -> str:
    """What a review says of the statement between two places."""
    found = [one for one in review.findings if one.check == "claims" and one.place and one.place.start < end and start < one.place.end]
    verdicts = {claim.verdict for claim in review.claims if claim.place.start < end and start < claim.place.end}
    if "contradicted" in verdicts or any(one.severity != "info" for one in found):
        return "flagged"
    return "noted" if found else "supported" if "supported" in verdicts else "neither"


def states(path: Path, data: Path, folder: Path) -> Iterator[tuple[str, bool, str, str]]:
    """For each statement of a text: how the text was used, whether it is a fault, its kind and its state."""
    planted, text = json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".md").read_text(encoding="utf-8")
    label = label_of(planted["label"], planted["jurisdiction"], data, folder)
    settings = Settings(today="2026-11-24", jurisdiction=planted["jurisdiction"], labels=(label,), drug=planted["medicine"])
    review = review_text(
        text, kind="article", jurisdiction=planted["jurisdiction"], path=path.stem + ".md", reviewer=Reviewer.build(settings)
    )
    end = 0
    for statement in planted["statements"]:
        start = text.index(statement["text"], end)
        end = start + len(statement["text"])
        yield planted["use"], statement["fault"], statement["kind"], state(review, start, end)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kinds", action="store_true", help="also by kind of statement, for the texts that are not new")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for path in sorted(PLANTED.glob("*.json")) for row in states(path, options.data, Path(folder))]
    for use in ("tuned", "measured", "new"):
        for fault in (True, False):
            counts = Counter(row[3] for row in rows if row[:2] == (use, fault))
            told = ", ".join(f"{counts[name]} {name}" for name in STATES)
            print(f"{use:9} {'faults' if fault else 'true':7} {sum(counts.values()):4}: {told}")
    kinds = Counter((kind, "fault" if fault else "true", name) for use, fault, kind, name in rows if use != "new")
    for (kind, what, name), number in sorted(kinds.items()) if options.kinds else ():
        print(f"{kind:18} {what:6} {name:10} {number}")


if __name__ == "__main__":
    main()
