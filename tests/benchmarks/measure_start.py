"""Start-up side by side: python tests/benchmarks/measure_start.py [--rounds N] [--codespell COMMAND] [--page FILE]

Runs each command N times (5 unless told), one after the other in each round so that all meet the same machine, and prints the best of
each with the ratios that are promised: help beside Click's start, a page from the cache beside codespell on it, and a first check of a
page of about 800 words, all rules and one reference, beside spaCy's start: with what is kept between runs there, and with nothing at all.
Wall time first, then that of the processor, which a busy machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PAGE = Path(__file__).parents[2] / "corpus/documents/imuran.txt"
PYTHON, LEAFLINT = [sys.executable, "-c"], [sys.executable, "-m", "lint"]
ENDINGS = (0, 1, 65)  # 1: leaflint found something, 65: codespell did
VOCABULARY = """
import time
from lint.data import data_path
from lint.language.vocabulary import Vocabulary
began = time.perf_counter()
Vocabulary.build(data_path("rules/words"))
print(time.perf_counter() - began)
"""
Times = tuple[float, float]  # seconds on the clock, seconds of the processor


def timed(command: Sequence[str], environment: Mapping[str, str]) -> Times:
    """What one run takes. Raises RuntimeError when it ends with an error of its own."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ENDINGS:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return took, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def vocabulary(environment: Mapping[str, str]) -> float:
    """The seconds that loading the vocabulary takes in a new process."""
    return float(subprocess.run([*PYTHON, VOCABULARY], env=environment, capture_output=True, text=True, check=True).stdout)


def bare(command: Sequence[str]) -> Times:
    """What a run takes with nothing kept."""
    with tempfile.TemporaryDirectory() as nothing:
        return timed(command, {**os.environ, "XDG_CACHE_HOME": nothing})


def best(runs: Sequence[Times]) -> Times:
    """The best of several, by the clock and by the processor."""
    return min(clock for clock, _ in runs), min(processor for _, processor in runs)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--codespell", default=shutil.which("codespell"), help="the codespell to compare with")
    parser.add_argument("--page", type=Path, default=PAGE, help="the text that is checked")
    options = parser.parse_args()
    first = [*LEAFLINT, "check", "--no-cache", str(options.page)]
    commands = {
        "click": [*PYTHON, "import click"], "help": [*LEAFLINT, "--help"], "spacy": [*PYTHON, "import spacy; spacy.blank('en')"],
        "first check": first, "cached": [*LEAFLINT, "check", str(options.page)],
        **({"codespell": [options.codespell, str(options.page)]} if options.codespell else {}),
    }  # fmt: skip
    runs: dict[str, list[Times]] = {name: [] for name in (*commands, "first check, nothing kept")}
    with tempfile.TemporaryDirectory() as kept:
        environment = {**os.environ, "XDG_CACHE_HOME": kept}
        timed(commands["cached"], environment)
        for _ in range(options.rounds):
            for name, command in commands.items():
                runs[name].append(timed(command, environment))
            runs["first check, nothing kept"].append(bare(first))
        loading = min(vocabulary(environment) for _ in range(options.rounds))
    found = {name: best(times) for name, times in runs.items() if times}
    for name, (clock, processor) in found.items():
        print(f"{name}: {1000 * clock:.0f} ms, {1000 * processor:.0f} ms of the processor")
    print(f"loading the vocabulary: {1000 * loading:.0f} ms")
    pairs = [
        ("help", "click", 1.5),
        ("cached", "codespell", 1.5),
        ("first check", "spacy", 1.35),
        ("first check, nothing kept", "spacy", 0),
    ]
    for name, other, most in pairs:
        if other in found:
            clock, processor = (ours / theirs for ours, theirs in zip(found[name], found[other], strict=True))
            print(f"{name} / {other}: {clock:.2f} ({processor:.2f}){f', to be at most {most}' if most else ''}")


if __name__ == "__main__":
    main()
