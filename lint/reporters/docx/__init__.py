"""The review in Word: the document with a comment at the words of each finding, then checklist, ledger and sign-off.

A .docx is copied and its text left as it is; of any other format a new document is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from lint.reporters import Put
from lint.types.review import DocumentReview, Run


def write(run: Run, reviews: Iterable[DocumentReview], out: IO[bytes]) -> None:
    """Writes the one document that was reviewed. Raises ValueError when there is not exactly one."""
    from lint.reporters.docx.document import reviewed

    (review,) = reviews
    out.write(reviewed(run, review))


def write_folder(run: Run, reviews: Iterable[DocumentReview], put: Put) -> None:
    """Writes a Word document for each review."""
    from lint.reporters.docx.document import reviewed
    from lint.reporters.names import FileNames

    names = FileNames(".docx")
    for review in reviews:
        put(names.of(review.document), reviewed(run, review))
