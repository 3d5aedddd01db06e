"""Nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def imported(folder: Path, *arguments: str) -> str:
    """Which of the heavy modules a command imports."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT % (HEAVY,), *arguments], capture_output=True, text=True, env=environment, cwd=folder, check=True
    )
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("check", "--jurisdiction", "FR"), ("check", "missing.md")])
def test_help_and_slips(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Help and wrong usage load no language."""
    assert imported(tmp_path, *arguments) == "imported: []"


def test_rules_and_what_is_known(tmp_path: Path) -> None:
    """The second look at the rules, and a second review of the same file, come from what was kept."""
    (tmp_path / "page.md").write_text("Azathioprine is a tablet. Ask your doctor.\n", encoding="utf-8")
    imported(tmp_path, "rules", "list")
    assert imported(tmp_path, "rules", "list") == "imported: []"
    assert imported(tmp_path, "check", "page.md", "--today", "2026-11-24") != "imported: []"
    assert imported(tmp_path, "check", "page.md", "--today", "2026-11-24") == "imported: []"
    (tmp_path / "page.md").write_text("Azathioprine is a tablet. Ask your nurse.\n", encoding="utf-8")
    assert imported(tmp_path, "check", "page.md", "--today", "2026-11-24") != "imported: []"
