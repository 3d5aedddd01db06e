"""What a run on Spark gives: a row for each document with its entries as in the JSON report, and counts of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lint.cluster.worker import Job, Shared, over
from lint.pipeline.joined import with_findings
from lint.pipeline.packed import unpacked
from lint.reporters.json import claim_entry, document_entry, finding_entry, gap_entry, requirement_entry
from lint.types.review import DISPOSITIONS, FAILED, SEVERITIES, STATUSES, VERDICTS, DocumentReview, Finding, Skipped

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_SPAN = "start: long, `end`: long, line: long, `column`: long, end_line: long, end_column: long, location: string"
_EVIDENCE = (
    "array<struct<fact: string, statement: string, quote: string, source: string, section: string, url: string, date: string, "
    "confirmed: boolean>>"
)
_AT = f"path: string, part: string, {_SPAN}, quote: string"
_TEXTS = "array<string>"
ENTRIES = f"""path string, part string,
document struct<path: string, part: string, sha256: string, format: string, encoding: string, language: string, kind: string,
  jurisdiction: string, drugs: {_TEXTS}, words: long, note: string>,
findings array<struct<rule: string, name: string, check: string, severity: string, {_AT}, message: string, why: string,
  suggestions: {_TEXTS}, fix: string, fingerprint: string, disposition: string, drug: string, requirement: string, confidence: double,
  related: array<struct<{_AT}, note: string>>, evidence: {_EVIDENCE},
  decision: struct<reason: string, by: string, date: string, until: string, source: string>, note: string>>,
claims array<struct<{_AT}, kind: string, drug: string, verdict: string, by: string, evidence: {_EVIDENCE}>>,
requirements array<struct<path: string, part: string, id: string, title: string, drug: string, status: string, severity: string, {_SPAN},
  quote: string, note: string, evidence: {_EVIDENCE}>>,
skipped array<struct<path: string, part: string, what: string, reason: string>>,
unreferenced boolean"""
SHOWN = 20  # findings and gaps of which a run tells


def finished(job: Job, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The rows of ENTRIES, from (path, part, item, findings across documents): the later stages of a run."""
    gaps: list[Sequence[Any]] = []

    def reviews() -> Iterator[DocumentReview]:
        for path, part, data, across in rows:
            item: DocumentReview | Skipped = unpacked(data)
            if isinstance(item, Skipped):
                gaps.append(gap_row(item))
            else:
                yield with_findings(item, {(path, part): [found for _, found in sorted(map(unpacked, across or ()), key=_by_order)]})

    for review in job.stages.apply(reviews(), job.reviewer.rulebook.rules):
        yield _row(review)
        yield from gaps
        gaps.clear()
    yield from gaps


def gap_row(gap: Skipped) -> Sequence[Any]:
    """The row of what is no document."""
    return gap.path, gap.part, None, [], [], [], [gap_entry(gap)], False


def _row(review: DocumentReview) -> Sequence[Any]:
    document = review.document
    return (
        document.path, document.part, document_entry(document), list(map(finding_entry, review.findings)),
        list(map(claim_entry, review.claims)), list(map(requirement_entry, review.requirements)), list(map(gap_entry, review.skipped)),
        review.unreferenced,
    )  # fmt: skip


def _by_order(found: tuple[tuple[Any, ...], Finding]) -> tuple[Any, ...]:
    return found[0]


def counts(table: DataFrame) -> Mapping[str, int]:
    """How much of everything is in a table of ENTRIES: documents, open findings by severity, others by what became of them, claims by
    verdict, statements by status, gaps, gaps that end a run with 3 (failed), documents without a reference."""
    from pyspark.sql import functions as F

    def count(array: str, which: str) -> Any:
        return F.sum(F.expr(f"size(filter({array}, x -> {which}))"))

    columns = {"documents": F.count("document"), "unreferenced": F.sum(F.col("unreferenced").cast("long"))}
    columns |= {name: count("findings", f"x.disposition = 'open' and x.severity = '{name}'") for name in SEVERITIES}
    columns |= {name: count("findings", f"x.disposition = '{name}'") for name in DISPOSITIONS[1:]}
    columns |= {name: count("claims", f"x.verdict = '{name}'") for name in VERDICTS}
    columns |= {f"statement {name}": count("requirements", f"x.status = '{name}'") for name in STATUSES}
    columns |= {"gaps": F.sum(F.size("skipped"))}
    columns |= {"failed": F.sum(F.expr(f"case when document is null then 1 when {_FAILED} then 1 else 0 end"))}
    found = table.agg(*(column.alias(name) for name, column in columns.items())).head()
    assert found is not None
    return {name: found[name] or 0 for name in columns}


_FAILED = f"exists(skipped, x -> startswith(x.what, '{FAILED}'))"


def sample(table: DataFrame, array: str, order: str = "path", where: str = "true") -> list[dict[str, Any]]:
    """The first entries of a kind in some order: never more than SHOWN."""
    from pyspark.sql import functions as F

    entries = table.select(F.explode(array).alias("x")).select("x.*").where(where).orderBy(F.expr(order), "path", "part")
    return [row.asDict(recursive=True) for row in entries.limit(SHOWN).collect()]


def worst(table: DataFrame) -> list[dict[str, Any]]:
    """The first open findings, gravest first."""
    return sample(table, "findings", "case severity when 'error' then 0 when 'warning' then 1 else 2 end", "disposition = 'open'")


def drugs(table: DataFrame) -> tuple[str, ...]:
    """The medicines that the documents are about."""
    from pyspark.sql import functions as F

    return tuple(row[0] for row in table.select(F.explode("document.drugs")).distinct().collect())


def since_baseline(table: DataFrame, shared: Shared) -> Mapping[str, int]:
    """The sums of `Stages.apart` over all files."""
    from pyspark.sql import functions as F

    marks = F.expr("transform(findings, x -> struct(x.fingerprint, x.disposition, x.note))")
    files = table.where("document is not null").groupBy("path").agg(F.flatten(F.collect_list(marks)).alias("found"))
    schema = "gone long, new long"
    found = files.mapInArrow(over(shared, _apart, schema), schema).agg(F.sum("gone"), F.sum("new")).head()
    return {"gone": (found and found[0]) or 0, "new": (found and found[1]) or 0}


def _apart(job: Job, rows: Iterator[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    for path, marks in rows:
        findings = [
            Finding("", "", "", "info", path, "", "", "", fingerprint=m["fingerprint"], disposition=m["disposition"], note=m["note"] or "")
            for m in marks
        ]
        counted = job.stages.apart(job.settings.name_of(path), findings)
        yield counted["gone"], counted["new"]
