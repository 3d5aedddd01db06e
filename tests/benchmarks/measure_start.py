"""Start-up side by side: python tests/benchmarks/measure_start.py [--rounds N] [--codespell COMMAND]

Runs each command N times (5 unless told), one after the other in each round so that all meet the same machine, and prints the best time
of each with the ratios that are promised: help beside Click's start, a file from the cache beside codespell on that file, and a first
check of one page of about 800 words beside spaCy's start, with what is kept between runs there, and with nothing there at all.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "corpus/documents/imuran.txt"
PYTHON = [sys.executable, "-c"]
LEAFLINT = [sys.executable, "-m", "lint"]
VOCABULARY = """
import time
from lint.data import data_path
from lint.language.vocabulary import Vocabulary
began = time.perf_counter()
Vocabulary.build(data_path("rules/words"))
print(time.perf_counter() - began)
"""


def timed(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The seconds of one run. Raises RuntimeError when it ends with an error of its own."""
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    took = time.perf_counter() - began
    if done.returncode not in (0, 1, 65):  # 65: codespell found something
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return took


def vocabulary(environment: Mapping[str, str]) -> float:
    """The seconds that loading the vocabulary takes in a new process."""
    return float(subprocess.run([*PYTHON, VOCABULARY], env=environment, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--codespell", default=shutil.which("codespell"), help="the codespell to compare with")
    parser.add_argument("--page", type=Path, default=PAGE, help="the text that is checked")
    options = parser.parse_args()
    page = str(options.page)
    commands = {
        "click": [*PYTHON, "import click"],
        "help": [*LEAFLINT, "--help"],
        "spacy": [*PYTHON, "import spacy; spacy.blank('en')"],
        "first check": [*LEAFLINT, "check", "--no-cache", page],
        "cached": [*LEAFLINT, "check", page],
    }
    if options.codespell:
        commands["codespell"] = [options.codespell, page]
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as kept:
        environment = {**os.environ, "XDG_CACHE_HOME": kept}
        bare = min(_bare(commands["first check"]) for _ in range(2))
        timed(commands["cached"], environment)
        for _ in range(options.rounds):
            for name, command in commands.items():
                best[name] = min(best.get(name, 1e9), timed(command, environment))
            best["vocabulary"] = min(best.get("vocabulary", 1e9), vocabulary(environment))
    for name, seconds in best.items():
        print(f"{name}: {1000 * seconds:.0f} ms")
    print(f"first check with nothing kept: {1000 * bare:.0f} ms")
    print(f"help / click: {best['help'] / best['click']:.2f}")
    if "codespell" in best:
        print(f"cached / codespell: {best['cached'] / best['codespell']:.2f}")
    print(f"first check / spacy: {best['first check'] / best['spacy']:.2f}; with nothing kept: {bare / best['spacy']:.2f}")


def _bare(command: Sequence[str]) -> float:
    with tempfile.TemporaryDirectory() as nothing:
        return timed(command, {**os.environ, "XDG_CACHE_HOME": nothing})


if __name__ == "__main__":
    main()
