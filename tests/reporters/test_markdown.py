"""Tests of the summary for a pull request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import marko

from lint.reporters.markdown import ROOM, plain
from lint.types.review import DocumentReview

Make = Callable[..., DocumentReview]
Write = Callable[..., str]


def test_counts_and_places(make: Make, write: Write) -> None:
    """The heading counts, the table names line, rule and message, the checklist has a box for each statement."""
    text = write("markdown", make("It cures you.\n", ["cures", "you"]))
    assert text.startswith("## leaflint: 2 errors, 1 warning, 0 infos in 1 document\n")
    assert "| 🔴 error | line 1 | rule-0 `CLM101` | “cures” is at fault. Suggestion: instead. |" in text
    assert "| 🔴 error | missing | do-not-stop-alone `SAF103` |" in text
    assert "- [x] Talk to a doctor (present" in text
    assert "- [ ] Do not stop alone (missing)" in text


def test_gaps_stand_at_the_top(make: Make, write: Write) -> None:
    """What was not checked comes before every finding."""
    text = write("markdown", make("It cures you.\n", ["cures"]))
    assert text.index("> - gone.txt: document: cannot be read") < text.index("| 🔴 error |")


def test_what_is_not_open_is_counted(make: Make, write: Write) -> None:
    """Suppressed findings are a number, not a row."""
    text = write("markdown", make("It cures you.\n", ["cures"], disposition="suppressed"))
    assert "Not counted: suppressed: 1." in text
    assert "“cures”" not in text


def test_hostile_text_is_only_text(hostile: DocumentReview, write: Write) -> None:
    """No tag, mention, reference, table cell or code of the document takes effect."""
    text = write("markdown", hostile)
    assert "<script" not in text
    assert "@all" not in text
    assert "#1" not in text
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert {row.replace("\\|", "").count("|") for row in rows} == {5}
    assert "<script" not in marko.convert(text)


def test_plain_shows_what_was_written() -> None:
    """Escaped text comes out of a Markdown renderer as it went in."""
    said = "a_b_ *c* `d` [e](f) ~~g~~ <b> & 1. - # h | \\ !"
    html = marko.convert("x " + plain(said))
    assert html.strip() == "<p>x a_b_ *c* `d` [e](f) ~~g~~ &lt;b&gt; &amp; 1. - # h | \\ !</p>"


def test_it_fits_a_comment(make: Make, write: Write) -> None:
    """A long review is cut at whole rows, and the rest is counted."""
    review = make("It cures you. " * 900, ["cures"] * 900)
    long = replace(review, findings=tuple(replace(found, message="long " * 20) for found in review.findings))
    text = write("markdown", long)
    assert len(text) < ROOM + 5_000
    kept = sum(line.startswith("| 🔴") or line.startswith("| 🟠") or line.startswith("| 🔵") for line in text.splitlines())
    assert f"**{901 - kept} more findings do not fit here**" in text
