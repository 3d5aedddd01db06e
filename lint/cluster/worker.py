"""What runs in the Python processes of Spark: the reviewer, met once by each of them, and the review of one row after another."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lint.errors import LeaflintError
from lint.pipeline.ignore import Ignore
from lint.pipeline.packed import packed, unpacked
from lint.pipeline.review import Reviewer
from lint.pipeline.reviews import make
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.readers import is_known
from lint.readers.records import FORMATS
from lint.types.digest import Digest
from lint.types.review import DocumentReview, Skipped
from lint.types.text import Source

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema
    from pyspark import Broadcast
    from pyspark.sql import SparkSession

REVIEWS = "path string, part string, item binary, digest binary"  # item: a DocumentReview without its digest, or a Skipped
_TOGETHER = 50  # rows that are handed on at once


@dataclass(frozen=True)
class Job:
    """What every process of a run is given. It needs none of the project's files: they travel with it."""

    stages: Stages
    here: str  # the working folder, from which paths count
    files: Mapping[str, bytes] = field(default_factory=dict)  # rules, references and labels of the project, by their whole path
    standards: tuple[Digest, ...] = ()  # the approved texts, in order

    @classmethod
    def of(cls, settings: Settings, stages: Stages) -> Job:
        """The job of a run from the working folder. Raises LeaflintError for a file that cannot be read."""
        return cls(stages, str(Path.cwd()), dict(_files(settings)))

    @property
    def settings(self) -> Settings:
        """The terms of the run."""
        return self.stages.settings

    @cached_property
    def reviewer(self) -> Reviewer:
        """Rules, references and language: loaded once by each process. Raises LeaflintError when one of them cannot be used."""
        return Reviewer.build(self.settings)

    def __getstate__(self) -> dict[str, Any]:
        """What travels: all but the reviewer."""
        return {name: value for name, value in self.__dict__.items() if name != "reviewer"}


@dataclass(frozen=True)
class Row:
    """One row of `source.ROWS`."""

    path: str
    part: str
    format: str
    content: bytes | None
    root: str
    gap: str | None


@dataclass(frozen=True)
class Shared:
    """A job on its way to the processes: it travels to each machine once."""

    key: str
    data: Broadcast[bytes]

    @classmethod
    def of(cls, spark: SparkSession, job: Job) -> Shared:
        """A job, made ready to travel."""
        return cls(uuid.uuid4().hex, spark.sparkContext.broadcast(packed(job)))


_jobs: dict[str, Job] = {}  # by key: the last one, unpacked once in each process


def at_work(shared: Shared) -> Job:
    """The job of this process, in the working folder of the run."""
    if shared.key not in _jobs:
        _jobs.clear()
        _jobs[shared.key] = settled(unpacked(shared.data.value))
    return _jobs[shared.key]


def settled(job: Job) -> Job:
    """The job with this process in its working folder. Where there is none of that name, in one that stands for it."""
    if Path(job.here).is_dir():
        os.chdir(job.here)
        return job
    top = tempfile.mkdtemp(prefix="leaflint-")

    def there(path: Path) -> Path:
        return Path(top + str(path)) if path.is_absolute() else path

    for name, data in job.files.items():
        there(Path(name)).parent.mkdir(parents=True, exist_ok=True)
        there(Path(name)).write_bytes(data)
    there(Path(job.here)).mkdir(parents=True, exist_ok=True)
    os.chdir(there(Path(job.here)))
    settings = job.settings
    values: dict[str, Any] = {name: tuple(map(there, getattr(settings, name))) for name in _FOLDERS}
    values |= {"root": there(settings.root), "rules": settings.rules and there(settings.rules)}
    values["overrides"] = tuple(replace(override, root=there(override.root)) for override in settings.overrides)
    changes = job.stages.changes and replace(job.stages.changes, top=there(job.stages.changes.top).resolve())
    return replace(job, stages=replace(job.stages, settings=replace(settings, **values), changes=changes))


def _files(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The project's files that reviews read, by their whole path."""
    paths = [path for name in _FOLDERS for path in getattr(settings, name)] + ([settings.rules] if settings.rules else [])
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            try:
                if file.is_file():
                    yield str(Path.cwd() / file), file.read_bytes()
            except OSError as error:
                raise LeaflintError(f"{file}: cannot be read: {error.strerror}") from None


_FOLDERS = ("references", "labels", "rule_packs")  # settings that name files and folders of the project


def batches(rows: Iterable[Sequence[Any]], schema: Schema) -> Iterator[RecordBatch]:
    """Rows as Spark takes them."""
    import pyarrow as pa

    waiting: list[Sequence[Any]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) >= _TOGETHER:
            yield pa.RecordBatch.from_arrays(list(map(pa.array, zip(*waiting, strict=True), schema.types)), schema.names)
            waiting = []
    if waiting:
        yield pa.RecordBatch.from_arrays(list(map(pa.array, zip(*waiting, strict=True), schema.types)), schema.names)


def rows_of(given: Iterable[RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """The rows of batches, one at a time."""
    for batch in given:
        for number in range(batch.num_rows):
            yield tuple(column[number].as_py() for column in batch.columns)


def over(shared: Shared, work: Callable[[Job, Iterator[tuple[Any, ...]]], Iterator[Sequence[Any]]], schema: str) -> Any:
    """What `DataFrame.mapInArrow` calls: `work` on the rows of a part, with the job; its rows have `schema`."""
    names = _arrow(schema)
    return lambda given: batches(work(at_work(shared), rows_of(given)), names)


def plain(work: Callable[[Iterator[tuple[Any, ...]]], Iterator[Sequence[Any]]], schema: str) -> Any:
    """The same for work that needs no job."""
    names = _arrow(schema)
    return lambda given: batches(work(rows_of(given)), names)


def _arrow(schema: str) -> Schema:
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType

    return to_arrow_schema(cast(StructType, StructType.fromDDL(schema)))


def reviewed(job: Job, rows: Iterator[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    """The reviews of texts: rows of `source.ROWS` in, rows of REVIEWS out."""
    settings = job.settings
    ignore = Ignore(settings.include, settings.exclude)
    for row in (Row(*values) for values in rows):
        if row.root and ignore.excluded(Path(row.path), Path(row.root)):
            continue
        for item in _items(row, settings, job.reviewer):
            if isinstance(item, Skipped):
                yield item.path, item.part, packed(item), None
            else:
                digest = packed(item.digest) if item.digest else None
                yield item.document.path, item.document.part, packed(replace(item, digest=None)), digest


def _items(row: Row, settings: Settings, reviewer: Reviewer) -> Sequence[DocumentReview | Skipped]:
    if row.gap is not None:
        return (Skipped(row.path, row.part, "document", row.gap),)
    if row.content is None:
        return make(settings, b"", lambda: reviewer, Path(row.path)).items
    if row.format and row.format not in FORMATS:
        return (Skipped(row.path, row.part, "document", f"its format is {row.format!r}: it must be one of {', '.join(FORMATS)}"),)
    if not row.format and not is_known(row.path, settings.cms):
        why = "nothing says its format: give its path a suffix such as .md or .html, or the table a column format"
        return (Skipped(row.path, row.part, "document", why),)
    return make(settings, b"", lambda: reviewer, Source(row.path, row.content, row.part, format=row.format)).items
