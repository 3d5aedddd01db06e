"""Counts hits, misses and false alarms of a report against annotations, in all and by rule.

- A finding hits an item of its check when the two share half of the shorter one and the finding is not much longer;
  a duplicate must hit two places of the item. A finding hits two items at most.
- A finding that hits nothing and touches nothing arguable is a false alarm.
- A requirement is judged by its status.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from lint.evaluation.gold import CHECKS, Extent, Gold, Item

_MOST_HITS = 2  # items that one finding may hit
# Rules that name neighbouring faults: a hit under one of them counts as named right.
_SIBLINGS = (
    {"promotional-superlative", "personification-metaphor", "quality-of-life-claim", "novelty-claim"},
    {"absolute-efficacy", "guarantee-cure", "population-overgeneralisation", "quality-of-life-claim"},
    {"risk-minimisation", "absolute-safety"},
    {"unqualified-mechanism", "label-contradiction"},
    {"dosing-advice", "label-contradiction"},
    {"statistic-without-source", "vague-attribution"},
)
_UNMET = ("missing", "inadequate")


@dataclass
class Evaluation:
    """The counts of a report; keys are `check.level.hit`, `check.level.total`, `check.false` and the like."""

    counts: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[str]] = field(default_factory=dict)  # by rule name: hits, false
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def recall(self, check: str, level: str = "") -> tuple[int, int]:
        """(found, all) of a check's items, of one level or of both."""
        levels = (level,) if level else ("core", "stretch")
        return tuple(sum(self.counts[f"{check}.{one}.{what}"] for one in levels) for what in ("hit", "total"))  # type: ignore[return-value]

    def precision(self, check: str) -> float | None:
        """Share of a check's counted findings that are right; None where there are none."""
        hit, false = self.recall(check)[0], self.counts[f"{check}.false"]
        return hit / (hit + false) if hit + false else None

    def _rule(self, name: str, what: str) -> None:
        self.rules.setdefault(name, Counter())[what] += 1


def evaluate(report: Mapping[str, Any], golds: Iterable[Gold]) -> Evaluation:
    """The counts of a JSON report over the annotated documents it contains."""
    result = Evaluation()
    names = {_name(document) for document in report["documents"]}
    for gold in golds:
        if gold.document in names:
            result.counts["documents"] += 1
            findings = [f for f in report["findings"] if _name(f) == gold.document and f["check"] != "safety"]
            _findings(result, gold, findings)
            _requirements(result, gold, {r["id"]: r["status"] for r in report["requirements"] if _name(r) == gold.document})
    return result


def _findings(result: Evaluation, gold: Gold, findings: list[Mapping[str, Any]]) -> None:
    used: Counter[int] = Counter()
    for item in (item for item in gold.items if item.check != "safety"):
        hits = [i for i, finding in enumerate(findings) if used[i] < _MOST_HITS and _hits(item, finding)]
        used.update(hits)
        result.counts[f"{item.check}.{item.level}.total"] += 1
        if hits:
            _hit(result, item, [findings[i] for i in hits])
        else:
            result.missed.append(f"{gold.document}: {item.check}/{item.category}: {item.quote[:90]}")
    for number, finding in enumerate(findings):
        _judge(result, gold, finding, bool(used[number]))


def _hit(result: Evaluation, item: Item, findings: list[Mapping[str, Any]]) -> None:
    result.counts[f"{item.check}.{item.level}.hit"] += 1
    result.counts[f"{item.check}.named"] += any(_same_rule(item.category, finding["name"]) for finding in findings)
    if item.correction:
        first = [(finding["suggestions"] or [""])[0].lower() for finding in findings]
        result.counts[f"{item.check}.correctable"] += 1
        result.counts[f"{item.check}.corrected"] += item.correction.lower() in first


def _judge(result: Evaluation, gold: Gold, finding: Mapping[str, Any], hit: bool) -> None:
    """Counts a finding for its rule, and as a false alarm or violation where it is one."""
    own, *others = _places(finding)
    shown = f"{gold.document}: {finding['rule']} {finding['name']}: {(finding['quote'] or '')[:80]}"
    called = {finding["check"], finding["name"], finding["rule"]}
    if any(called & names and extent.overlaps(own) for extent, names in gold.forbidden):
        result.counts["violations"] += 1
        result.violations.append(shown)
    if hit:
        result._rule(finding["name"], "hits")
    elif not any(extent.overlaps(place) and extent.bounds(place) for extent in gold.tolerated for place in (own, *others)):
        result.counts[f"{finding['check']}.false"] += 1
        result._rule(finding["name"], "false")
        result.false_alarms.append(shown)


def _requirements(result: Evaluation, gold: Gold, statuses: Mapping[str, str]) -> None:
    wanted = {item.category: item for item in gold.items if item.check == "safety"}
    for name, item in wanted.items():
        if ":" in name:  # topics of a label are judged by their findings
            continue
        result.counts[f"safety.{item.level}.total"] += 1
        if statuses.get(name) in _UNMET:
            result.counts[f"safety.{item.level}.hit"] += 1
            result.counts["safety.same-status"] += statuses[name] == item.status
            result._rule(name, "hits")
        else:
            result.missed.append(f"{gold.document}: safety/{name}: reported {statuses.get(name, 'nothing')}")
    for name, status in statuses.items():
        if status in _UNMET and name not in wanted and name not in gold.neutral and (name in gold.present or name in gold.not_applicable):
            result.counts["safety.false"] += 1
            result._rule(name, "false")
            result.false_alarms.append(f"{gold.document}: safety/{name}: reported {status}")


def _hits(item: Item, finding: Mapping[str, Any]) -> bool:
    if item.check != finding["check"]:
        return False
    places = _places(finding)
    if item.check == "duplicates" and item.places:
        return sum(1 for wanted in item.places if any(wanted.overlaps(place) for place in places)) >= 2
    return item.extent.overlaps(places[0]) and item.extent.bounds(places[0])


def _places(finding: Mapping[str, Any]) -> list[Extent]:
    return [Extent(_name(entry), entry["start"], entry["end"]) for entry in (finding, *finding["related"])]


def _name(entry: Mapping[str, Any]) -> str:
    return PurePosixPath(entry["path"]).name


def _same_rule(category: str, name: str) -> bool:
    return category == name or any({category, name} <= group for group in _SIBLINGS)


def summary(result: Evaluation) -> dict[str, Any]:
    """The counts by check, as they are shown and written."""
    rows: dict[str, Any] = {"documents": result.counts["documents"], "must_not_flag violations": result.counts["violations"]}
    for check in CHECKS:
        core, all_, precision = result.recall(check, "core"), result.recall(check), result.precision(check)
        rows[check] = {
            "core recall": f"{core[0]}/{core[1]}",
            "recall": f"{all_[0]}/{all_[1]}",
            "false alarms": result.counts[f"{check}.false"],
            "precision": None if precision is None else round(precision, 3),
        }
    rows["spelling"]["corrected"] = f"{result.counts['spelling.corrected']}/{result.counts['spelling.correctable']}"
    rows["claims"]["named"] = f"{result.counts['claims.named']}/{result.recall('claims')[0]}"
    rows["safety"]["same status"] = f"{result.counts['safety.same-status']}/{result.recall('safety')[0]}"
    return rows
