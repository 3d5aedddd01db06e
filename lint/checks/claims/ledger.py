"""The ledger: every sentence that states something of the drug, its kind and what the reference says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import MOST_EVIDENCE, Candidate
from lint.checks.claims.compare.passage import evidence_of_judgement, judged
from lint.checks.scopes import about_drug, excepted, in_heading, under
from lint.checks.topics import mentions
from lint.checks.uses import approving, broader, of_others, outside_label, uses
from lint.evidence import Judgement, LabelSearch
from lint.references import evidence_of
from lint.types.reference import Fact, Reference
from lint.types.review import Claim, Evidence
from lint.types.text import Text

_KIND_OF_SECTION = {
    "indications": "indication", "dosage": "dose", "forms": "route", "contraindications": "contraindication",
    "interactions": "interaction", "adverse-reactions": "adverse-reaction", "boxed": "adverse-reaction", "warnings": "adverse-reaction",
    "pregnancy": "population", "lactation": "population", "children": "population", "older-people": "population", "kidney": "population",
    "liver": "population", "populations": "population", "storage": "storage", "pharmacology": "mechanism", "studies": "effect",
}  # fmt: skip


def ledger(text: Text, brief: Brief, findings: Iterable[Candidate]) -> tuple[tuple[int, Claim], ...]:
    """Every claim of the text, each with its sentence, in order of place; `findings` are the claims already judged."""
    kinds = dict(_kinds(text, brief))
    against: dict[int, Candidate] = {}
    for candidate in findings:
        if candidate.evidence:
            against.setdefault(candidate.sentence, candidate)
    supports = _supports(text, brief)
    for number, search, found in judged(text, brief):
        if found.verdict == "restated":
            supports.setdefault(number, []).insert(0, evidence_of_judgement(search, found))
            kinds.setdefault(number, _KIND_OF_SECTION.get(_section(search, found), "other"))
    claims = []
    for number, kind in sorted({**{c.sentence: "other" for c in findings}, **kinds}.items()):
        sentence = text.sentences[number]
        verdict, by, evidence = _verdict(brief, against.get(number), supports.get(number, []))
        drug = brief.references[0].drug if brief.references else (text.drugs[0] if text.drugs else "")
        claims.append((number, Claim(text.document.place(sentence.start, sentence.end), kind, drug, verdict, by, evidence)))
    return tuple(claims)


def _kinds(text: Text, brief: Brief) -> Iterator[tuple[int, str]]:
    """The sentences that claim something of the drug; where several kinds fit, the one listed first in the rules."""
    for kind in reversed(brief.rulebook.kinds):
        for pattern in kind.patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if (
                    about_drug(text, hit)
                    and not in_heading(text, hit)
                    and not under(sentence, hit, ("question",))
                    and not excepted(brief.matches, hit, kind.exceptions)
                    and not (kind.kind == "indication" and of_others(text, hit, brief))
                ):
                    yield hit.sentence, kind.kind


def _section(search: LabelSearch, found: Judgement) -> str:
    return search.reference.passages[search.index.sentences[found.alignment.first].passage].section


def _supports(text: Text, brief: Brief) -> dict[int, list[Evidence]]:
    """For each sentence the facts that it restates: by topic, and for uses by condition."""
    found: dict[int, list[Evidence]] = {}
    for reference in brief.references:
        for number, fact in (*_by_topic(text, brief, reference), *_by_condition(text, brief, reference)):
            evidence, here = evidence_of(fact, brief.jurisdiction), found.setdefault(number, [])
            if evidence not in here:
                here.append(evidence)
    return found


def _by_topic(text: Text, brief: Brief, reference: Reference) -> Iterator[tuple[int, Fact]]:
    for fact in reference.facts_in(brief.jurisdiction):
        topic = brief.rulebook.topic(fact.topic)
        if topic is None or fact.kind in ("indication", "off-label"):
            continue
        for mention in mentions(topic, (*topic.full, *topic.partial), text, brief.matches):
            yield mention.named, fact


def _by_condition(text: Text, brief: Brief, reference: Reference) -> Iterator[tuple[int, Fact]]:
    for use in uses(text, brief):
        if not outside_label(reference, brief, use.conditions):
            own = {c for condition in use.conditions for c in (condition, *broader(condition, brief))}
            for fact in approving(reference, brief):
                wide = {c for condition in fact.conditions for c in (condition, *broader(condition, brief))}
                if set(fact.conditions) & own or set(use.conditions) & wide:
                    yield use.sentence, fact


def _verdict(brief: Brief, judged: Candidate | None, supports: list[Evidence]) -> tuple[str, str, tuple[Evidence, ...]]:
    if not brief.references:
        return "not-checked", "none", ()
    if judged is not None:
        return "contradicted", judged.rule.name, judged.evidence[:MOST_EVIDENCE]
    if supports:
        return "supported", "topic", tuple(supports[:MOST_EVIDENCE])
    return "not-in-reference", "none", ()
