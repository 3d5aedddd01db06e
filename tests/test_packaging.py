"""What is installed is what is needed: the wheel holds all data read at run time, and nothing importable but lint."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGED = {"rules": "lint/_data/rules", "corpus/references": "lint/_data/corpus/references", "corpus/model": "lint/_data/corpus/model"}
LOCKS = ("requirements.lock", "requirements-dev.lock")
HIDDEN = (".", "__pycache__")


def files(folder: str) -> list[Path]:
    """The files below a folder of the checkout, without caches and hidden ones."""
    found = (ROOT / folder).rglob("*")
    return sorted(p.relative_to(ROOT) for p in found if p.is_file() and not any(part.startswith(HIDDEN) for part in p.parts[-2:]))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def names(wheel: Path) -> frozenset[str]:
    """The files in the wheel."""
    return frozenset(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("folder", sorted(PACKAGED))
def test_the_wheel_holds_the_data(folder: str, names: frozenset[str]) -> None:
    """Every rule, list, topic and reference is in the wheel."""
    wanted = [f"{PACKAGED[folder]}/{path.relative_to(folder).as_posix()}" for path in files(folder)]
    assert wanted
    assert [name for name in wanted if name not in names] == []


def test_the_wheel_holds_the_code(names: frozenset[str]) -> None:
    """Every file of lint is in the wheel, with the mark that it is typed."""
    assert [path.as_posix() for path in files("lint") if path.as_posix() not in names] == []
    assert "lint/py.typed" in names


def test_only_lint_is_importable(names: frozenset[str]) -> None:
    """Beside lint the wheel holds only its own description, and no code lies among the data."""
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"lint", "leaflint"}
    assert [name for name in names if name.startswith("leaflint-") and ".dist-info/" not in name] == []
    assert [name for name in names if name.startswith("lint/_data/") and name.endswith(".py")] == []


def test_every_folder_read_at_run_time_is_packaged() -> None:
    """A folder that the code asks for with data_path is mapped into the wheel."""
    code = "\n".join((ROOT / path).read_text(encoding="utf-8") for path in files("lint") if path.suffix == ".py")
    asked = re.findall(r"data_path\(\"([^\"]+)\"", code)
    assert asked
    assert [name for name in asked if not name.startswith(tuple(PACKAGED))] == []


def test_the_wheel_reviews_a_text(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, the wheel finds its rules, references and templates by itself."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "text.txt").write_text("Azathioprine is completely safe and cures arthritis.\n", encoding="utf-8")
    code = "import sys; sys.path.insert(0, 'site'); import lint; assert 'site' in lint.__file__; from lint.cli import main; main()"
    command = [sys.executable, "-P", "-c", code, "check", "text.txt", "--format", "text", "--format", "html:out.html"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 1, found.stderr
    assert "CLM" in found.stdout
    assert "<style>:root {" in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_everything_by_hash_and_name_no_address(lock: str) -> None:
    """Every requirement has a version and hashes; no line says where to get it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host", text)
    requirements = re.findall(r"^(\S+?)==\S+(?: ;[^\\\n]*)? ?\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE)
    starts = re.findall(r"^[A-Za-z0-9]\S*", text, re.MULTILINE)
    assert len(requirements) == len(starts) > 20


def test_locks_hold_what_the_project_asks_for() -> None:
    """Each dependency of pyproject.toml is in the lock, and the lock for tests holds all of the other at the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {lock: set(re.findall(r"^([a-z0-9.-]+==[^ \\]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)) for lock in LOCKS}
    run, dev = (pins[lock] for lock in LOCKS)
    assert run <= dev
    groups = project["dependency-groups"]
    asked = dict.fromkeys(LOCKS, project["project"]["dependencies"] + groups["build"])
    asked[LOCKS[1]] = asked[LOCKS[1]] + [entry for entry in groups["dev"] if isinstance(entry, str)]
    for lock, entries in asked.items():
        pinned = {pin.partition("==")[0] for pin in pins[lock]}
        wanted = {re.split(r"[^A-Za-z0-9._-]", entry)[0].lower().replace("_", "-") for entry in entries}
        assert not wanted - pinned


def test_the_readme_names_the_command_of_ci() -> None:
    """CI runs the test command of the README, no other."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines() if line.startswith("python3")]
    assert commands == ["python3 dev.py test"]
    assert "```\npython3 dev.py test\n```" in readme
    assert "```\npython3 dev.py check corpus/documents\n```" in readme
