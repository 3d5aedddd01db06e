"""What a new baseline holds: what is gone goes, what is new is refused unless it is accepted."""

from __future__ import annotations

from dataclasses import replace

from lint.baseline.file import Entry
from lint.baseline.update import Plan, plan, renamed
from lint.types.review import Finding
from lint.types.text import Place


def found(fingerprint: str, rule: str = "CLM101", quote: str = "words", **more: object) -> Finding:
    place = Place("a.md", "", 0, 1, 1, 1, 1, 2, quote)
    return Finding(rule, "x", "claims", "error", "a.md", "", "m", "w", place, fingerprint=fingerprint, **more)  # type: ignore[arg-type]


def entry(fingerprint: str, count: int = 1, rule: str = "CLM101", quote: str = "words") -> Entry:
    return Entry("", rule, quote, fingerprint, "x", "m", count=count)


def planned(old: list[Entry], *findings: Finding, accept: bool = False, moved: list[Entry] | None = None) -> Plan:
    return plan("a.md", old, findings, accept=accept, known=["CLM101"], moved=moved or ())


def test_equal_findings_are_counted() -> None:
    """Two of three that are still there stay; a fourth would be new."""
    three = [entry("f", 3)]
    fewer, more = planned(three, found("f"), found("f")), planned(three, *[found("f")] * 4)
    assert (fewer.entries, fewer.removed, fewer.refused) == ((entry("f", 2),), (entry("f", 1),), ())
    assert (more.entries, more.removed, more.refused) == ((entry("f", 3),), (), (found("f"),))


def test_new_ones_are_refused_unless_accepted() -> None:
    """What is gone goes either way."""
    old = [entry("gone"), entry("stays")]
    refused, accepted = (planned(old, found("stays"), found("new"), accept=accept) for accept in (False, True))
    assert refused == Plan("a.md", (entry("stays"),), (entry("gone"),), (), (found("new"),))
    assert accepted == Plan("a.md", (entry("new"), entry("stays")), (entry("gone"),), (found("new"),), ())


def test_an_upgrade_is_taken_in() -> None:
    """Findings of rules that the baseline did not know are nobody's new fault."""
    upgraded = found("new", "CLM999")
    assert planned([], upgraded).added == (upgraded,)


def test_a_renamed_document_brings_its_entries() -> None:
    """As many as it had; one more is new."""
    plan = planned([], found("other name"), found("again"), moved=[entry("old name")])
    assert (len(plan.added), len(plan.refused)) == (1, 1)


def test_only_open_findings_count() -> None:
    """What is suppressed needs no entry, and loses the one that it has."""
    plan = planned([entry("f")], replace(found("f"), disposition="suppressed"), found("baselined", disposition="baselined"))
    assert (plan.entries, plan.removed) == ((), (entry("f"),))


def test_which_document_was_renamed() -> None:
    """The one that most entries of are found again, with words of its own among them."""
    here = [found("1", quote="one"), found("2", quote="two"), found("3", quote="")]
    gone = {
        "half.md": [entry("a", quote="one"), entry("b", quote="other")],
        "words.md": [entry("a", quote="one"), entry("b", quote="two"), entry("c", quote="other")],
    }
    assert renamed(here, gone) == "words.md"
    assert renamed(here, {"empty.md": [entry("a", quote=""), entry("b", quote="other")]}) == ""
    assert renamed(here, {}) == ""
