"""Tests of suppression: what is marked, what stays open, and that no suppression goes unseen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.reporters import REPORTERS
from lint.types.decision import Decision, FileDecision
from lint.types.review import DocumentReview, Run

SAFE = "Azathioprine is completely safe."


def reviewed(reviewer: Reviewer, text: str, filed: tuple[FileDecision, ...] = (), path: str = "a.md", **values: object) -> DocumentReview:
    settings = replace(reviewer.settings, **values)  # type: ignore[arg-type]
    review = review_text(text, kind="article", path=path, reviewer=replace(reviewer, settings=settings))
    return next(iter(Stages(settings, filed).apply([review], reviewer.rulebook.rules)))


def dispositions(review: DocumentReview, rule: str = "CLM103") -> list[str]:
    return [found.disposition for found in review.findings if found.rule == rule]


def said(review: DocumentReview) -> list[str]:
    return [found.rule for found in review.findings if found.check == "suppressions"]


def test_a_reason_suppresses(reviewer: Reviewer) -> None:
    """What a comment covers is marked, with the decision on it; the same words elsewhere stay open."""
    review = reviewed(reviewer, f"<!-- leaflint ignore-next CLM103: quoted by=AB -->\n\n{SAFE}\n\nOther words.\n\n{SAFE}\n")
    assert dispositions(review) == ["suppressed", "open"]
    first = next(found for found in review.findings if found.rule == "CLM103")
    assert first.decision == Decision("quoted", "AB", source="a.md:1")
    assert said(review) == []


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("ignore-next CLM103", "SUP101"),
        ("ignore-next CLM103: by=AB", "SUP101"),
        ("ignore-next CLM999: reason", "SUP102"),
        ("ignore-next: reason", "SUP102"),
        ("ignore-next CLM103: reason until=2026-11-23", "SUP103"),
    ],
)
def test_what_does_not_hold_hides_nothing(reviewer: Reviewer, comment: str, rule: str) -> None:
    """Without a reason, unknown or expired: the finding stays open and the comment is one more."""
    review = reviewed(reviewer, f"<!-- leaflint {comment} -->\n\n{SAFE}\n")
    assert dispositions(review) == ["open"]
    assert said(review) == [rule]


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html"])
def test_the_report_lists_what_is_suppressed(reviewer: Reviewer, path: str) -> None:
    """Text and Markdown name each suppressed finding with its reason; it does not count."""
    comment = "leaflint ignore-next CLM103: quoted by=AB until=2027-01-01"
    said = f"{{/* {comment} */}}" if path == "a.mdx" else f"<!-- {comment} -->"
    review = reviewed(reviewer, f"{said}\n\n{SAFE if path != 'a.html' else f'<p>{SAFE}</p>'}\n", path=path)
    assert dispositions(review) == ["suppressed"]
    run = Run("0", "2026-11-24", (), ())
    for name in ("text", "markdown"):
        out = io.StringIO()
        REPORTERS[name](run, [review], out)
        assert "quoted (AB, until 2027-01-01, " in out.getvalue(), name


def test_the_last_day_counts(reviewer: Reviewer) -> None:
    """`until` names the last day on which it holds."""
    review = reviewed(reviewer, f"<!-- leaflint ignore-next CLM103: reason until=2026-11-24 -->\n\n{SAFE}\n")
    assert dispositions(review) == ["suppressed"]


def test_unused_ones_are_told_apart_by_rule(reviewer: Reviewer) -> None:
    """Of a comment with two rules the one that hides nothing is named; a rule that is off is not called unused."""
    text = f"<!-- leaflint ignore-next CLM103, SPE101: reason -->\n\n{SAFE}\n"
    review = reviewed(reviewer, text)
    (unused,) = [found for found in review.findings if found.check == "suppressions"]
    assert unused.rule == "SUP104"
    assert "SPE101 is kept here" in unused.message
    assert said(reviewed(reviewer, text, ignore=("SPE",))) == []


def test_missing_statements_need_the_whole_file(reviewer: Reviewer) -> None:
    """A statement that is missing is set aside for the file, by the requirement's name, with or without the drug."""
    text = "Azathioprine is a medicine. " + "It comes as tablets to swallow with water. " * 20
    missing = next(found for found in reviewed(reviewer, text).findings if found.check == "safety" and not found.place)
    names = {missing.rule, missing.name, missing.requirement, str(missing.requirement).rpartition(":")[2]}
    for name in names:
        review = reviewed(reviewer, f"<!-- leaflint ignore-file {name}: on another page -->\n\n{text}")
        (found,) = [found for found in review.findings if found.requirement == missing.requirement]
        assert found.disposition == "suppressed", name
        assert said(review) == []


