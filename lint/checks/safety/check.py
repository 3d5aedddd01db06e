"""Judges every requirement that is due: present, inadequate, missing, not applicable or not checked."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief, Outcome
from lint.checks.findings import fingerprint
from lint.checks.safety.label import from_label
from lint.checks.safety.status import status_of
from lint.checks.topics import spoken
from lint.checks.uses import outside_label, uses
from lint.references import evidence_of
from lint.types.label import OVER_THE_COUNTER
from lint.types.reference import Fact, Reference
from lint.types.review import SEVERITIES, Evidence, Finding, Requirement, Skipped
from lint.types.rule import Rule
from lint.types.text import Text


def check(text: Text, brief: Brief) -> Outcome:
    """The safety checklist of a text, and a finding for each requirement that is missing or inadequate."""
    judged: list[tuple[Rule, Requirement]] = []
    for rule in brief.rulebook.rules_for("safety"):
        own = () if rule.detectors else (judge(text, rule, brief),)
        judged += [(rule, requirement) for requirement in own if requirement is not None]
    spoken_for = frozenset(rule.topic for rule, requirement in judged if requirement.status != "not-applicable")
    judged += from_label(text, brief, spoken_for)
    requirements = [requirement for _, requirement in judged]
    findings = [_finding(text, rule, found, brief.jurisdiction) for rule, found in judged if found.status in ("missing", "inadequate")]
    return Outcome(tuple(findings), (), tuple(requirements), tuple(_unchecked(text, brief)))


def judge(text: Text, rule: Rule, brief: Brief) -> Requirement | None:
    """The requirement's state in this text, or None where this kind of text or jurisdiction does not ask for it."""
    severity = dict(rule.due).get(brief.kind)
    topic = brief.rulebook.topic(rule.topic)
    if severity is None or topic is None or (rule.jurisdictions and brief.jurisdiction not in rule.jurisdictions):
        return None
    classes = [gate.partition(":")[2] for gate in rule.gate if gate.startswith("class:")]
    drug = _of_class(text, brief, classes) if classes else None
    if classes and drug is None:
        return None  # for medicines of a class whose label is not at hand, and this is none
    if "reference" in rule.gate and not brief.references:
        return None  # whether this medicine owes it is not known; that it was not checked, a gap of the review says
    status, note = _gated(text, rule, brief)
    reference, fact, own = _required(rule, brief)
    if status == "" and "reference" in rule.gate and reference is not None and fact is None:
        return None  # this drug's reference does not ask for it
    mention = None
    if status == "":
        status, mention = status_of(text, topic, brief, fact)
        note = rule.inadequate if status == "inadequate" else ""
    evidence = (evidence_of(fact, brief.jurisdiction),) if fact else tuple(Evidence("", rule.title, s) for s in rule.sources)
    return Requirement(
        id=rule.name, title=rule.title, path=text.document.path, part=text.document.part, status=status,
        severity=own or severity, drug=reference.drug if reference else drug,
        place=text.document.place(mention.span.start, mention.span.end) if mention else None, evidence=evidence, note=note,
    )  # fmt: skip


def _gated(text: Text, rule: Rule, brief: Brief) -> tuple[str, str]:
    """("", "") when every condition of the rule holds, else the status and why."""
    for gate in rule.gate:
        kind, _, name = gate.partition(":")
        if gate == "prescribed" and any(OVER_THE_COUNTER in reference.classes for reference in brief.references):
            return "not-applicable", "the medicine is sold without a prescription"
        if gate == "off-label-use" and not _off_label_uses(text, brief):
            return "not-applicable", "the text names no use outside the approved ones"
        if kind == "trigger":
            topic = brief.rulebook.topic(name)
            if topic is None or spoken(topic, topic.full, text, brief.matches) is None:
                return "not-applicable", f"the text has no {topic.title.lower() if topic else name}"
    return "", ""


def _of_class(text: Text, brief: Brief, classes: list[str]) -> str | None:
    """A medicine of the text that is of one of the classes and has no reference; where there is one, the checklist comes from that."""
    known = {reference.drug for reference in brief.references}
    unknown = [drug for drug in text.drugs if drug not in known]
    return next((drug for drug in unknown if not {*classes}.isdisjoint(brief.rulebook.classes_of(drug))), None)


def _off_label_uses(text: Text, brief: Brief) -> bool:
    found = list(uses(text, brief))
    return any(outside_label(reference, brief, use.conditions) for reference in brief.references for use in found)


def _required(rule: Rule, brief: Brief) -> tuple[Reference | None, Fact | None, str]:
    """The reference that asks for the requirement, the fact it rests on, and the severity it sets, if any."""
    for reference in brief.references:
        facts = {fact.id: fact for fact in reference.facts_in(brief.jurisdiction)}
        for required in reference.requires_in(brief.jurisdiction):
            if required.requirement == rule.name and required.fact in facts:
                return reference, facts[required.fact], required.severity
    return (brief.references[0] if brief.references else None), None, ""


def _finding(text: Text, rule: Rule, requirement: Requirement, jurisdiction: str) -> Finding:
    inadequate = requirement.status == "inadequate"
    said = (rule.inadequate if inadequate else rule.message).replace("{title}", requirement.title)
    local = dict(rule.locally).get(jurisdiction, "")
    weaker = SEVERITIES[max(0, SEVERITIES.index(requirement.severity) - 1)]
    return Finding(
        rule=rule.code, name=rule.name, check="safety", severity=weaker if inadequate else requirement.severity,
        path=text.document.path, part=text.document.part, message=f"{said} {local}".rstrip(), why=rule.why,
        place=requirement.place, drug=requirement.drug, requirement=requirement.id, evidence=requirement.evidence,
        fingerprint=fingerprint(text.document, rule.code, requirement.id),
    )  # fmt: skip


def _unchecked(text: Text, brief: Brief) -> Iterator[Skipped]:
    document = text.document
    what = "safety statements and claims that depend on the drug"
    if not text.drugs:
        yield Skipped(document.path, document.part, what, "the text names no medicine that it is plainly about")
    unknown = [drug for drug in text.drugs if not any(reference.drug == drug for reference in brief.references)]
    if unknown:
        yield Skipped(document.path, document.part, what, f"no {brief.jurisdiction} reference for {', '.join(unknown)}")
