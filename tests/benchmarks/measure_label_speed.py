"""What a label costs: python tests/benchmarks/measure_label_speed.py LABEL.xml DOCUMENT [--words N]

Side by side in one run: the import of a label of N words (the given one repeated with other numbers), and the review of the document
without and with that label. Prints seconds and ratios; the figures of two machines do not compare, the ratios do.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lint.labels import read_labels
from lint.pipeline.labels import references_of
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.types.label import Label, Passage


def grown(label: Label, words: int) -> Label:
    """The label, repeated until it has this many words; each round has other numbers, so that no two sentences are the same."""
    passages: list[Passage] = []
    count = round_number = 0
    while count < words:
        for passage in label.passages:
            text = passage.text.replace("mg", f"mg in group {round_number}")
            passages.append(replace(passage, id=f"p{len(passages) + 1}", text=text))
            count += len(text.split())
        round_number += 1
    return replace(label, passages=tuple(passages), sha256=f"grown-{words}-{time.time()}")


def median(work: Callable[[], object], times: int = 7) -> float:
    """The median of some runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("label", type=Path)
    parser.add_argument("document", type=Path)
    parser.add_argument("--words", type=int, default=100_000)
    options = parser.parse_args()
    base = Reviewer.build(Settings(today="2026-11-24"))
    (label,) = read_labels(options.label, drug_of=base.corrector.drugs.exact)
    for words in (options.words // 4, options.words):
        big = grown(label, words)
        start = time.perf_counter()
        reference = references_of([big], base.rulebook, base.corrector, base.lexicon)[0]
        seconds = time.perf_counter() - start
        print(f"import of {words} words: {seconds:.2f} s, {len(reference.facts)} facts, {words / seconds:.0f} words/s")
    text = options.document.read_text(encoding="utf-8")
    given = base.with_labels([label])
    large = base.with_labels([grown(label, options.words)])
    for reviewer in (base, given, large):
        review_text(text, path=options.document.name, reviewer=reviewer)  # what is kept is made once
    plain, with_label, with_large = (
        median(lambda reviewer=reviewer: review_text(text, path=options.document.name, reviewer=reviewer))  # type: ignore[misc]
        for reviewer in (base, given, large)
    )
    print(f"review: {1000 * plain:.0f} ms without a label; with the label {with_label / plain:.2f} times, "
          f"with one of {options.words} words {with_large / plain:.2f} times")  # fmt: skip


if __name__ == "__main__":
    main()
