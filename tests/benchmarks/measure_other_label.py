"""Leaflets against another label of the same medicine: python tests/benchmarks/measure_other_label.py DATA_FOLDER [--every N] [--show]

Each leaflet of `clean_texts.jsonl` is reviewed against another leaflet on the same medicine, and against the US label in `labels/` where
there is one. Both were approved: what is flagged with the label's words beside it is a false alarm, or a true difference between two
countries or products. Prints how many there are, by rule, and the verdicts.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from lint.errors import LeaflintError
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings


def pairs(data: Path, folder: Path) -> Iterator[tuple[dict[str, str], Path, str]]:
    """Each leaflet with a label that is not itself, and the jurisdiction of that label."""
    by_drug: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["drug"]:
            by_drug[row["drug"].lower()].append(row)
    for drug, rows in sorted(by_drug.items()):
        for number, row in enumerate(rows):
            other = rows[(number + 1) % len(rows)]
            if other is not row:
                path = folder / f"{row['id'].replace('/', '-')}.txt"
                path.write_text(other["text"], encoding="utf-8")
                yield row, path, "EU"
            official = data / "labels" / f"{drug}.xml"
            if official.exists():
                yield row, official, "US"


def main() -> None:
    """Prints findings that rest on the label, and verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every N-th pair only")
    parser.add_argument("--show", action="store_true", help="print each finding")
    options = parser.parse_args()
    flagged, verdicts, words, count = Counter[str](), Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for row, path, jurisdiction in list(pairs(options.data, Path(folder)))[:: options.every]:
            drug = row["drug"].lower() if jurisdiction == "EU" else ""
            settings = Settings(today="2026-11-24", jurisdiction=jurisdiction, kind="leaflet", labels=(path,), drug=drug)
            try:
                reviewer = Reviewer.build(settings)
            except LeaflintError as error:
                print(f"{row['id']}: {error}")
                continue
            review = review_text(row["text"], kind="leaflet", jurisdiction=jurisdiction, reviewer=reviewer)
            count, words = count + 1, words + review.document.words
            verdicts.update(claim.verdict for claim in review.claims)
            for found in review.findings:
                if found.evidence and found.evidence[0].quote and found.check == "claims" and found.severity != "info":
                    flagged[found.name] += 1
                    if options.show:
                        said = found.place.quote[:160] if found.place else ""
                        print(f"{row['id']} {jurisdiction}: {found.rule} {found.name}: {said!r} :: {found.evidence[0].quote[:160]!r}")
    print(f"{count} pairs, {words} words; flagged: {dict(flagged)}; verdicts: {dict(verdicts)}")


if __name__ == "__main__":
    main()
