"""A comment that sets a finding aside goes where it holds and where no reader notices it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.live.ignore import ignoring
from lint.live.project import Project
from lint.types.review import DocumentReview, Finding, Skipped
from lint.types.text import Document, Source

WRONG = "Azathioprine is completely safe."
# (name, text, the line of the comment as it is to stand; None: before the words, on their line)
TEXTS = [
    ("a.md", f"# Title\n\n{WRONG}\n", "<!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"# Title\r\n\r\nOne line.\r\n{WRONG}\r\n", "<!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"---\ntitle: Azathioprine\n---\n{WRONG}\n", "<!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"1. One.\n2. {WRONG}\n3. Three.\n", "   <!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"- {WRONG}\n- Two.\n", "<!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"> Said one.\n>\n> {WRONG}\n", "> <!-- leaflint ignore-next CLM103: why -->"),
    ("a.md", f"| Medicine | Note |\n|---|---|\n| Azathioprine | {WRONG} |\n", None),
    ("a.mdx", f"import X from './x'\n\n<X />\n\n{WRONG}\n", "{/* leaflint ignore-next CLM103: why */}"),
    ("a.html", f"<html>\n<body>\n<p>One.</p>\n  <p>{WRONG}</p>\n</body></html>", "  <!-- leaflint ignore-next CLM103: why -->"),
    ("a.html", f"<p>One.</p><p>{WRONG}</p><p>Three.</p>", None),
    ("a.txt", f"Title\n\nOne.\n{WRONG}\n", "<!-- leaflint ignore-next CLM103: why -->"),
]


def reviewed(project: Project, name: str, text: str) -> tuple[Document, DocumentReview]:
    (item,) = project.read(Source(name, text.encode()))
    assert not isinstance(item, Skipped)
    (review,), _ = project.finish([item[1]])
    return item[0], review


def opened(review: DocumentReview) -> list[Finding]:
    return [found for found in review.findings if found.disposition == "open"]


@pytest.mark.parametrize(("name", "text", "line"), TEXTS)
def test_a_comment_holds_and_changes_nothing_else(project: Project, name: str, text: str, line: str | None) -> None:
    """After it the finding is set aside, every other one stands, and a reader sees the same words."""
    document, review = reviewed(project, name, text)
    found = next(one for one in review.findings if one.rule == "CLM103")
    comment = ignoring(document, found, ())
    assert comment is not None
    after = comment.into(text, "why")
    if line is None:
        assert after.count("\n") == text.count("\n")
    else:
        assert line in after.splitlines()
    assert after.count("\r") == after.count("\n") or "\r" not in text
    again, review_after = reviewed(project, name, after)
    assert again.text.split() == document.text.split()
    assert [one.rule for one in opened(review_after)] == [one.rule for one in opened(review) if one.rule != "CLM103"]


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.html", "a.txt"])
def test_a_missing_statement_is_set_aside_for_the_text(project: Project, name: str) -> None:
    """What belongs to the whole text is named by its requirement, so that others of the same rule stand."""
    text = f"<p>{WRONG}</p>\n" if name == "a.html" else f"{WRONG}\n"
    document, review = reviewed(project, name, text)
    found = next(one for one in review.findings if one.rule == "SAF101")
    comment = ignoring(document, found, ())
    assert comment is not None
    assert "ignore-file talk-to-clinician: " in comment.before
    _, after = reviewed(project, name, comment.into(text, "why"))
    assert [one.rule for one in opened(after)] == [one.rule for one in opened(review) if one.rule != "SAF101"]


def test_what_may_not_be_set_aside(project: Project) -> None:
    """No comment is offered for an error that the project never suppresses, nor for what is wrong with a comment."""
    document, review = reviewed(project, "a.md", f"{WRONG}\n")
    found = next(one for one in review.findings if one.rule == "CLM103")
    assert ignoring(document, found, ("CLM",)) is None
    assert ignoring(document, replace(found, severity="warning"), ("CLM",)) is not None
    assert ignoring(document, replace(found, check="suppressions"), ()) is None
