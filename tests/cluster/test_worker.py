"""What travels to the processes of Spark, and what they make of it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lint.cluster.worker import Job, packed, reviewed, settled, unpacked
from lint.config import Override
from lint.pipeline.review import Reviewer
from lint.pipeline.stages import Stages
from lint.types.review import Skipped

HERE = "/of another machine/project/sub"


def job(reviewer: Reviewer, here: str) -> Job:
    """A job whose project lies above its working folder."""
    root = Path(here).parent
    settings = replace(reviewer.settings, root=root, overrides=(Override(root, ("sub/a.md",), (("drug", "warfarin"),)),))
    return Job(replace(reviewer, settings=settings), Stages(settings), here)


def test_a_job_needs_nothing_of_where_it_began(reviewer: Reviewer, tmp_path: Path) -> None:
    """In another interpreter, with another home and no project, it reviews a text as here."""
    (tmp_path / "job").write_bytes(pickle.dumps(Job(reviewer, Stages(reviewer.settings), str(tmp_path))))
    code = (
        "import pickle, sys; from lint.types.text import Source; from lint.readers import read; job = pickle.load(open('job', 'rb'));"
        "document = next(iter(read(Source('a.md', b'Azathioprine cures lupus.'))));"
        "print(sorted(f.fingerprint for f in job.reviewer.review(document).findings))"
    )
    command = [sys.executable, "-c", code]
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    ((_, _, body, _),) = reviewed(
        Job(reviewer, Stages(reviewer.settings), ""), iter([("a.md", "", "", b"Azathioprine cures lupus.", "", None)])
    )
    assert told.strip() == str(sorted(finding.fingerprint for finding in unpacked(body).findings))


def test_names_do_not_depend_on_the_machine(reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no working folder of that name, documents are named, and overrides hold, as where there is one."""
    monkeypatch.chdir(Path.cwd())  # back to it afterwards
    there = settled(job(reviewer, HERE)).reviewer.settings
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
    (path, _, body, digest), (other, _, review, _) = reviewed(Job(reviewer, Stages(reviewer.settings), ""), iter(rows))
    gap = unpacked(body)
    assert isinstance(gap, Skipped)
    assert (path, digest) == (row[0], None)
    assert why in gap.reason
    assert other == "b"
    assert [finding.path for finding in unpacked(review).findings]


def test_patterns_leave_files_elsewhere_out(reviewer: Reviewer) -> None:
    """The project's include and exclude hold for files under an address too."""
    settings = replace(reviewer.settings, exclude=("old/",))
    mine = Job(replace(reviewer, settings=settings), Stages(settings), "")
    rows = [(f"s3a://b/{name}", "", "", b"Take it.", "s3a://b", None) for name in ("old/a.md", "new/a.md")]
    assert [path for path, *_ in reviewed(mine, iter(rows))] == ["s3a://b/new/a.md"]


def test_packed_values_come_back() -> None:
    """What is packed is unpacked."""
    assert unpacked(packed({"a": (1, "é")})) == {"a": (1, "é")}
