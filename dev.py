#!/usr/bin/env python3
"""Sets up a checkout and works in it, with nothing but Python 3.11 or later.

    python3 dev.py check PATH…   the leaflint command
    python3 dev.py test          everything that must pass: ruff, mypy, pytest

Each makes its own environment in .venv from the pinned lock file when there is none, or when the lock has changed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "leaflint-installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK, TEST_LOCK = "requirements.lock", "requirements-dev.lock"
TESTS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "auto"),
)


def main(arguments: list[str]) -> int:
    """Runs one of the two commands; the exit code is theirs."""
    if sys.version_info < (3, 11):
        print("leaflint needs Python 3.11 or later", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    if arguments[0] != "test":
        install(RUN_LOCK)
        return subprocess.call([PYTHON.with_name("leaflint"), *arguments])
    install(TEST_LOCK)
    return next((code for command in TESTS if (code := subprocess.call([PYTHON, "-m", *command], cwd=ROOT))), 0)


def install(lock: str) -> None:
    """Makes the environment of a lock file; the stamp that says so is written last, so that a broken one is made again."""
    done = STAMP.read_text().split() if STAMP.exists() else []
    if _mark(lock) in done:
        return
    print(f"setting up .venv from {lock} (once; a minute or two) …", file=sys.stderr)
    if not PYTHON.exists():
        subprocess.check_call([sys.executable, "-m", "venv", VENV])
    quiet = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*quiet, "--require-hashes", "-r", ROOT / lock])
    subprocess.check_call([*quiet, "--no-deps", "--no-build-isolation", "-e", ROOT])
    covered = [lock, RUN_LOCK] if lock == TEST_LOCK else [lock]
    STAMP.write_text("\n".join({*done, *map(_mark, covered)}))


def _mark(lock: str) -> str:
    content = (ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return f"{lock}:{hashlib.sha256(content).hexdigest()[:16]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
