"""Puts a reviewed Word document together and turns it into bytes that are the same for the same review."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as Word

from lint.reporters.docx import appendix, text
from lint.reporters.docx.comments import Commenter
from lint.reporters.located import Located
from lint.types.review import DocumentReview, Finding, Run
from lint.types.text import Span

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip file's earliest date


def reviewed(run: Run, review: DocumentReview) -> bytes:
    """The Word document of a review. Findings that are not open have no comment; the end counts them."""
    opened = [found for found in review.findings if found.disposition == "open"]
    data = original_bytes(review)
    word = docx.Document(io.BytesIO(data)) if data else docx.Document()
    commenter = Commenter(word, run)
    placed = _placed(review, opened)
    if review.original and not data:
        text.add(word, review.original)
    left = text.comment(word, review.original, placed, commenter) if review.original else []
    said = {id(found) for found, _ in placed} - {id(found) for found in left}
    missing = [found for found in opened if found.place is None]
    elsewhere = [found for found in opened if found.place and id(found) not in said]
    appendix.write(word, run, review, commenter, missing, elsewhere, copied=bool(data))
    return _bytes(word, run)


def original_bytes(review: DocumentReview) -> bytes:
    """The .docx that was reviewed, if it is still the same; else nothing."""
    if review.document.format != "docx" or review.document.part:
        return b""
    try:
        data = Path(review.document.path).read_bytes()
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() == review.document.sha256 else b""


def _placed(review: DocumentReview, findings: Iterable[Finding]) -> list[tuple[Finding, Span]]:
    if review.original is None:
        return []
    located = Located(review.original)
    spans = ((found, located.span(found.place)) for found in findings)
    return [(found, span) for found, span in spans if span and span.end > span.start]


def _bytes(word: Word, run: Run) -> bytes:
    """The document as a file, without the time at which it was written."""
    raw: Any = io.BytesIO()
    word.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    return out.getvalue()
