"""How a report is counted against annotations."""

from __future__ import annotations

from typing import Any

import pytest

from lint.evaluation.gold import Extent, Gold, Item
from lint.evaluation.score import Evaluation, evaluate


def found(start: int, end: int, **more: Any) -> dict[str, Any]:
    """A finding of a report."""
    common = {
        "path": "x/a.txt",
        "check": "claims",
        "rule": "CLM102",
        "name": "guarantee-cure",
        "quote": "…",
        "suggestions": [],
        "related": [],
    }
    return {**common, "start": start, "end": end, **more}


def marked(start: int | None, end: int | None, check: str = "claims", category: str = "guarantee-cure", **more: Any) -> Item:
    """What the annotator marked."""
    values = {"level": "core", "status": "missing", "quote": "…", "correction": "", "extent": Extent("a.txt", start, end), "places": ()}
    return Item(check=check, category=category, **{**values, **more})


def counted(items: list[Item], findings: list[dict[str, Any]], statuses: dict[str, str] | None = None, **gold: Any) -> Evaluation:
    """The counts of a report with these findings and statuses, over one document with these annotations."""
    nothing = {name: frozenset[str]() for name in ("present", "neutral", "not_applicable")}
    annotated = Gold(**{"document": "a.txt", "items": tuple(items), "forbidden": (), "tolerated": (), **nothing, **gold})
    requirements = [{"path": "x/a.txt", "id": name, "status": status} for name, status in (statuses or {}).items()]
    return evaluate({"documents": [{"path": "x/a.txt"}], "findings": findings, "requirements": requirements}, [annotated])


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [(10, 30, True), (0, 20, True), (0, 19, False), (12, 15, True), (30, 40, False), (0, 400, True), (0, 401, False)],
)
def test_a_hit_shares_half_and_is_not_much_longer(start: int, end: int, hit: bool) -> None:
    """The item stands at 10 to 30; half of the shorter one is shared, and the finding has at most 400 code points."""
    result = counted([marked(10, 30)], [found(start, end)])
    assert result.recall("claims") == (int(hit), 1)
    assert result.counts["claims.false"] == (not hit)
    assert len(result.missed) == len(result.false_alarms) == (not hit)


def test_another_check_is_no_hit() -> None:
    """A misspelling at the words of a claim is a false alarm, and the claim is missed."""
    result = counted([marked(10, 30)], [found(10, 30, check="spelling")])
    assert (result.recall("claims"), result.precision("spelling"), result.precision("claims")) == ((0, 1), 0.0, None)


def test_one_finding_hits_two_items_at_most() -> None:
    """One that covers everything does not find everything."""
    assert counted([marked(at, at + 10) for at in (0, 10, 20)], [found(0, 30)]).recall("claims") == (2, 3)


def test_a_duplicate_is_hit_at_two_places() -> None:
    """Naming one copy is not finding the pair."""
    pair = marked(0, 10, "duplicates", "exact-sentence", places=(Extent("a.txt", 0, 10), Extent("a.txt", 50, 60)))
    copy = found(50, 60, check="duplicates")
    assert counted([pair], [copy]).recall("duplicates") == (0, 1)
    assert counted([pair], [{**copy, "related": [found(0, 10)]}]).recall("duplicates") == (1, 1)


def test_neighbouring_rules_name_a_fault_right() -> None:
    """Absolute efficacy for a guaranteed cure is right enough; a dosing rule is not."""
    names = {
        name: counted([marked(0, 10)], [found(0, 10, name=name)]).counts["claims.named"] for name in ("absolute-efficacy", "dosing-advice")
    }
    assert names == {"absolute-efficacy": 1, "dosing-advice": 0}


def test_the_first_suggestion_counts() -> None:
    """A correction further down the list is none."""
    item = marked(0, 6, "spelling", "misspelling", correction="doctor")
    for suggestions, right in ((["Doctor", "docker"], 1), (["docker", "doctor"], 0), ([], 0)):
        result = counted([item], [found(0, 6, check="spelling", suggestions=suggestions)])
        assert (result.counts["spelling.correctable"], result.counts["spelling.corrected"]) == (1, right)


def test_what_may_be_flagged_is_no_false_alarm() -> None:
    """Tolerated words cost nothing; forbidden ones are counted apart, whether by check, rule name or code."""
    tolerated = counted([], [found(0, 10)], tolerated=(Extent("a.txt", 0, 10),))
    assert (tolerated.counts["claims.false"], tolerated.violations) == (0, [])
    for name in ("claims", "guarantee-cure", "CLM102"):
        assert len(counted([], [found(0, 10)], forbidden=((Extent("a.txt", 0, 10), frozenset([name])),)).violations) == 1
    assert not counted([], [found(0, 10)], forbidden=((Extent("a.txt", 0, 10), frozenset(["spelling"])),)).violations


def test_requirements_are_judged_by_status() -> None:
    """Missing or inadequate where one of them is due is a hit; where the text has it, a false alarm; what is neutral counts for nothing."""
    due = [marked(None, None, "safety", "cancer-risk", status="missing"), marked(None, None, "safety", "read-leaflet", status="inadequate")]
    statuses = {"cancer-risk": "inadequate", "read-leaflet": "present", "urgent-help": "missing", "for-you-only": "missing"}
    result = counted(due, [], statuses, present=frozenset(["urgent-help"]), neutral=frozenset(["for-you-only"]))
    assert result.recall("safety") == (1, 2)
    assert (result.counts["safety.same-status"], result.counts["safety.false"]) == (0, 1)


def test_documents_without_annotation_do_not_count() -> None:
    """And annotations of documents that were not reviewed are not missed."""
    result = counted([marked(0, 10)], [found(0, 10, path="b.txt")], document="c.txt")
    assert (result.counts["documents"], result.missed, result.false_alarms) == (0, [], [])
