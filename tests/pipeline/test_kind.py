"""Which kind of text a document is, when nobody says."""

from __future__ import annotations

import pytest

from lint.pipeline.kind import BLURB_WORDS
from lint.pipeline.review import Reviewer, review_text

LEAFLET = (
    "# Azathioprine tablets\n\nRead all of this leaflet before you start.\n\n## How to take azathioprine\n\n"
    "## Possible side effects\n\n## How to store azathioprine\n\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("word " * (BLURB_WORDS - 1), "blurb"),
        ("word " * BLURB_WORDS, "article"),
        ("word 12 % " * (BLURB_WORDS - 1), "blurb"),  # numbers and marks are no words
        (LEAFLET + "Take one tablet. " * 40, "leaflet"),
        (LEAFLET, "blurb"),
    ],
)
def test_by_length_then_by_form(reviewer: Reviewer, text: str, kind: str) -> None:
    """Fewer than eighty words are a blurb, whatever their headings; of longer texts those with a leaflet's headings are one."""
    assert review_text(text, path="a.md", reviewer=reviewer).document.kind == kind
