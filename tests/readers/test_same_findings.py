"""The same text gives the same findings in every format: same rule, same words, however it is stored."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lint.pipeline.review import Reviewer
from lint.readers import read
from lint.types.review import DocumentReview
from lint.types.text import Document, Source
from tests.readers.writers import WRITERS, Passage, in_pdf

DOCUMENTS = sorted((Path(__file__).parent.parent.parent / "corpus/documents").glob("*.txt"))


def one(path: str, data: bytes) -> Document:
    found = next(iter(read(Source(path, data))))
    assert isinstance(found, Document), found
    return found


def findings(review: DocumentReview) -> Counter[tuple[str, str]]:
    """Rule and words of each finding, and the requirement of what is missing."""
    return Counter((f.rule, " ".join(f.place.quote.split()) if f.place else f.requirement or "") for f in review.findings)


def passages(document: Document) -> list[Passage]:
    return [(block.kind, tuple(document.text[block.start : block.end].split())) for block in document.blocks]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", [name for name in WRITERS if name != "a.md"])
def test_same_text_same_findings(reviewer: Reviewer, path: Path, form: str) -> None:
    """A corpus document in the blocks that the text reader sees has, in each format, the findings of the text."""
    blocks = passages(one("a.txt", path.read_bytes()))
    if form == "a.pdf":
        blocks = [(kind, tuple(word for word in words if in_pdf(word))) for kind, words in blocks]
    expected = findings(reviewer.review(one("a.md", WRITERS["a.md"](blocks))))
    assert sum(expected.values()) > 20
    assert findings(reviewer.review(one(form, WRITERS[form](blocks)))) == expected
