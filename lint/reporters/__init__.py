"""Reporters: a run's reviews written in some format, in an explicit table. They know nothing of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from lint.reporters import json, text
from lint.types.review import DocumentReview, Finding, Run

Reporter = Callable[[Run, Iterable[DocumentReview], Iterable[Finding], TextIO], None]

REPORTERS: Mapping[str, Reporter] = {
    "json": json.write,
    "text": text.write,
}
