"""A run on Spark: what it finds, what it writes, and what becomes of it when a process dies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lint.cluster.run import RUN_FILE, ClusterRun, check
from lint.errors import LeaflintError
from lint.pipeline import run as local
from lint.pipeline.settings import Settings
from lint.reporters.json import claim_entry, document_entry, finding_entry, gap_entry, requirement_entry
from lint.types.review import DocumentReview
from lint.types.settings import JudgeSettings
from tests.cluster.pages import write_pages

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PAGES = 150
Rows = dict[tuple[str, str], Mapping[str, Any]]


def rows(folder: Path) -> Rows:
    """The rows of a directory of JSON Lines; none is there twice."""
    lines = [json.loads(line) for part in folder.glob("part-*") for line in part.read_text(encoding="utf-8").splitlines()]
    found = {(row["path"], row["part"]): row for row in lines}
    assert len(found) == len(lines)
    return found


def plain(value: Any) -> Any:
    """A value without the keys that have none: tables have every column, a report only those that say something."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items() if inner is not None}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def entries(review: DocumentReview) -> dict[str, Any]:
    """A review as a row has it."""
    return {
        "path": review.document.path, "part": review.document.part, "document": document_entry(review.document),
        "findings": list(map(finding_entry, review.findings)), "claims": list(map(claim_entry, review.claims)),
        "requirements": list(map(requirement_entry, review.requirements)), "skipped": list(map(gap_entry, review.skipped)),
        "unreferenced": review.unreferenced,
    }  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with pages; one of them cannot be read."""
    folder = tmp_path_factory.mktemp("project")
    write_pages(folder / "pages", PAGES, 40)
    (folder / "pages/broken.md").write_bytes(b"\x00\x01\x02 not a text \x00")
    (folder / "pages/picture.png").write_bytes(b"x")
    (folder / "pages/.gitignore").write_text("000003.md\n")
    return folder


@pytest.fixture(scope="module")
def settings(folder: Path) -> Settings:
    return Settings(today="2026-11-24", root=folder)


@pytest.fixture(scope="module")
def done(spark: SparkSession, folder: Path, settings: Settings, death: Path) -> tuple[ClusterRun, Rows]:
    """A run in which a process died midway."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        death.write_text("000077.md")
        found = check(["pages"], settings, [("jsonl", "out"), ("parquet", "table")], {})
        assert not death.exists()  # it did die
        return found, rows(folder / "out")


def test_a_run_finds_what_a_local_one_finds(
    done: tuple[ClusterRun, Rows], folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every document has the same entries, in the same order, though a process was killed midway; no document is there twice."""
    monkeypatch.chdir(folder)
    expected = local.check(["pages"], settings)
    found = {name: plain(row) for name, row in done[1].items() if row["document"]}
    assert found == {(review.document.path, review.document.part): plain(entries(review)) for review in expected.reviews}
    assert len(found) == PAGES - 1
    gaps = [gap for row in done[1].values() if not row["document"] for gap in row["skipped"]]
    assert gaps == [gap_entry(gap) for gap in expected.run.skipped]
    assert [gap["path"] for gap in gaps] == ["pages/broken.md"]
    assert done[0].unknown == expected.unknown == 1


def test_counts_are_those_of_the_rows(done: tuple[ClusterRun, Rows]) -> None:
    """What a run tells is what it wrote."""
    found, written = done
    every = [finding for row in written.values() for finding in row["findings"]]
    for severity in ("error", "warning", "info"):
        assert found.counts[severity] == sum(f["severity"] == severity and f["disposition"] == "open" for f in every) > 0
    assert found.counts["documents"] == PAGES - 1
    assert found.counts["gaps"] == sum(len(row["skipped"]) for row in written.values())
    assert found.counts["failed"] == 1
    assert {finding["severity"] for finding in found.findings} == {"error"}
    assert len(found.findings) == len(found.gaps) == 20


def test_both_formats_hold_the_same(spark: SparkSession, done: tuple[ClusterRun, Rows], folder: Path) -> None:
    """Parquet has the rows of JSON Lines, and both say of which run they are."""
    table = spark.read.parquet(str(folder / "table"))
    assert {(row.path, row.part): plain(row.asDict(recursive=True)) for row in table.collect()} == {
        name: plain(row) for name, row in done[1].items()
    }
    for name in ("out", "table"):
        head = json.loads((folder / name / RUN_FILE).read_text(encoding="utf-8"))
        assert head["summary"]["documents"] == PAGES - 1
        assert head["run"]["today"] == "2026-11-24"


def test_decisions_overrides_and_baselines_hold(spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The later stages map each review as they do locally, and a baseline says what it no longer needs."""
    from lint.config import Override
    from lint.pipeline.baseline import create

    monkeypatch.chdir(tmp_path)
    write_pages(tmp_path / "pages", 3, 40)
    plainly = Settings(today="2026-11-24", root=tmp_path)
    create(["pages"], plainly, tmp_path / "base").write()
    (tmp_path / "pages/000001.md").write_text("Azathioprine cures lupus.\n")
    (tmp_path / "pages/000002.md").write_text("<!-- leaflint-ignore CLM: quoted -->\nAzathioprine cures lupus.\n")
    changed = Settings(
        today="2026-11-24", root=tmp_path, baseline=tmp_path / "base",
        overrides=(Override(tmp_path, ("pages/000001.md",), (("ignore", ("SAF",)),)),),
    )  # fmt: skip
    expected = local.check(["pages"], changed)
    found = check(["pages"], changed, [("jsonl", "out")], {})
    assert {name: plain(row) for name, row in rows(tmp_path / "out").items()} == {
        (review.document.path, ""): plain(entries(review)) for review in expected.reviews
    }
    assert found.notes == expected.notes != ()
    assert found.counts["baselined"] > 0


def test_what_is_there_is_not_written_over(spark: SparkSession, folder: Path, settings: Settings) -> None:
    """A directory that is there is refused before anything is reviewed."""
    with pytest.raises(LeaflintError, match="is there already: name a directory that is not"):
        check(["no such"], settings, [("parquet", str(folder / "pages"))], {})
    with pytest.raises(LeaflintError, match="for two formats"):
        check(["no such"], settings, [("parquet", "x"), ("jsonl", "x")], {})


def test_a_judge_is_refused(settings: Settings) -> None:
    """A budget of questions cannot be shared between machines."""
    with pytest.raises(LeaflintError, match="judge"):
        check(["x"], Settings(today="2026-11-24", judge=JudgeSettings("http://localhost", "m")), [], {})
