"""Leaflets against themselves: python tests/benchmarks/measure_own_label.py DATA_FOLDER [--every N] [--show]

Each leaflet of `clean_texts.jsonl` is imported as a label and then reviewed against it: nothing in it can contradict it, and what it
states is supported. Prints what is flagged all the same, by rule, and the verdicts.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from lint.errors import LeaflintError
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings


def main() -> None:
    """Prints findings that rest on the label, and verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every N-th leaflet only")
    parser.add_argument("--show", action="store_true", help="print each finding")
    options = parser.parse_args()
    lines = (options.data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()[:: options.every]
    flagged, verdicts, refused, words = Counter[str](), Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(lines):
            row = json.loads(line)
            path = Path(folder) / f"{number}.txt"
            path.write_text(row["text"], encoding="utf-8")
            try:
                settings = Settings(today="2026-11-24", jurisdiction="EU", kind="leaflet", labels=(path,), drug=(row["drug"] or "").lower())
                review = review_text(row["text"], kind="leaflet", jurisdiction="EU", reviewer=Reviewer.build(settings))
            except LeaflintError as error:
                refused += 1
                print(f"{row['id']}: {error}" if options.show else "", end="\n" if options.show else "")
                continue
            words += review.document.words
            verdicts.update(claim.verdict for claim in review.claims)
            for found in review.findings:
                if found.evidence and found.evidence[0].quote and found.check == "claims":
                    flagged[found.name] += 1
                    if options.show:
                        said = found.place.quote[:160] if found.place else ""
                        print(f"{row['id']}: {found.rule} {found.name}: {said!r} :: {found.evidence[0].quote[:160]!r}")
    print(f"{len(lines)} leaflets, {words} words, {refused} refused as labels")
    print(f"flagged against themselves: {dict(flagged)}; verdicts: {dict(verdicts)}")


if __name__ == "__main__":
    main()
