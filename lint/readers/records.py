"""Exports of content systems (JSON, JSON Lines, CSV): each configured field of each record is a document.

A document's `part` is the JSON pointer of its value, or “row 7, body”; offsets count in the value.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lint.readers.decode import Decoded, decode
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Document, Source

FORMATS = {"html": ".html", "markdown": ".md", "text": ".txt"}  # what a field may hold: the suffix whose reader reads it
_LONGEST_FACT = 200  # code points of a field that may say what a record is about

# (pointer or row, place for people, record) for each record of an export, or why one cannot be read
Cutter = Callable[[str], Iterator[tuple[str, str, Any] | tuple[str, str]]]


def fields_of(path: str, cms: Sequence[CmsFields]) -> CmsFields | None:
    """What is configured for a file: the first table whose files fit it."""
    return next((table for table in cms if not table.files or _fits(path, table.files)), None)


def read(
    source: Source, cutter: Cutter, chosen: CmsFields, reader: Callable[[Source], Iterator[Document | Skipped]]
) -> Iterator[Document | Skipped]:
    """The documents of an export. A record that cannot be read is a gap; so is an export without any of the fields."""
    decoded = decode(source)
    if isinstance(decoded, Skipped):
        yield decoded
        return
    met = False
    for part, place, *rest in cutter(decoded.text.removeprefix("\ufeff")):
        if not rest:
            yield Skipped(source.path, part, "record", place)
            met = True
            continue
        facts = _facts(rest[0])
        for pointer, value in _chosen(rest[0], part, chosen.fields, as_csv=part.startswith("row ")):
            met = True
            if not isinstance(value, str):
                yield Skipped(source.path, pointer, "field", f"not a text but {_kind(value)}: name the field in it that is one")
            elif value.strip():
                for found in reader(Source(source.path, value.encode("utf-8", "replace"), pointer, place)):
                    yield _within(found, facts, decoded) if isinstance(found, Document) else found
    if not met:
        yield Skipped(source.path, source.part, "document", f"no record has a field {' or '.join(chosen.fields)}")


def cut_json(text: str) -> Iterator[tuple[str, str, Any] | tuple[str, str]]:
    """The records of a JSON file: the items of a list, else the whole."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield "", f"not valid JSON: {_said(error)}"
        return
    if isinstance(data, list):
        yield from ((f"/{number}", f"record {number + 1}", item) for number, item in enumerate(data))
    else:
        yield "", "", data


def cut_jsonl(text: str) -> Iterator[tuple[str, str, Any] | tuple[str, str]]:
    """The records of JSON Lines, one a line."""
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            try:
                yield f"/{number}", f"line {number + 1}", json.loads(line)
            except (ValueError, RecursionError) as error:
                yield f"/{number}", f"line {number + 1} is not valid JSON: {_said(error)}"


def cut_csv(text: str) -> Iterator[tuple[str, str, Any] | tuple[str, str]]:
    """The rows of a CSV file below its header; the header is row 1."""
    csv.field_size_limit(2**31 - 1)
    sample = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",;\t", key=sample.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        header = next(rows)
        for number, row in enumerate(rows, 2):
            if len(row) > len(header):
                yield f"row {number}", f"it has {len(row)} fields, the header {len(header)}: a quotation mark may be missing"
            elif row:
                yield f"row {number}", f"row {number}, line {rows.line_num}", dict(zip(header, row, strict=False))
    except (csv.Error, StopIteration) as error:
        yield f"row {number}", f"not valid CSV: {error or 'it is empty'}"


def _within(document: Document, facts: tuple[tuple[str, str], ...], decoded: Decoded) -> Document:
    """A field's document with what its record says of it, and in the encoding of the file."""
    return replace(document, meta=(*document.meta, *facts), encoding=decoded.encoding, guessed=decoded.guessed)


def _chosen(record: Any, part: str, fields: Sequence[str], *, as_csv: bool) -> Iterator[tuple[str, Any]]:
    """Pointer and value of each field of a record that is configured, in the record's order."""
    if as_csv:
        yield from ((f"{part}, {name}", value) for name, value in record.items() if name in fields)
        return
    names = {name for name in fields if not name.startswith("/")}
    paths = [tuple(name.split("/")[1:]) for name in fields if name.startswith("/")]
    waiting: list[tuple[tuple[str, ...], Any, bool]] = [((), record, False)]
    while waiting:
        at, value, meant = waiting.pop()
        meant = meant or (bool(at) and (at[-1] in names or any(_leads(path, at) for path in paths)))
        if meant and not isinstance(value, list):
            if value is not None:
                yield part + "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in at), value
            continue
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += reversed([((*at, str(key)), item, meant) for key, item in inner])


def _leads(path: Sequence[str], at: Sequence[str]) -> bool:
    return len(path) == len(at) and all(step in ("*", key) for step, key in zip(path, at, strict=True))


def _facts(record: Any) -> tuple[tuple[str, str], ...]:
    """Short texts of a record that may say what it is about: title, drug, date."""
    items = record.items() if isinstance(record, dict) else ()
    return tuple((str(key).lower(), value) for key, value in items if isinstance(value, str) and len(value) <= _LONGEST_FACT)


def _fits(path: str, patterns: Sequence[str]) -> bool:
    from pathspec import GitIgnoreSpec

    whole = Path.cwd() / path
    name = whole.relative_to(Path.cwd()).as_posix() if whole.is_relative_to(Path.cwd()) else whole.as_posix().lstrip("/")
    return GitIgnoreSpec.from_lines(patterns).match_file(name)


def _kind(value: Any) -> str:
    return {dict: "an object", list: "a list", bool: "true or false"}.get(type(value), "a number")


def _said(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
