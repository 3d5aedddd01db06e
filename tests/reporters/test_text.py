"""Tests of the text report."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from lint.reporters import REPORTERS
from lint.types.review import DocumentReview, Run

Make = Callable[..., DocumentReview]
Write = Callable[..., str]


def test_what_is_not_open_is_counted(make: Make, write: Write) -> None:
    """Suppressed findings are a number in the last line, neither listed nor among the errors."""
    text = write("text", make("It cures you. It is safe.\n", ["cures", "safe"], disposition="suppressed"))
    assert "CLM101" not in text
    assert "1 document: 1 error, 0 warnings, 0 infos;" in text
    assert "; suppressed: 2;" in text


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_carets_stand_under_the_words(make: Make, run: Run, encoding: str) -> None:
    """Also where the line holds what a terminal would obey, wide characters, and what the output cannot show."""
    review = make(f"{'Plain. ' * 30}\n\nA… \x1b[31m红 “and” cures you… “now”.\n", ["cures"])
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    REPORTERS["text"](run, [review], out)
    out.seek(0)
    text = out.read()
    line, marks = next((a, b) for a, b in zip(text.splitlines(), text.splitlines()[1:], strict=False) if "^^^^^" in b)
    before = line.split("cures")[0]
    wide = sum(c == "红" for c in before)
    assert len(before) + wide == marks.index("^")
    assert line.endswith("you… “now”." if encoding == "utf-8" else 'you... "now".')
