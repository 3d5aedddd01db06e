"""Nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.data import data_path
from lint.language.vocabulary import Vocabulary

HEAVY = ("spacy", "pydantic", "rich", "numpy", "lxml", "marko", "jinja2", "pypdfium2")
SCRIPT = """
import sys
from lint.cli import main
sys.argv = ["leaflint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print("imported:", [name for name in %r if name in sys.modules], file=sys.stderr)
"""


def imported(folder: Path, *arguments: str, heavy: tuple[str, ...] = HEAVY) -> str:
    """Which of the heavy modules a command imports."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT % (heavy,), *arguments], capture_output=True, text=True, env=environment, cwd=folder, check=True
    )
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        "--help", "--version", "check --help", "rules --help", "check", "check --jurisdiction FR", "check missing.md",
        "check --today soon .", "check --format novel .", "chekc page.md",
        "check --select CLM999 page.md", "check --format json:no/x.json page.md",
        "config show", "rules list",
        "rules show CLM101", "reference list", "cache clean",
    ],
)  # fmt: skip
def test_help_lists_and_slips(tmp_path: Path, arguments: str) -> None:
    """Help, lists and wrong usage load no language, though nothing was kept before."""
    (tmp_path / "page.md").write_text("Azathioprine is a tablet.\n", encoding="utf-8")
    assert imported(tmp_path, *arguments.split()) == "imported: []"


def test_what_is_known(tmp_path: Path) -> None:
    """A second review of the same files comes from what was kept, whatever their format; a changed one is read anew."""
    pages = ["page.md", "page.html", "page.txt"]
    for name in pages:
        (tmp_path / name).write_text(f"Azathioprine is a tablet. Ask your doctor of {name}.\n", encoding="utf-8")
    arguments = ("check", *pages, "--today", "2026-11-24")
    assert "spacy" in imported(tmp_path, *arguments)
    assert imported(tmp_path, *arguments) == "imported: []"
    assert imported(tmp_path, *arguments, "--format", "json:report.json", "--format", "sarif:report.sarif") == "imported: []"
    (tmp_path / "page.md").write_text("Azathioprine is a tablet. Ask your nurse.\n", encoding="utf-8")
    assert "spacy" in imported(tmp_path, *arguments)


def test_the_rules_are_not_parsed_twice(tmp_path: Path) -> None:
    """The second look at them comes from what was kept."""
    assert "yaml" in imported(tmp_path, "rules", "list", heavy=("yaml",))
    assert imported(tmp_path, "rules", "list", heavy=("yaml",)) == "imported: []"


def test_the_vocabulary_is_there_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of it loads in under 50 ms of work."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder, took = data_path("rules/words"), []
    known = Vocabulary.build(folder, ["leaflintish"])
    for _ in range(5):
        began = time.thread_time()
        again = Vocabulary.build(folder, ["leaflintish"])
        took.append(time.thread_time() - began)
    assert min(took) < 0.05
    assert all(again.known(word) and known.known(word) for word in ("tablet", "leaflintish", "azathioprine"))
    assert not again.known("tabblet")