def test_errors_that_may_not_be_suppressed(reviewer: Reviewer) -> None:
    """With never-suppress an error stays open and the comment says why; what is no error can still be suppressed."""
    text = f"<!-- leaflint ignore-next CLM103: reason -->\n\n{SAFE}\n"
    review = reviewed(reviewer, text, never_suppress=("CLM",))
    assert dispositions(review) == ["open"]
    assert said(review) == ["SUP102"]
    assert dispositions(reviewed(reviewer, text, never_suppress=("CLM",), severity=(("CLM103", "warning"),))) == ["suppressed"]


def test_suppressions_cannot_hide_themselves(reviewer: Reviewer) -> None:
    """A comment cannot set aside findings on comments; the configuration can."""
    text = f"<!-- leaflint ignore-file SUP: quiet -->\n\n<!-- leaflint ignore-next CLM103 -->\n\n{SAFE}\n"
    assert "SUP101" in said(reviewed(reviewer, text))
    assert said(reviewed(reviewer, text, ignore=("SUP",))) == []


def entry(
    review: DocumentReview, reason: str = "quoted", until: str = "", fingerprint: str = "", *, dismissed: bool = True
) -> FileDecision:
    found = next(found for found in review.findings if found.rule == "CLM103")
    decision = "dismiss" if dismissed else "accept"
    key = fingerprint or found.fingerprint
    return FileDecision(
        key, "a.md", "", "CLM103", "is completely safe", decision, reason, "AB", "2026-11-20", until, "decisions.toml"
    )  # fmt: skip


def test_decisions_from_a_file(reviewer: Reviewer) -> None:
    """A dismissed finding is suppressed by its fingerprint; an accepted one stands."""
    plain = reviewed(reviewer, SAFE)
    assert dispositions(reviewed(reviewer, SAFE, (entry(plain),))) == ["suppressed"]
    assert dispositions(reviewed(reviewer, SAFE, (entry(plain, dismissed=False),))) == ["open"]


@pytest.mark.parametrize(
    ("values", "rule"), [(("", ""), "SUP101"), (("quoted", "2026-11-23"), "SUP103"), (("quoted", "", "0" * 32), "SUP104")]
)
def test_decisions_that_do_not_hold(reviewer: Reviewer, values: tuple[str, ...], rule: str) -> None:
    """An entry without a reason, past its day or without its finding is a finding on the document; other documents are not its matter."""
    filed = (entry(reviewed(reviewer, SAFE), *values),)
    review = reviewed(reviewer, SAFE, filed)
    assert dispositions(review) == ["open"]
    assert said(review) == [rule]
    assert said(reviewed(reviewer, SAFE, filed, path="b.md")) == []


def test_reviews_with_suppressions_survive_pickling(reviewer: Reviewer, tmp_path: Path) -> None:
    """A worker can return them: the stage maps what comes back."""
    import pickle

    review = review_text(f"<!-- leaflint ignore-next CLM103: quoted -->\n\n{SAFE}\n", path="a.md", reviewer=reviewer)
    back = pickle.loads(pickle.dumps(review))
    (after,) = Stages(Settings("2026-11-24")).apply([back], reviewer.rulebook.rules)
    assert dispositions(after) == ["suppressed"]
