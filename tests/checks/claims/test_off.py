"""A rule that is off hides no other rule's finding."""

from __future__ import annotations

from dataclasses import replace

from lint.pipeline.review import Reviewer, review_text

TEXT = "Imuran is a miracle cure for lupus, and it always works for everyone who takes it."


def rules(reviewer: Reviewer, ignore: tuple[str, ...] = ()) -> set[str]:
    """The claim rules that flag the text."""
    mine = replace(reviewer, settings=replace(reviewer.settings, ignore=ignore))
    return {found.rule for found in review_text(TEXT, reviewer=mine).findings if found.check == "claims"}


def test_what_hid_comes_out(reviewer: Reviewer) -> None:
    """Without the stronger rules on the same words, the weaker ones speak; the ledger still knows what was wrong."""
    all_rules = rules(reviewer)
    fewer = rules(reviewer, ignore=tuple(all_rules))
    assert all_rules
    assert fewer
    assert fewer.isdisjoint(all_rules)
    mine = replace(reviewer, settings=replace(reviewer.settings, ignore=("CLM",)))
    assert [c.verdict for c in review_text(TEXT, reviewer=mine).claims] == [c.verdict for c in review_text(TEXT, reviewer=reviewer).claims]
