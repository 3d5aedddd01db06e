"""Tests of answers in Word: what counts as a decision, and what never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.errors import LeaflintError
from lint.reporters.docx.answers import read_answers
from lint.types.review import DocumentReview

Make = Callable[..., DocumentReview]
Reviewed = Callable[..., bytes]
Answered = Callable[..., bytes]
TEXT = "It cures you. It is safe.\n\nAsk your doctor.\n"


@pytest.fixture
def data(make: Make, reviewed: Reviewed) -> bytes:
    """A reviewed file with four comments, on cures, safe, doctor, and on what is missing."""
    return reviewed(make(TEXT, ["cures", "safe", "doctor"]))


@pytest.mark.parametrize(
    ("answer", "resolved", "decision", "reason"),
    [
        ("dismiss: the label says so", False, "dismiss", "the label says so"),
        ("Dismissed, it is a quote", True, "dismiss", "it is a quote"),
        ("reject - not ours", False, "dismiss", "not ours"),
        ("accept", False, "accept", ""),
        ("Accepted: will be reworded", True, "accept", "will be reworded"),
        ("The label says so, section 5.1.", True, "dismiss", "The label says so, section 5.1."),
        ("", True, "accept", "resolved in Word without an answer"),
    ],
)
def test_what_decides(data: bytes, answered: Answered, answer: str, resolved: bool, decision: str, reason: str) -> None:
    """A word at the beginning decides; an answer that resolves is the reason; resolving alone dismisses nothing."""
    read = read_answers(answered(data, {0: answer} if answer else {}, {0} if resolved else set()), "a.docx")
    (one,) = read.decided
    assert (one.decision, one.reason) == (decision, reason)
    assert (one.fingerprint, one.path, one.part, one.rule, one.quote) == ("0" * 32, "a.txt", "", "CLM101", "cures")
    assert one.by == ("Ann Editor" if answer else "")
    assert read.untouched == 3


@pytest.mark.parametrize(
    ("answer", "resolved"), [("I am not sure", False), ("dismiss", False), ("dismiss", True), ("Dismiss:", True), ("acceptable?", False)]
)
def test_what_decides_nothing(data: bytes, answered: Answered, answer: str, resolved: bool) -> None:
    """An answer that does not say which way, or dismisses without a reason, leaves the finding open and is named."""
    read = read_answers(answered(data, {1: answer}, {1} if resolved else set()), "a.docx")
    assert read.decided == ()
    assert len(read.undecided) == 1
    assert answer in read.undecided[0]
    assert read.untouched == 3


def test_missing_statements_are_decided_too(data: bytes, answered: Answered) -> None:
    """A comment in the list of missing statements is answered like any other."""
    (one,) = read_answers(answered(data, {3: "dismiss: said in the leaflet"}, set()), "a.docx").decided
    assert (one.rule, one.fingerprint) == ("SAF103", "f" * 32)


def test_comments_of_others_are_not_ours(data: bytes, answered: Answered) -> None:
    """An editor's own comment, even a resolved one, is no decision."""
    read = read_answers(answered(data, {}, set()), "a.docx")
    assert (read.decided, read.undecided, read.untouched) == ((), (), 4)


def test_paths_with_parts_come_back(make: Make, reviewed: Reviewed, answered: Answered) -> None:
    """Path and part of the document are read from the comment's last line, spaces included."""
    from dataclasses import replace

    review = make(TEXT, ["cures"], path="my texts/a b.txt")
    review = replace(review, findings=tuple(replace(found, part="/3/body") for found in review.findings))
    (one,) = read_answers(answered(reviewed(review), {0: "accept"}, set()), "a.docx").decided
    assert (one.path, one.part) == ("my texts/a b.txt", "/3/body")


@pytest.mark.parametrize("broken", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_other_files_are_refused(broken: bytes) -> None:
    """A file that is no Word document is named."""
    with pytest.raises(LeaflintError, match=r"a\.docx: not a Word document"):
        read_answers(broken, "a.docx")


def test_a_file_without_our_comments_is_refused() -> None:
    """A Word document that leaflint did not write is no clean set of decisions."""
    import io

    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(LeaflintError, match="no comment of leaflint"):
        read_answers(out.getvalue(), "a.docx")


def test_answers_survive_libreoffice(data: bytes, answered: Answered, converted: Callable[[bytes, str], bytes]) -> None:
    """A file that LibreOffice saved again still tells which finding a comment is about."""
    read = read_answers(converted(answered(data, {}, set()), "docx"), "a.docx")
    assert read.untouched == 4
