"""A run on Spark, from paths to counts. What grows with the documents stays in Spark; only counts and samples come back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lint import __version__
from lint.cluster.across import across
from lint.cluster.persisted import Persisted
from lint.cluster.session import said, started
from lint.cluster.source import texts
from lint.cluster.storage import Storage
from lint.cluster.table import ENTRIES, counts, drugs, finished, gap_row, sample, since_baseline, worst
from lint.cluster.worker import REVIEWS, Job, Shared, over, reviewed
from lint.errors import LeaflintError
from lint.pipeline.across import in_order, read_standards
from lint.pipeline.known import Known
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.reporters.json import SCHEMA, run_entry
from lint.types.review import FAILED, Run, Skipped

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

RUN_FILE = "_run.json"  # beside the rows; Spark passes by what begins with an underscore


@dataclass(frozen=True)
class ClusterRun:
    """What a run on Spark gave, as much of it as one process needs."""

    run: Run
    counts: Mapping[str, int]  # as `table.counts` has them
    findings: Sequence[Mapping[str, Any]]  # a few open ones, gravest first
    gaps: Sequence[Mapping[str, Any]]  # a few
    unknown: int
    excluded: int
    notes: tuple[str, ...]


def check(paths: Sequence[str], settings: Settings, into: Sequence[tuple[str, str]], conf: Mapping[str, str]) -> ClusterRun:
    """Reviews every text under the paths and writes the reviews `into` directories, given as (format, address).

    `conf` are settings of Spark. Raises LeaflintError when paths, rules, references, Spark or a directory cannot be used.
    """
    if settings.judge is not None:
        raise LeaflintError("a judge has one budget for a run, which processes on many machines cannot share: take [judge] out for Spark")
    stages = Stages.build(settings)
    if stages.baseline is not None:
        for name in stages.baseline.names():
            stages.baseline.entries(name)  # read here: no other machine has its files
    job = Job.of(settings, stages)
    known = Known.of(job.reviewer)  # where rules cannot be used, that is said before Spark starts
    with started(conf) as spark:
        _check_free(spark, into)
        return _run(spark, paths, into, job, known)


def _run(spark: SparkSession, paths: Sequence[str], into: Sequence[tuple[str, str]], job: Job, known: Known) -> ClusterRun:
    settings, keep = job.settings, Persisted()
    standards, gaps = read_standards(settings.boilerplate, job.reviewer)
    job = replace(job, standards=in_order(standards))
    shared = Shared.of(spark, job)
    try:
        given = texts(spark, paths, settings)
        reviews = keep(given.rows.mapInArrow(over(shared, reviewed, REVIEWS), REVIEWS))
        one = given.one and not settings.boilerplate and not settings.cms
        found, failed = _across(spark, reviews, shared, job, keep, one=one)
        gaps = tuple(sorted((*given.skipped, *gaps, *failed, *known.gaps), key=lambda gap: (gap.path, gap.part, gap.what)))
        table = _table(spark, reviews, found, gaps, shared)
        if not any(name == "parquet" for name, _ in into):
            table = keep(table)
        for name, address in sorted(into, reverse=True):  # Parquet first: what follows reads its columns
            table = _written(spark, table, name, address)
        run = Run(__version__, settings.today, known.packs, known.references, skipped=gaps)
        counted = counts(table)
        for _, address in into:
            _describe(spark, address, run, counted)
        stale = since_baseline(table, shared) if job.stages.baseline else {"gone": 0, "new": 0}
        notes = (*job.stages.told(stale, known.sha256), *(known.unused(drugs(table)) if known.given else ()))
        return ClusterRun(run, counted, worst(table), sample(table, "skipped"), given.unknown, given.excluded, notes)
    except LeaflintError:
        raise
    except Exception as error:
        raise LeaflintError(f"Spark gave up: {said(error)}") from error
    finally:
        keep.release()


def _across(
    spark: SparkSession, reviews: DataFrame, shared: Shared, job: Job, keep: Persisted, *, one: bool
) -> tuple[DataFrame | None, tuple[Skipped, ...]]:
    """The findings across documents, or why there are none: whatever goes wrong there, the documents' own reviews still report."""
    try:
        reviews.count()
    except Exception as error:
        raise LeaflintError(f"Spark gave up: {said(error)}") from error
    try:
        found = None if one else across(spark, reviews, job.standards, shared, keep)
        if found is not None:
            found = keep(found)
            found.count()
        return found, ()
    except Exception as error:
        return None, (Skipped("", "", f"{FAILED}across documents", f"the comparison of documents failed: {said(error)}"),)


def _check_free(spark: SparkSession, into: Sequence[tuple[str, str]]) -> None:
    """Raises LeaflintError for a directory that is there, before anything is worked out."""
    storage = Storage(spark)
    addresses = [address for _, address in into]
    for address in addresses:
        if storage.exists(address):
            raise LeaflintError(f"{address}: is there already: name a directory that is not, or remove it")
        if addresses.count(address) > 1:
            raise LeaflintError(f"{address}: was named for two formats: name a directory for each")


def _table(spark: SparkSession, reviews: DataFrame, findings: DataFrame | None, gaps: Sequence[Skipped], shared: Shared) -> DataFrame:
    """A row for each document and each gap."""
    from pyspark.sql import functions as F

    rows = reviews.select("path", "part", "item")
    if findings is None:
        rows = rows.withColumn("found", F.lit(None).cast("array<binary>"))
    else:
        rows = rows.join(findings.groupBy("path", "part").agg(F.collect_list("finding").alias("found")), ["path", "part"], "left")
    table = rows.mapInArrow(over(shared, finished, ENTRIES), ENTRIES)
    return table.union(spark.createDataFrame(list(map(gap_row, gaps)), ENTRIES)) if gaps else table


def _written(spark: SparkSession, table: DataFrame, name: str, address: str) -> DataFrame:
    """Writes a table, and gives it in the form that is quickest to read again."""
    where = Storage(spark).address(address)
    if name == "parquet":
        table.write.parquet(where)
        return spark.read.schema(ENTRIES).parquet(where)
    table.write.option("ignoreNullFields", "false").json(where)
    return table


def _describe(spark: SparkSession, address: str, run: Run, counted: Mapping[str, int]) -> None:
    """Writes what the rows are of."""
    summary = {"documents": counted["documents"], **{f"{name}s": counted[name] for name in ("error", "warning", "info")}}
    head = {"schema": SCHEMA, "tool": {"name": "leaflint", "version": run.version}, "run": run_entry(run), "summary": summary}
    Storage(spark).write(f"{address.rstrip('/')}/{RUN_FILE}", json.dumps(head, ensure_ascii=False, indent=2) + "\n")
