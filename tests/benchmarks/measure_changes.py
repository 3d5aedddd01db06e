"""How exactly changed lines are told over many generated histories.

python -m tests.benchmarks.measure_changes [HISTORIES]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from lint.changes import changes_since
from tests.changes import history
from tests.changes.conftest import Repository


def main(histories: int = 100) -> None:
    """Prints how many lines were new, and how many were told wrongly either way."""
    new = missed = extra = renamed = rewritten = 0
    took = 0.0
    for seed in range(histories):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            repository = Repository(Path(folder))
            repository.git("init", "-q", "-b", "main")
            name, before, now = history.make(repository, seed, length=200, steps=3)
            begun = time.perf_counter()
            lines = changes_since("main").of(name)
            took += time.perf_counter() - begun
            told = {line for number, line in enumerate(now, 1) if lines.hold(number, number)}
            right = set(now) - set(before)
            renamed += name != "a.md"
            if name != "a.md" and told == set(now):
                rewritten += 1  # Git no longer calls it the same file: all of it is new
            else:
                new, missed, extra = new + len(right), missed + len(right - told), extra + len(told - right)
            os.chdir("/")
    print(f"{histories} histories, {renamed} with a rename ({rewritten} too different for Git): {new} new, {missed} missed, {extra} extra")
    print(f"{1000 * took / histories:.0f} ms each for Git's answer")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
