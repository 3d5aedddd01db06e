"""The join at scale: python tests/benchmarks/measure_join.py [PAGES] [--words 770]

Makes digests of pages from a vocabulary of Zipf's frequencies, with a frame that all share, and copies passages between them, word
for word and with one word in ten edited; then joins them in one process and counts time, memory and the copies that were found.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import accumulate

from lint.across.join import join
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.repeats.difference import Words
from lint.types.digest import Digest, DigestSentence

_COPIES = 500  # of each kind
_PASSAGE = 4  # sentences of a copied passage
_FEW = 50  # findings that nobody copied
_FRAME = 12  # sentences that every page has


def _sentence(rng: random.Random, words: list[str], weights: list[float]) -> str:
    return " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(9, 25)))


def _edited(rng: random.Random, line: str, words: list[str]) -> str:
    return " ".join(rng.choice(words) if rng.random() < 0.1 else word for word in line.split())


def _digest(number: int, lines: list[tuple[int, str]]) -> Digest:
    path, at, sentences = f"page-{number:07d}.md", 0, []
    for order, (block, line) in enumerate(lines):
        end = at + len(line)
        sentences.append(DigestSentence(line, "paragraph", block, False, line, at, end, order + 1, 1, order + 1, len(line) + 1))
        at += len(line) + 2
    return Digest(path, "", path, "article", "", (), tuple(sentences))


def _pages(count: int, size: int, rng: random.Random) -> tuple[Iterator[Digest], dict[str, list[tuple[str, str]]]]:
    """The digests, and for each kind of copy the pages that have it."""
    words = ["".join(rng.choices("abcdefghijklmnoprstuvw", k=rng.randint(3, 9))) for _ in range(20_000)]
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
    frame = [_sentence(rng, words, weights) for _ in range(_FRAME)]
    copies: dict[str, list[tuple[int, int]]] = {
        kind: [(rng.randrange(count // 2), rng.randrange(count // 2, count)) for _ in range(_COPIES)] for kind in ("verbatim", "edited")
    }
    given: dict[int, list[list[str]]] = {}
    for kind, pairs in copies.items():
        for one, other in pairs:
            passage = [_sentence(rng, words, weights) for _ in range(_PASSAGE)]
            given.setdefault(one, []).append(passage)
            given.setdefault(other, []).append([_edited(rng, line, words) for line in passage] if kind == "edited" else passage)

    def digests() -> Iterator[Digest]:
        for number in range(count):
            blocks = [frame]
            while sum(line.count(" ") + 1 for block in blocks for line in block) < size:
                blocks.append([_sentence(rng, words, weights) for _ in range(rng.randint(1, 5))])
            for passage in given.get(number, ()):
                blocks.insert(rng.randrange(1, len(blocks)), passage)
            yield _digest(number, [(order, line) for order, block in enumerate(blocks) for line in block])

    named = {kind: [(f"page-{one:07d}.md", f"page-{other:07d}.md") for one, other in pairs] for kind, pairs in copies.items()}
    return digests(), named


def main() -> None:
    """Makes the pages, joins them, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int, nargs="?", default=10_000)
    parser.add_argument("--words", type=int, default=770)
    options = parser.parse_args()
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    digests, copies = _pages(options.pages, options.words, random.Random(7))
    made, total, making = [], 0, time.perf_counter()
    for digest in digests:
        made.append(digest)
        total += sum(sentence.line.count(" ") + 1 for sentence in digest.sentences)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{options.pages} pages, {total / 1e6:.1f} million words, made in {time.perf_counter() - making:.1f} s, {before:.0f} MB with them"
    )
    began, used = time.perf_counter(), time.process_time()
    words = Words(reviewer.corrector.drugs.exact, lambda _: True)
    findings = list(join(made, (), reviewer.rulebook.rule, words))
    took, used = time.perf_counter() - began, time.process_time() - used
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = {(other.place.path, found.path) for found in findings for other in found.related}
    print(f"joined in {used:.1f} s of one core ({took:.1f} s), {after - before:.0f} MB more, {len(findings)} findings")
    if options.pages >= 10_000:
        print(f"under 25 s of one core: {'yes' if used < 25 else 'NO'}")
    known = {pair for expected in copies.values() for pair in expected}
    for kind, expected in copies.items():
        hits, least = sum(pair in pairs for pair in expected), {"verbatim": 1.0, "edited": 0.95}[kind]
        enough = "yes" if hits >= least * len(expected) else "NO"
        print(f"{kind}: {hits}/{len(expected)} copied passages found; at least {least:.0%}: {enough}")
    frame = sum(not any((other.place.path, found.path) in known for other in found.related) for found in findings)
    few = "yes" if frame < _FEW else "NO"
    print(f"of no copied passage, but of the frame that all pages share or by chance: {frame} findings; under {_FEW}: {few}")


if __name__ == "__main__":
    main()
