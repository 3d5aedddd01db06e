"""Speed of the model that looks for claims, and what it adds on carefully edited leaflets.

python tests/benchmarks/measure_model.py CLEAN_TEXTS.jsonl [--every N] [--show]

Each line of the file has `id`, `drug`, `text`. Prints the time to load, words a second, and findings per 1,000 words.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path

from lint.language import analyse
from lint.model import load_model
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.review import Skipped
from lint.types.text import Source


def main() -> None:
    """Loads, marks and reviews every text as an EU leaflet and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every N-th text only")
    parser.add_argument("--show", action="store_true", help="print what the model finds")
    options = parser.parse_args()
    texts = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()[:: options.every]]
    reviewer = Reviewer.build(Settings(today="2026-11-24", jurisdiction="EU", kind="leaflet"))
    begun = time.perf_counter()
    model = load_model(reviewer.rulebook, reviewer.lexicon.drug_of)
    print(f"loaded in {1000 * (time.perf_counter() - begun):.0f} ms")
    _speed(reviewer, [text["text"] for text in texts])
    words, model_only, claims = 0, 0, 0
    for text in texts:
        review = review_text(text["text"], kind="leaflet", jurisdiction="EU", path="x.md", reviewer=replace(reviewer, model=model))
        words += review.document.words
        for found in review.findings:
            claims += found.check == "claims"
            model_only += found.confidence is not None
            if options.show and found.confidence is not None and found.place:
                print(f"{text['id']}: {found.confidence:.2f} {found.name}: {found.place.quote[:110]!r}")
    print(f"{len(texts)} texts, {words} words; claims: {claims} = {1000 * claims / words:.3f} per 1,000 words,")
    print(f"of which by the model alone: {model_only} = {1000 * model_only / words:.3f}")


def _speed(reviewer: Reviewer, texts: list[str]) -> None:
    """Words a second of the model alone, on texts that the language step has read."""
    ready = []
    for text in texts[:20]:
        for document in read(Source("x.md", text.encode())):
            if not isinstance(document, Skipped):
                seen = analyse(document, reviewer.lexicon)
                ready.append((seen, reviewer.rulebook.patterns.match(seen.sentences)))
    words = sum(len(sentence.words) for seen, _ in ready for sentence in seen.sentences)
    assert reviewer.model is not None
    for name in ("first time", "again"):
        begun = time.perf_counter()
        for seen, matches in ready:
            list(reviewer.model.mark(seen, matches, 0.7, 3.0))
        print(f"{name}: {words / (time.perf_counter() - begun):.0f} words/s")


if __name__ == "__main__":
    main()
