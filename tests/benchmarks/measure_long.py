"""Long documents: python tests/benchmarks/measure_long.py [--words 160000]

Reviews one document of about a megabyte in several shapes (many paragraphs, one paragraph without punctuation, one sentence again and
again, sentences that are all alike but for a number) at a quarter, half and all of its length, with the duplicates check only, and
prints seconds of one core and the memory at its peak: time must grow with the length, not with its square.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable

from lint.checks import Brief
from lint.checks.duplicates import check
from lint.language import analyse
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.text import Document, Source

_WORDS = "tablet doctor blood water evening dose week liver kidney skin fever rest sleep food test risk heart pain care time".split()


def _paragraphs(words: int, rng: random.Random) -> str:
    sentences = [" ".join(rng.choices(_WORDS, k=15)).capitalize() + "." for _ in range(words // 15)]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def _unpunctuated(words: int, rng: random.Random) -> str:
    return " ".join(rng.choices(_WORDS, k=words))


def _same(words: int, rng: random.Random) -> str:
    return "Take the tablet with a glass of water in the evening after your meal. " * (words // 14)


def _numbered(words: int, rng: random.Random) -> str:
    counts = (rng.randint(1, 9999) for _ in range(words // 14))
    return " ".join(f"Take {count} tablets with a glass of water in the evening after your meal." for count in counts)


SHAPES: dict[str, Callable[[int, random.Random], str]] = {
    "paragraphs": _paragraphs, "unpunctuated": _unpunctuated, "same": _same, "numbered": _numbered,
}  # fmt: skip


def main() -> None:
    """Measures each shape at three lengths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=160_000)
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    for name, make in SHAPES.items():
        for words in (options.words // 4, options.words // 2, options.words):
            source = Source("long.txt", make(words, random.Random(5)).encode())
            document = next(item for item in read(source) if isinstance(item, Document))
            text = analyse(document, reviewer.lexicon)
            matches = reviewer.rulebook.patterns.match(text.sentences)
            brief = Brief(
                rulebook=reviewer.rulebook, matches=matches, corrector=reviewer.corrector, references=(), jurisdiction="US", kind="article",
                today="2026-11-24",
            )  # fmt: skip
            began = time.process_time()
            found = check(text, brief).findings
            took = time.process_time() - began
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{name:<13} {len(source.data) / 1e6:5.2f} MB  {took:6.2f} s  {peak:5.0f} MB  {len(found)} findings", flush=True)


if __name__ == "__main__":
    main()
