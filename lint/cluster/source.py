"""The texts of a run as rows: files of this machine by their path, files elsewhere and rows of tables with what they hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lint.cluster.storage import Storage, above_pattern, unusable
from lint.errors import LeaflintError
from lint.pipeline.discover import MOST_BYTES, Discovered
from lint.pipeline.reviews import name_of
from lint.pipeline.run import sources
from lint.pipeline.settings import Settings
from lint.readers import READERS, RECORDS, is_known
from lint.types.review import Skipped

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

# content: null for a file that who reviews it reads; root: the folder that patterns count from; gap: why there is nothing to review
ROWS = "path string, part string, format string, content binary, root string, gap string"
_COLUMNS = ("path", "part", "format", "content", "root", "gap")
_TABLE_COLUMNS = ("path", "part", "format", "content")
_TABLES = {"parquet": (".parquet",), "json": (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz")}
_SHARES = 4  # parts of the work for each core


@dataclass(frozen=True)
class Texts:
    """What stands under the paths of a run."""

    rows: DataFrame
    skipped: tuple[Skipped, ...] = ()  # what was asked for and cannot be read
    unknown: int = 0  # files of formats that no reader knows, met in folders
    excluded: int = 0  # named files that are excluded all the same
    one: bool = False  # whether it is a single file of this machine


def texts(spark: SparkSession, paths: Sequence[str], settings: Settings) -> Texts:
    """The texts under the paths. Raises LeaflintError as `discover` does, and for a table without the columns of one."""
    storage = Storage(spark)
    frames, local, unknown = [], [], 0
    for path in paths:
        kind = _table(storage, path, settings)
        if kind:
            frames.append(_rows_of(spark, storage, path, kind))
        elif storage.is_local(path):
            local.append(path)
        else:
            frame, more = _files(spark, storage, path, settings)
            frames.append(frame)
            unknown += more
    found = sources(local, settings) if local or not paths else Discovered((), (), 0)
    if local:
        frames.append(_listed(spark, list(map(name_of, found.paths))))
    one = len(frames) == 1 and bool(local) and len(found.paths) == 1
    return Texts(reduce(lambda one, other: one.union(other), frames), found.skipped, unknown + found.unknown, found.excluded, one)


def _table(storage: Storage, path: str, settings: Settings) -> str:
    """Whether a path is a table, and of which format: named as one, or a folder of nothing else. "" where it is not."""
    configured = is_known(path, settings.cms) or not storage.exists(path)
    for kind, suffixes in _TABLES.items():
        named = path.rstrip("/").lower().endswith(suffixes)
        if named and not configured:
            return kind
    if configured or not storage.is_folder(path):
        return ""
    names = [PurePosixPath(name.lower()).name for name in storage.names(path)]
    for kind, suffixes in _TABLES.items():
        if names and all(name.endswith(suffixes) and not is_known(name, settings.cms) for name in names):
            return kind
    return ""


def _rows_of(spark: SparkSession, storage: Storage, path: str, kind: str) -> DataFrame:
    """The rows of a table with the columns path and content, and format and part where it has them."""
    from pyspark.sql import functions as F

    try:
        if kind == "json":
            schema = ", ".join(f"{name} string" for name in (*_TABLE_COLUMNS, "_corrupt_record"))
            read = spark.read.schema(schema).json(storage.address(path))
        else:
            read = spark.read.parquet(storage.address(path))
    except Exception as error:
        raise unusable(path, error) from None
    lacking = [name for name in ("path", "content") if name not in read.columns]
    if lacking:
        raise LeaflintError(f"{path}: a table needs the columns path and content; this one has {', '.join(read.columns)}")
    broken = F.col("_corrupt_record") if kind == "json" else F.lit(None).cast("string")
    gap = (
        F.when(broken.isNotNull(), F.concat(F.lit("not valid JSON: "), F.substring(broken, 1, 80)))
        .when(F.col("path").isNull(), F.lit("the row has no path"))
        .when(F.col("content").isNull(), F.lit("the row has no content"))
    )

    def own(name: str) -> Column:
        return F.coalesce(F.col(name).cast("string"), F.lit("")) if name in read.columns else F.lit("")

    rows = read.select(
        F.coalesce(F.col("path").cast("string"), F.lit(path)).alias("path"), own("part").alias("part"), own("format").alias("format"),
        F.col("content").cast("binary").alias("content"), F.lit("").alias("root"), gap.alias("gap"),
    )  # fmt: skip
    twice = rows.where("gap is null").groupBy("path", "part").count().where("count > 1").head()
    if twice:
        raise LeaflintError(f"{path}: {twice['count']} rows have the path {twice['path']!r}: give each text its own, or a column part")
    return _spread(spark, rows)


def _files(spark: SparkSession, storage: Storage, path: str, settings: Settings) -> tuple[DataFrame, int]:
    """The files under an address of Hadoop, each with what it holds, and how many others there are."""
    from pyspark.sql import functions as F

    suffixes = sorted([*READERS, *(RECORDS if settings.cms else ())])
    if not storage.exists(path):
        raise LeaflintError(f"{path}: there is no such file or folder")
    read = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    base = above_pattern(path).rstrip("/")
    top = storage.whole(base)
    rest = F.substring(F.regexp_replace("path", "^file:/+", "file:/"), len(top) + 1, 10_000)
    try:
        every = read.load(path)
        all_files = every.count()
        wanted = read.option("pathGlobFilter", f"*{{{','.join(map(_any_case, suffixes))}}}").load(path)
        count = wanted.count()
    except Exception as error:
        raise unusable(path, error) from None
    if not count:
        raise LeaflintError(f"nothing to check under {path} ({all_files} files of formats it does not read): {', '.join(suffixes)}")
    size = F.round(F.col("length") / 1_000_000).cast("long").cast("string")
    named = wanted.select(
        F.concat(F.lit(base), rest).alias("path"), F.lit("").alias("part"), F.lit("").alias("format"), "content",
        F.lit(base).alias("root"), F.concat(size, F.lit(f" MB: more than {MOST_BYTES // 1_000_000} MB: split it")).alias("gap"), "length",
    )  # fmt: skip
    small = named.where(F.col("length") <= MOST_BYTES).withColumn("gap", F.lit(None).cast("string"))
    large = named.where(F.col("length") > MOST_BYTES).withColumn("content", F.lit(None).cast("binary"))  # not read at all
    return small.select(*_COLUMNS).union(large.select(*_COLUMNS)), all_files - count


def _listed(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """Files of this machine, by path."""
    rows = [(path, "", "", None, "", None) if _is_text(path) else (_shown(path), "", "", None, "", _NO_NAME) for path in paths]
    cores = spark.sparkContext.defaultParallelism
    return spark.createDataFrame(rows, ROWS).repartition(max(1, min(len(paths), max(_SHARES * cores, len(paths) // 500))), "path")


def _spread(spark: SparkSession, rows: DataFrame) -> DataFrame:
    """The rows in enough parts that all cores have work."""
    least = _SHARES * spark.sparkContext.defaultParallelism
    return rows if rows.rdd.getNumPartitions() >= least else rows.repartition(least, "path", "part")


def _is_text(path: str) -> bool:
    return _shown(path) == path


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


_NO_NAME = "its name is not UTF-8, and Spark has no other names: rename it"


def _any_case(suffix: str) -> str:
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in suffix)
