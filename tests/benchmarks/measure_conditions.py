"""How many texts name a condition that is known: python tests/benchmarks/measure_conditions.py DATA_FOLDER [--show]

The first section of the leaflets in `clean_texts.jsonl` and the indications of the labels in `labels/`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lint.checks.uses import conditions_in
from lint.labels import read_labels
from lint.language import analyse
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.types.text import Block, Document


def main() -> None:
    """Prints the shares, and with --show the texts without a condition."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    texts: list[tuple[str, str, str]] = []
    for line in (options.data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts.append(("leaflet", row["id"], row["text"].partition("\n## 2")[0][:2500]))
    for path in sorted((options.data / "labels").glob("*.xml")):
        for label in read_labels(path, drug_of=reviewer.corrector.drugs.exact):
            texts.append(("label", path.stem, " ".join(p.text for p in label.section("indications"))))
    for kind in ("leaflet", "label"):
        without, count = [], 0
        for _, name, text in (entry for entry in texts if entry[0] == kind):
            count += 1
            document = Document("x", "", text, (Block("paragraph", 0, len(text)),), (), text, "utf-8", "text", "")
            sentences = analyse(document, reviewer.lexicon).sentences
            if not conditions_in(reviewer.rulebook, reviewer.rulebook.patterns.match(sentences)):
                without.append((name, text))
        print(f"{kind}: {count - len(without)} of {count} name a known condition")
        for name, text in without if options.show else ():
            print(f"  {name}: {text[:400]!r}")


if __name__ == "__main__":
    main()
