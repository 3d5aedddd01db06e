"""The review as a medical editor's working paper: one file, no network, readable without script."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from typing import IO

from lint.reporters import Put
from lint.types.review import DocumentReview, Run

_CHUNK = 1 << 16


def write(run: Run, reviews: Iterable[DocumentReview], out: IO[str]) -> None:
    """Writes one page with every document, after an index where there are several. Only one review is in memory at a time."""
    from lint.reporters.html.page import Page
    from lint.reporters.html.view import Entry, document_view

    page = Page(run)
    entries: list[Entry] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        for number, review in enumerate(reviews, 1):
            view = document_view(review, number, run)
            entries.append(view.entry)
            spool.write(page.document(view))
        spool.seek(0)
        page.write(out, entries, iter(lambda: spool.read(_CHUNK), ""), index=len(entries) != 1)


def write_folder(run: Run, reviews: Iterable[DocumentReview], put: Put) -> None:
    """Writes a page for each document, and index.html that leads to them."""
    from lint.reporters.html.page import Page
    from lint.reporters.html.view import Entry, document_view
    from lint.reporters.names import FileNames

    page, names = Page(run), FileNames(".html", taken=["index"])
    entries: list[Entry] = []
    for review in reviews:
        view, name = document_view(review, 1, run), names.of(review.document)
        entries.append(replace(view.entry, href=name))
        alone = io.StringIO()
        page.write(alone, [view.entry], [page.document(view)], index=False)
        put(name, alone.getvalue().encode())
    out = io.StringIO()
    page.write(out, entries, (), index=True, tools=False)
    put("index.html", out.getvalue().encode())
