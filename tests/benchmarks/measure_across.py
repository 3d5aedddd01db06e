"""Duplicates across documents: python tests/benchmarks/measure_across.py DATA_FOLDER [--show]

DATA_FOLDER has `dup_pairs.jsonl` (`a`, `b`, `label`), `clean_texts.jsonl` (`id`, `text`) and `boilerplate.tsv` (count, sentence).
Each pair is one run of two documents; all clean texts are one run, with and without the template sentences as approved texts.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from lint.pipeline.across import across
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.digest import Digest
from lint.types.review import DocumentReview, Finding
from lint.types.text import Document, Source

_RIGHT = {"same-dossier": ("repeated-page",), "number-differs": ("dangerous-difference-across",)}


def _documents(path: str, text: str) -> list[Document]:
    return [item for item in read(Source(path, text.encode())) if isinstance(item, Document)]


def _across(reviews: list[DocumentReview], reviewer: Reviewer, standards: tuple[Digest, ...] = ()) -> list[Finding]:
    by_document, _ = across((review.digest for review in reviews if review.digest), reviewer, standards)
    return [finding for found in by_document.values() for finding in found]


def _pairs(reviewer: Reviewer, file: Path, show: bool) -> None:
    found, total = Counter[str](), Counter[str]()
    for line in file.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        reviews = [reviewer.review(d) for side in "ab" for d in _documents(f"{side}.md", pair[side])]
        names = {finding.name for finding in _across(reviews, reviewer)}
        right = bool(names & set(_RIGHT[pair["label"]])) if pair["is_dup"] else bool(names)
        total[pair["label"]] += 1
        found[pair["label"]] += right
        if show and right != pair["is_dup"]:
            print(pair["label"], names, pair["a"][:120], "|", pair["b"][:120])
    for label in sorted(total):
        print(f"{label}: {found[label]}/{total[label]} reported")


def _clean(reviewer: Reviewer, folder: Path, show: bool) -> None:
    lines = (folder / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()
    reviews = [
        reviewer.review(document) for line in lines for document in _documents(json.loads(line)["id"] + ".md", json.loads(line)["text"])
    ]
    sentences = [line.split("\t", 1)[1] for line in (folder / "boilerplate.tsv").read_text(encoding="utf-8").splitlines()]
    templates = {_plain(sentence) for sentence in sentences}
    approved = tuple(reviewer.standard(d) for d in _documents("standard/template.md", "\n\n".join(sentences)))
    for name, standards in (("without approved texts", ()), ("with them", approved)):
        began = time.perf_counter()
        findings = _across(reviews, reviewer, standards)
        took = time.perf_counter() - began
        alone = [f for f in findings if f.place and _plain(f.place.quote) in templates and f.name != "other-than-approved"]
        counts = Counter((finding.name, finding.severity) for finding in findings)
        print(f"clean texts {name}: {len(alone)} template sentences alone, {took:.1f} s; {dict(counts)}")
        if show:
            for finding in findings:
                print(f"  {finding.name} {finding.severity} {finding.path} ({len(finding.related)}): {finding.message[:300]}")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def main() -> None:
    """Measures pairs, then the whole folder of clean texts in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24", jurisdiction="EU"))
    _pairs(reviewer, options.folder / "dup_pairs.jsonl", options.show)
    _clean(reviewer, options.folder, options.show)


if __name__ == "__main__":
    main()
