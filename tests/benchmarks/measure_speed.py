"""Speed side by side: PYTHONPATH=. python tests/benchmarks/measure_speed.py [--pages N] [--scale 100,1000,10000] [--into FOLDER]

Makes pages (see pages.py), runs the leaflint command on them with all checks and one label, anew with one process and with two and
then from its cache, and whichever other tools are on the PATH; counts how many of the planted defects it found; measures start-up;
then runs on other numbers of pages. Prints seconds, words a second, memory and ratios, and writes speed.json and speed.svg to FOLDER.

Memory is the most that all processes of a command have at once, what they share counted once.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from lint import __version__
from tests.benchmarks.chart import chart
from tests.benchmarks.pages import LABEL, Planted, write_pages
from tests.benchmarks.watched import Took, watched

ROOT = Path(__file__).parents[2]
NAIVE = """
import sys, spacy, spellchecker
words, check = spacy.blank("en"), spellchecker.SpellChecker(distance=1)
for path in sys.argv[1:]:
    for word in check.unknown({str(word) for word in words(open(path, encoding="utf-8").read()) if word.is_alpha}):
        check.correction(word)
"""
PEERS = {  # arguments before the pages
    "typos": ["typos"], "codespell": ["codespell"], "write-good": ["write-good"], "hunspell": ["hunspell", "-l", "-d", "en_US"],
    "cspell": ["cspell", "--no-progress", "--no-summary"], "proselint": ["proselint", "check"],
}  # fmt: skip
LEAFLINT = [sys.executable, "-m", "lint"]


class Bench:
    """Pages in a temporary folder, and the runs over them."""

    def __init__(self, folder: Path, count: int) -> None:
        self.pages, self.words, self.planted = folder / f"pages-{count}", 0, list[Planted]()
        for text, planted in write_pages(self.pages, count):
            self.words += len(text.split())
            self.planted += planted
        self.count, self.label, self.report = count, folder / "label.txt", folder / "report.json"
        self.label.write_text(LABEL, encoding="utf-8")
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}

    def check(self, *arguments: str) -> list[str]:
        """The command that reviews all pages."""
        options = ["--jurisdiction", "UK", "--label", str(self.label), "--format", f"json:{self.report}"]
        return [*LEAFLINT, "check", *options, *arguments, str(self.pages)]

    def run(self, name: str, command: Sequence[str], repeats: int) -> dict[str, Any]:
        """A measured run, printed."""
        took = watched(command, self.environment, repeats=repeats, folder=self.pages)  # some tools read nothing outside of it
        rate = self.words / took.seconds
        print(f"{name}: {took.seconds:.2f} s, {rate:,.0f} words/s, {took.megabytes:.0f} MB (ends with {took.code})", flush=True)
        return {"name": name, "pages": self.count, "seconds": round(took.seconds, 2), "megabytes": round(took.megabytes)}

    def runs(self, repeats: int) -> list[dict[str, Any]]:
        """Leaflint and its peers."""
        watched([*self.check("--no-cache")[:-1], str(self.pages / "00000.md")], self.environment)  # what is prepared at the first use
        found = [
            self.run("leaflint, one process", self.check("--no-cache", "--workers", "1"), repeats),
            self.run("leaflint, two processes", self.check("--no-cache", "--workers", "2"), repeats),
        ]
        watched(self.check("--workers", "2"), self.environment)  # fills the cache
        found.append(self.run("leaflint, from its cache", self.check(), repeats))
        pages = [str(path) for path in sorted(self.pages.iterdir())]
        found.append(self.run("spaCy + pyspellchecker", [sys.executable, "-c", NAIVE, *pages], repeats))
        for name, command in PEERS.items():
            if shutil.which(command[0]):
                found.append(self.run(name, [*command, *pages], repeats))
            else:
                print(f"{name}: not installed")
        return found

    def recall(self) -> dict[str, tuple[int, int]]:
        """Of each kind of planted defect: how many the last report names, of how many."""
        by_path = defaultdict[str, list[tuple[str, dict[str, Any]]]](list)
        for found in json.loads(self.report.read_text(encoding="utf-8"))["findings"]:
            for place in (found, *found["related"]):
                by_path[place["path"]].append((found["check"], place))
        total, hits = Counter[str](), Counter[str]()
        for defect in self.planted:
            total[defect.kind] += 1
            hits[defect.kind] += any(_names(check, place, defect) for check, place in by_path[defect.path])
        return {kind: (hits[kind], total[kind]) for kind in sorted(total)}


def _names(check: str, place: dict[str, Any], defect: Planted) -> bool:
    last = place.get("end_line") or place["line"]
    return bool(check == defect.check and place["line"] and place["line"] <= defect.line <= last and defect.quote in (place["quote"] or ""))


def start_up(bench: Bench) -> dict[str, float]:
    """How long the first things take, as multiples of what they are held against."""
    page, options = str(bench.pages / "00000.md"), ["--jurisdiction", "UK", "--label", str(bench.label)]

    def best(*command: str) -> Took:
        return watched(command, bench.environment, repeats=5, memory=False)

    best(*LEAFLINT, "check", *options, page)  # for the run from the cache
    times = {
        "--help / import click": (best(*LEAFLINT, "--help"), best(sys.executable, "-c", "import click")),
        "first check of a page / spacy.blank": (
            best(*LEAFLINT, "check", "--no-cache", *options, page),
            best(sys.executable, "-c", "import spacy; spacy.blank('en')"),
        ),
    }
    if shutil.which("codespell"):
        times["page from the cache / codespell"] = (best(*LEAFLINT, "check", *options, page), best("codespell", page))
    for name, (ours, theirs) in times.items():
        print(f"{name}: {ours.seconds:.3f} s / {theirs.seconds:.3f} s = {ours.seconds / theirs.seconds:.2f}")
    return {name: round(ours.seconds / theirs.seconds, 2) for name, (ours, theirs) in times.items()}


def scaling(folder: Path, counts: Iterable[int]) -> list[dict[str, Any]]:
    """Runs anew with two processes on several numbers of pages, the comparison of pages included."""
    found = []
    for count in counts:
        bench = Bench(folder, count)
        found.append(bench.run(f"leaflint, {count} pages", bench.check("--no-cache", "--workers", "2"), 1))
    for before, after in pairwise(found):
        pages, seconds = after["pages"] / before["pages"], after["seconds"] / before["seconds"]
        print(f"{pages:.0f} times the pages cost {seconds:.1f} times as much")
    return found


def main() -> None:
    """Prints the figures and writes them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--scale", default="100,1000,10000", help="numbers of pages, ascending; empty: none")
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--into", type=Path, default=ROOT / "reports")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options.pages)
        print(f"leaflint {__version__}, {options.pages} pages, {bench.words:,} words, {os.cpu_count()} cores")
        runs = bench.runs(options.repeats)
        planted = bench.recall()
        for kind, (hits, total) in planted.items():
            print(f"{kind}: {hits} of {total} found")
        two = next(run["seconds"] for run in runs if run["name"] == "leaflint, two processes")
        for run in runs:
            print(f"{run['name']} takes {run['seconds'] / two:.2f} times as long as leaflint with two processes")
        measured = {
            "version": __version__, "pages": options.pages, "words": bench.words, "cores": os.cpu_count(), "repeats": options.repeats,
            "runs": runs, "planted": planted, "start": start_up(bench),
            "scale": scaling(Path(name), [int(count) for count in options.scale.split(",") if count]),
        }  # fmt: skip
    options.into.mkdir(parents=True, exist_ok=True)
    (options.into / "speed.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    (options.into / "speed.svg").write_text(chart(measured), encoding="utf-8")


if __name__ == "__main__":
    main()
