"""Tests of what a baseline sets aside, and of what becomes of it."""

from __future__ import annotations

from pathlib import Path

from lint.baseline import NEW_RULE, Baseline, Entry, Stamp, baselined, plan, stale
from lint.types.review import DocumentInfo, DocumentReview, Finding

KNOWN = ("CLM101",)


def found(fingerprint: str, rule: str = "CLM101", disposition: str = "open", severity: str = "error") -> Finding:
    return Finding(rule, "n", "claims", severity, "a.md", "", "m", "w", fingerprint=fingerprint, disposition=disposition)


def review(*findings: Finding) -> DocumentReview:
    info = DocumentInfo("a.md", "", "", "markdown", "utf-8", "en-US", "article", "US", (), 1)
    return DocumentReview(info, findings, (), ())


def entry(fingerprint: str, count: int = 1, part: str = "") -> Entry:
    return Entry(part, "CLM101", "q", fingerprint, "n", "m", count)


def after(tmp_path: Path, entries: list[Entry], *findings: Finding) -> list[tuple[str, str]]:
    baseline = Baseline(tmp_path, Stamp("0", "", KNOWN))
    baseline.write("a.md", entries)
    return [(one.disposition, one.severity) for one in baselined(review(*findings), "a.md", baseline).findings]


def test_equal_findings_are_counted(tmp_path: Path) -> None:
    """As many as the baseline counts are set aside; one more is new. What is suppressed takes none of the count."""
    marks = after(tmp_path, [entry("f", 2)], found("f", disposition="suppressed"), found("f"), found("f"), found("f"), found("g"))
    assert [mark for mark, _ in marks] == ["suppressed", "baselined", "baselined", "open", "open"]


def test_parts_of_a_file_do_not_mix(tmp_path: Path) -> None:
    """An entry of another record of the same file sets nothing aside."""
    assert after(tmp_path, [entry("f", 1, "/3")], found("f")) == [("open", "error")]


def test_a_new_rule_is_information(tmp_path: Path) -> None:
    """What a rule finds that is newer than the baseline does not fail a run, and says why."""
    assert after(tmp_path, [], found("f", "CLM999")) == [("open", "info")]
    baseline = Baseline(tmp_path, Stamp("0", "", KNOWN))
    assert baselined(review(found("f", "CLM999")), "a.md", baseline).findings[0].note == NEW_RULE


def test_stale_entries_are_what_no_finding_needs() -> None:
    """Entries are stale by as many as are no longer found; findings on unchanged lines still need theirs, suppressed ones do not."""
    findings = [found("f", disposition="unchanged"), found("g", disposition="suppressed")]
    assert stale([entry("f", 3), entry("g"), entry("h")], findings) == (entry("f", 2), entry("g"), entry("h"))


def test_new_findings_are_refused_unless_accepted() -> None:
    """A plan drops what is gone and refuses what is new; accepted, it is counted with its equals."""
    old, now = [entry("f", 2), entry("gone")], [found("f"), found("f"), found("f"), found("n")]
    refused = plan("a.md", old, now, accept=False, known=KNOWN)
    assert refused.entries == (entry("f", 2),)
    assert refused.removed == (entry("gone"),)
    assert [one.fingerprint for one in refused.refused] == ["f", "n"]
    accepted = plan("a.md", old, now, accept=True, known=KNOWN)
    assert {one.fingerprint: one.count for one in accepted.entries} == {"f": 3, "n": 1}
    assert accepted.refused == ()


def test_findings_of_new_rules_are_taken_in() -> None:
    """Nobody wrote what an upgrade finds: an update takes it in."""
    made = plan("a.md", [], [found("f", "CLM999")], accept=False, known=KNOWN)
    assert [one.rule for one in made.entries] == ["CLM999"]
    assert made.refused == ()
