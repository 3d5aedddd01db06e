"""What travels to the processes of Spark, and what they make of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lint.cluster.worker import Job, reviewed, settled
from lint.config import Override
from lint.data import data_path
from lint.pipeline.packed import packed, unpacked
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.types.review import Skipped
from tests.cluster.conftest import ROOT, job_of

HERE = "/of another machine/project/sub"


def test_a_job_needs_nothing_of_where_it_began(reviewer: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another interpreter, with another home and without the project's folder, it reviews a text as there: its rules came along."""
    project = tmp_path / "project"
    shutil.copytree(data_path("rules"), project / "rules")
    monkeypatch.chdir(project)
    settings = Settings(today="2026-11-24", root=project, rules=Path("rules"), references=(data_path("corpus/references"),))
    job = Job.of(settings, Stages(settings))
    row = ("a.md", "", "", b"Azathioprine cures lupus.", "", None)
    ((_, _, body, _),) = reviewed(job, iter([row]))
    (tmp_path / "job").write_bytes(packed(job))
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(project)
    code = (
        "from pathlib import Path; from lint.cluster.worker import reviewed, settled; from lint.pipeline.packed import unpacked;"
        f"job = settled(unpacked(Path('job').read_bytes())); ((_, _, body, _),) = reviewed(job, iter([{row!r}]));"
        "print(sorted(finding.fingerprint for finding in unpacked(body).findings))"
    )
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(sorted(finding.fingerprint for finding in unpacked(body).findings)) != "[]"


def test_names_do_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no working folder of that name, documents are named, and overrides hold, as where there is one."""
    monkeypatch.chdir(Path.cwd())  # back to it afterwards
    root = Path(HERE).parent
    settings = Settings(today="2026-11-24", root=root, overrides=(Override(root, ("sub/a.md",), (("drug", "warfarin"),)),))
    there = settled(Job(Stages(settings), HERE)).settings
    assert there.name_of("a.md") == "sub/a.md"
    assert there.name_of("../../c.md") == "../../c.md"
    assert there.of("a.md").drug == "warfarin"
    assert there.of("b.md").drug == ""
    assert there.name_of("hdfs://names/a.md") == "sub/hdfs:/names/a.md"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("a.md", "", "", None, "", "it is broken"), "it is broken"), (("a", "", "", b"x", "", None), "nothing says its format"),
        (("a", "", "word", b"x", "", None), "its format is 'word': it must be one of html, markdown, text"),
        (("no such file.md", "", "", None, "", None), "cannot be read"), (("a.pdf", "", "", b"x", "", None), ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_gap(reviewer: Reviewer, row: tuple[object, ...], why: str) -> None:
    """No row is lost, and none ends the work of the others."""
    rows = [row, ("b", "", "markdown", b"# Azathioprine\n\nIt cures lupus.", "", None)]
    (path, _, body, digest), (other, _, review, _) = reviewed(job_of(reviewer), iter(rows))
    gap = unpacked(body)
    assert isinstance(gap, Skipped)
    assert (path, digest) == (row[0], None)
    assert why in gap.reason
    assert other == "b"
    assert [finding.path for finding in unpacked(review).findings]


def test_patterns_leave_files_elsewhere_out(reviewer: Reviewer) -> None:
    """The project's include and exclude hold for files under an address too."""
    settings = replace(reviewer.settings, exclude=("old/",))
    mine = job_of(replace(reviewer, settings=settings))
    rows = [(f"s3a://b/{name}", "", "", b"Take it.", "s3a://b", None) for name in ("old/a.md", "new/a.md")]
    assert [path for path, *_ in reviewed(mine, iter(rows))] == ["s3a://b/new/a.md"]


def test_packed_values_come_back() -> None:
    """What is packed is unpacked."""
    assert unpacked(packed({"a": (1, "é")})) == {"a": (1, "é")}
