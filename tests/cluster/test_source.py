"""Where the texts of a run on Spark come from."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint.cluster.source import texts
from lint.errors import LeaflintError
from lint.pipeline.run import sources
from lint.pipeline.settings import Settings
from lint.types.settings import CmsFields

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS = Settings(today="2026-11-24")
CMS = Settings(today="2026-11-24", cms=(CmsFields(("body",)),))
Given = list[tuple[str, str, str, bytes | None, str | None]]


def given(spark: SparkSession, *paths: Path | str, settings: Settings = SETTINGS) -> Given:
    """Path, part, format, content and gap of all rows, sorted."""
    rows = texts(spark, list(map(str, paths)), settings).rows.collect()
    return sorted((row.path, row.part, row.format, row.content and bytes(row.content), row.gap) for row in rows)


def test_files_of_this_machine_are_found_as_locally(spark: SparkSession, tmp_path: Path) -> None:
    """The same files as without Spark, under the same names; who reviews them reads them."""
    (tmp_path / "a folder").mkdir()
    for name in ("a.md", "_b.txt", "a folder/é.html", "c.png"):
        (tmp_path / name).write_text("x")
    found = given(spark, tmp_path)
    assert [row[0] for row in found] == sorted(path.as_posix() for path in sources([str(tmp_path)], SETTINGS).paths)
    assert {row[3] for row in found} == {None}
    with pytest.raises(LeaflintError, match="there is no such file"):
        given(spark, tmp_path / "nothing.md")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs names of any bytes")
def test_a_name_that_is_no_text_is_a_gap(spark: SparkSession, tmp_path: Path) -> None:
    """A file that Spark cannot name is not lost."""
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("Take it.")
    ((path, _, _, _, gap),) = given(spark, tmp_path)
    assert path.endswith("\ufffd.md")
    assert "not UTF-8" in str(gap)


def test_files_elsewhere_come_with_what_they_hold(spark: SparkSession, tmp_path: Path) -> None:
    """Under an address, files of known formats are read by Spark, whatever the case of their suffix; others are counted."""
    (tmp_path / "p q").mkdir()
    (tmp_path / "p q/ä%20.MD").write_bytes(b"one")
    (tmp_path / "c.txt").write_bytes(b"two")
    (tmp_path / "d.png").write_bytes(b"x")
    found = texts(spark, [f"file://{tmp_path}"], SETTINGS)
    assert found.unknown == 1
    assert given(spark, f"file://{tmp_path}") == [
        (f"file://{tmp_path}/c.txt", "", "", b"two", None), (f"file://{tmp_path}/p q/ä%20.MD", "", "", b"one", None),
    ]  # fmt: skip
    assert given(spark, f"file://{tmp_path}/*.txt") == [(f"file://{tmp_path}/c.txt", "", "", b"two", None)]
    for address in (f"file://{tmp_path}/none", "nosuch://a/b"):
        with pytest.raises(LeaflintError, match=address):
            given(spark, address)


def test_a_table_of_parquet_has_a_text_in_each_row(spark: SparkSession, tmp_path: Path) -> None:
    """Columns path and content, as text or bytes; format and part where there are such; what a row lacks is its gap."""
    table = str(tmp_path / "table")
    rows = [("a.md", "# A", "markdown"), ("b", None, None), (None, "x", None)]
    spark.createDataFrame(rows, "path string, content string, format string").write.parquet(table)
    assert given(spark, table) == [
        (table, "", "", b"x", "the row has no path"), ("a.md", "", "markdown", b"# A", None), ("b", "", "", None, "the row has no content"),
    ]  # fmt: skip
    twice = str(tmp_path / "twice.parquet")
    spark.createDataFrame([("a.md", b"x"), ("a.md", b"y")], "path string, content binary").write.parquet(twice)
    with pytest.raises(LeaflintError, match=r"2 rows have the path 'a\.md'"):
        given(spark, twice)
    other = str(tmp_path / "other.parquet")
    spark.createDataFrame([("a.md", "x")], "name string, body string").write.parquet(other)
    with pytest.raises(LeaflintError, match="needs the columns path and content; this one has name, body"):
        given(spark, other)


def test_a_table_of_json_lines_too(spark: SparkSession, tmp_path: Path) -> None:
    """A line that is no JSON is a gap; an export whose fields are configured is read as locally."""
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({"path": "a.txt", "content": "Take it."}) + "\n{broken\n" + json.dumps({"body": "Take it."}) + "\n")
    ((own, *_), *others) = given(spark, file)[::-1]
    assert own == "a.txt"
    assert sorted(str(row[4]) for row in others) == ["not valid JSON: {broken", "the row has no path"]
    assert given(spark, file, settings=CMS) == [(file.as_posix(), "", "", None, None)]
