"""The review in Word: the document with a comment at the words of each finding, then checklist, ledger and sign-off.

A .docx is copied and its text left as it is; of any other format a new document is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from lint.reporters import Put
from lint.types.review import DocumentReview, Finding, Run


def write(run: Run, reviews: Iterable[DocumentReview], corpus_findings: Iterable[Finding], out: IO[bytes]) -> None:
    """Writes the one document that was reviewed. Raises ValueError when there is not exactly one."""
    from lint.reporters.docx.document import reviewed

    (review,) = reviews
    out.write(reviewed(run, review, tuple(corpus_findings)))


def write_folder(run: Run, reviews: Iterable[DocumentReview], corpus_findings: Iterable[Finding], put: Put) -> None:
    """Writes a Word document for each review."""
    from lint.reporters.docx.document import reviewed
    from lint.reporters.names import FileNames

    names, across = FileNames(".docx"), tuple(corpus_findings)
    for review in reviews:
        info = review.document
        mine = tuple(found for found in across if (found.path, found.part) == (info.path, info.part))
        put(names.of(info), reviewed(run, review, mine))
