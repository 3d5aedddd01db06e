"""Speed side by side: python tests/benchmarks/measure_speed.py [--pages N] [--peers]

Makes N pages of about 765 words from the labelled sentences of the corpus, with planted slips, the same ones every time, and runs the
leaflint command on them: anew with one process and with two, then from the cache, then on ten times fewer pages, then start-up.
With --peers also the spell checkers and prose linters that are installed. Prints seconds, words a second, ratios and peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = 765  # of a page
SLIPS = {"doctor": "docter", "medicine": "medecine", "necessary": "neccessary", "treatment": "treatement", "symptoms": "symtoms"}
PEERS = {  # arguments before the pages
    "codespell": ["codespell"], "typos": ["typos"], "hunspell": ["hunspell", "-l", "-d", "en_US"], "write-good": ["write-good"],
    "cspell": ["cspell", "--no-progress", "--no-summary"], "proselint": ["proselint"],
}  # fmt: skip


def sentences() -> list[str]:
    """The labelled sentences, which are ours."""
    files = sorted((ROOT / "corpus/sentences").glob("set*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def page(number: int, pool: Sequence[str]) -> str:
    """A page of Markdown; the same for the same number."""
    draw = random.Random(number)
    parts, count = [f"# Azathioprine, page {number}"], 0
    while count < WORDS:
        paragraph = " ".join(draw.choices(pool, k=draw.randint(2, 5)))
        for right, wrong in SLIPS.items():
            if draw.random() < 0.02:
                paragraph = paragraph.replace(f" {right} ", f" {wrong} ", 1)
        parts += [f"## Part {len(parts)}"] if draw.random() < 0.15 else []
        parts.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(parts) + "\n"


def timed(name: str, command: Sequence[str], environment: dict[str, str], words: int = 0) -> float:
    """The seconds of a command, printed."""
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    took = time.perf_counter() - began
    rate = f", {words / took:,.0f} words/s" if words else ""
    print(f"{name}: {took:.2f} s{rate} (ends with {done.returncode})", flush=True)
    return took


def runs(folder: Path, count: int, words: int, environment: dict[str, str]) -> Iterator[tuple[str, float]]:
    """The runs of leaflint."""
    leaflint = [sys.executable, "-m", "lint", "check", "--format", "json:" + os.devnull]
    yield "one process", timed("leaflint, one process", [*leaflint, "--no-cache", "--workers", "1", str(folder)], environment, words)
    yield "two processes", timed("leaflint, two processes", [*leaflint, "--no-cache", "--workers", "2", str(folder)], environment, words)
    timed("leaflint, filling the cache", [*leaflint, "--workers", "2", str(folder)], environment, words)
    yield "from the cache", timed("leaflint, from the cache", [*leaflint, str(folder)], environment, words)
    tenth = [str(folder / f"{number:05}.md") for number in range(max(1, count // 10))]
    few = timed(f"leaflint, {len(tenth)} pages", [*leaflint, "--no-cache", "--workers", "2", *tenth], environment)
    yield f"{len(tenth)} pages", few


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--peers", action="store_true", help="also run the other tools that are installed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, pool, words = Path(name) / "pages", sentences(), 0
        folder.mkdir()
        for number in range(options.pages):
            text = page(number, pool)
            words += len(text.split())
            (folder / f"{number:05}.md").write_text(text, encoding="utf-8")
        environment = {**os.environ, "XDG_CACHE_HOME": str(Path(name) / "cache")}
        one = ROOT / "corpus/documents/imuran.txt"
        print(f"{options.pages} pages, {words:,} words, {os.cpu_count()} cores")
        found = dict(runs(folder, options.pages, words, environment))
        few = next(seconds for key, seconds in found.items() if key.endswith("pages"))
        print(f"ten times the pages cost {found['two processes'] / few:.1f} times as much")
        print(f"peak memory of a process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} MB")
        python = [sys.executable, "-c"]
        spacy = timed("start of spaCy", [*python, "import spacy; spacy.blank('en')"], environment)
        first = timed("first check of one page", [sys.executable, "-m", "lint", "check", "--no-cache", str(one)], environment)
        click = timed("start of Click", [*python, "import click"], environment)
        helped = timed("leaflint --help", [sys.executable, "-m", "lint", "--help"], environment)
        print(f"first check {first / spacy:.2f} times spaCy's start; --help {helped / click:.2f} times Click's")
        for peer, command in PEERS.items() if options.peers else ():
            if shutil.which(command[0]):
                took = timed(peer, [*command, *map(str, sorted(folder.glob("*.md")))], environment, words)
                print(
                    f"  leaflint takes {found['two processes'] / took:.1f} times as long anew, {found['from the cache'] / took:.2f} cached"
                )


if __name__ == "__main__":
    main()
