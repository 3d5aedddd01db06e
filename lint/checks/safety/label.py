"""The part of the checklist that the drug's own label makes due: boxed topics, contraindications, interactions to avoid, tests."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.safety.status import against, status_of, within
from lint.language.drugnames import other_names
from lint.references import evidence_of
from lint.types.reference import Fact, Reference
from lint.types.review import Requirement
from lint.types.rule import Rule
from lint.types.text import Span, Text

_FROM = "label-"  # how a detector begins that names the kind of fact a rule asks for
_AVOIDED = frozenset(["contraindicated", "avoid"])


def from_label(text: Text, brief: Brief, spoken_for: frozenset[str]) -> Iterator[tuple[Rule, Requirement]]:
    """A requirement for each matter of the labels that no rule of its own speaks for, the gravest kind first."""
    seen: set[tuple[str, str]] = set()
    for rule in brief.rulebook.rules_for("safety"):
        severity = dict(rule.due).get(brief.kind)
        kinds = frozenset(name.removeprefix(_FROM) for name in rule.detectors)
        if not kinds or severity is None:
            continue
        for reference in brief.references:
            for fact in reference.facts_in(brief.jurisdiction):
                name = fact.topic or next(iter(fact.substances), "")
                if fact.quote and fact.kind in kinds and name and name not in spoken_for and (reference.drug, name) not in seen:
                    requirement = _judged(text, brief, reference, fact, name, severity)
                    if requirement is not None:
                        seen.add((reference.drug, name))
                        yield rule, requirement


def _judged(text: Text, brief: Brief, reference: Reference, fact: Fact, name: str, severity: str) -> Requirement | None:
    topic = brief.rulebook.topic(fact.topic)
    if topic is not None:
        title = topic.title
        status, mention = status_of(text, topic, brief, fact)
        span = mention.span if mention else None
        if status != "present" and fact.substances:
            named, at = _named(text, brief, fact)
            status, span = (named, at) if named == "present" else (status, span)
    elif fact.substances and fact.consequence in _AVOIDED:
        title = " and ".join(fact.substances)
        status, span = _named(text, brief, fact)
    else:
        return None
    place = text.document.place(span.start, span.end) if span else None
    return Requirement(
        id=f"{reference.drug}:{name}", title=title, path=text.document.path, part=text.document.part, status=status, severity=severity,
        drug=reference.drug, place=place, evidence=(evidence_of(fact, brief.jurisdiction),),
        note="the text only touches it, or says the opposite" if status == "inadequate" else "",
    )  # fmt: skip


def _named(text: Text, brief: Brief, fact: Fact) -> tuple[str, Span | None]:
    """Whether one of a fact's substances is named, by any name that the drug lists know, and where; not well where that contradicts it."""
    places = against(fact, brief)
    wanted = {name for substance in fact.substances for name in (substance, *other_names(substance))}
    first: Span | None = None
    for sentence in text.sentences:
        for word in sentence.words:
            if word.norm in wanted or (len(word.norm) > 3 and brief.corrector.drugs.drug_of.get(word.norm) in wanted):
                span = Span(word.start, word.end)
                if not (places and within(text, span, places)):
                    return "present", span
                first = first or span
    return ("inadequate", first) if first else ("missing", None)
