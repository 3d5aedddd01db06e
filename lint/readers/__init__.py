"""Readers: from a source to documents. One module per format, in explicit tables by suffix."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from lint.errors import LeaflintError
from lint.readers import records
from lint.readers.language import in_english
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Document, Source

Reader = Callable[[Source], Iterator[Document | Skipped]]


def _of(module: str) -> Reader:
    """The reader of a format; its module is imported when a document of the format is read."""

    def reader(source: Source) -> Iterator[Document | Skipped]:
        found: Iterator[Document | Skipped] = importlib.import_module(f"lint.readers.{module}").read(source)
        return found

    return reader


READERS: Mapping[str, Reader] = {
    ".docx": _of("docx"),
    ".htm": _of("html"),
    ".html": _of("html"),
    ".markdown": _of("markdown"),
    ".md": _of("markdown"),
    ".mdx": _of("mdx"),
    ".pdf": _of("pdf"),
    ".text": _of("text"),
    ".txt": _of("text"),
    ".xhtml": _of("html"),
}
EXTRACTED = frozenset([".docx", ".pdf"])  # formats whose offsets count in the text that is taken from them
_WRITTEN = frozenset([".doc", ".odt", ".pages", ".rtf"])  # what a program for texts can save as .docx
# Exports of content systems: each record's configured fields are documents.
RECORDS: Mapping[str, records.Cutter] = {
    ".csv": records.cut_csv,
    ".json": records.cut_json,
    ".jsonl": records.cut_jsonl,
    ".ndjson": records.cut_jsonl,
}


def read(source: Source, cms: Sequence[CmsFields] = ()) -> Iterator[Document | Skipped]:
    """The documents of a source, by its format or suffix. Raises LeaflintError for a format that no reader knows."""
    suffix = records.FORMATS.get(source.format, "") or _suffix(source.path)
    if suffix not in READERS:
        check_known(source.path, cms)
    for found in READERS[suffix](source) if suffix in READERS else _fields(source, cms):
        if isinstance(found, Document) and found.blocks:
            yield in_english(found)
        elif isinstance(found, Document):
            yield Skipped(found.path, found.part, "document", "it holds no text to check")
        else:
            yield found


def extracted(document: Document) -> str:
    """The text that a document's offsets count in where the file itself has none, else the text as checked."""
    return document.source if _suffix(document.path) in EXTRACTED else document.text


def is_known(path: str, cms: Sequence[CmsFields] = ()) -> bool:
    """Whether a file can be read: its suffix is known, and for exports its fields are configured."""
    suffix = _suffix(path)
    return suffix in READERS or (suffix in RECORDS and records.fields_of(path, cms) is not None)


def check_known(path: str, cms: Sequence[CmsFields] = ()) -> None:
    """Raises LeaflintError for a file that cannot be read, saying what can or what to configure."""
    suffix = _suffix(path)
    if not is_known(path, cms):
        if suffix in RECORDS:
            way = 'in leaflint.toml, write [cms] and fields = ["body"]' if not cms else "no [[cms]] table's files fit it"
            raise LeaflintError(f"{path}: which fields of its records are texts is not configured: {way}")
        way = "save it as .docx: " if suffix in _WRITTEN else ""
        raise LeaflintError(f"{path}: unknown format (suffix {suffix or 'none'}): {way}leaflint reads {known_suffixes(cms)}")


def known_suffixes(cms: Sequence[CmsFields] = ()) -> str:
    """The suffixes that can be read, for a message."""
    return ", ".join(sorted([*READERS, *(RECORDS if cms else ())]))


def _fields(source: Source, cms: Sequence[CmsFields]) -> Iterator[Document | Skipped]:
    chosen = records.fields_of(source.path, cms)
    assert chosen is not None
    yield from records.read(source, RECORDS[_suffix(source.path)], chosen, READERS[records.FORMATS[chosen.format]])


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
