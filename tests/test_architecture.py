"""The code keeps to ARCHITECTURE.md: who may import whom, and files that one can read in one go."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "lint").rglob("*.py"))
MOST_LINES = 300
CHECKS = {path.name for path in (ROOT / "lint/checks").iterdir() if (path / "__init__.py").exists()}


def table() -> dict[str, set[str]]:
    """What each package may import, from the table of ARCHITECTURE.md; the first two rows are known to all."""
    rows = re.findall(r"^\| (`lint/[^|]*) \| ([^|]*) \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    cells = [(re.findall(r"`lint/(\w+)`", names), knows) for names, knows in rows]
    everyone = {name for names, _ in cells[:2] for name in names}
    allowed: dict[str, set[str]] = {}
    for names, knows in cells:
        above = set(allowed) if "all of the above" in knows else set()
        named = set(re.findall(r"\w+", knows)) & {name for other, _ in cells for name in other}
        allowed |= dict.fromkeys(names, everyone | above | named)
    for name in everyone:
        allowed[name] = everyone
    allowed["types"] = set()
    return allowed


def package(module: str) -> str:
    """The part of leaflint that a module belongs to: lint.checks.claims is checks."""
    return module.partition(".")[2].partition(".")[0]


def imports(path: Path) -> Iterator[str]:
    """Every leaflint module that a file imports, at the top or later."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("lint."))
        elif isinstance(node, ast.ImportFrom) and node.module == "lint":
            yield from (f"lint.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lint."):
            yield str(node.module)
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: write imports in full"


def own(path: Path) -> str:
    """The package a file belongs to."""
    return package(".".join(path.relative_to(ROOT).with_suffix("").parts))


def test_every_package_is_in_the_table() -> None:
    """A new package gets its row before it gets its code."""
    assert {own(path) for path in FILES} - {"__init__", "__main__"} == set(table())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    """A module imports only what its row of the table names."""
    if own(path) in ("__init__", "__main__"):
        return
    allowed = table()[own(path)] | {own(path), "__version__"}
    assert [module for module in imports(path) if package(module) not in allowed] == []


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_checks_do_not_know_each_other(check: str) -> None:
    """The code of one check imports nothing of another's."""
    others = tuple(f"lint.checks.{other}" for other in CHECKS - {check})
    files = (ROOT / "lint/checks" / check).rglob("*.py")
    assert [(path.name, module) for path in files for module in imports(path) if module.startswith(others)] == []


def test_only_the_command_line_knows_click() -> None:
    """Everything but lint/cli works without Click."""
    pattern = re.compile(r"^\s*(?:import|from) click\b", re.MULTILINE)
    assert [path for path in FILES if own(path) != "cli" and pattern.search(path.read_text(encoding="utf-8"))] == []


def test_types_know_only_themselves() -> None:
    """Plain types import nothing else of leaflint and nothing that is not in Python."""
    for path in (ROOT / "lint/types").glob("*.py"):
        assert [module for module in imports(path) if not module.startswith("lint.types")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    """No file is longer than can be read in one go."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_data_folders_hold_no_code() -> None:
    """Rules, corpus and reports can be read without Python."""
    assert [path for folder in ("rules", "corpus", "reports") for path in (ROOT / folder).rglob("*.py*")] == []
