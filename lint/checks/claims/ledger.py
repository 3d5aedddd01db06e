"""The ledger: every sentence that states something of the drug, its kind and what the reference says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lint.checks.brief import Brief
from lint.checks.claims.candidate import MOST_EVIDENCE, Candidate
from lint.checks.claims.compare.agreement import agreeing, word_for_word
from lint.checks.claims.compare.off_label import GENERAL_STEMS
from lint.checks.claims.compare.passage import evidence_of_judgement, judged, warning
from lint.checks.scopes import about_drug, excepted, in_heading, is_question, under
from lint.checks.topics import mentions
from lint.checks.uses import approving, broader, of_others, outside_label, used_by_doctors, uses
from lint.evidence import Judgement, LabelSearch, denies, warrants
from lint.references import evidence_of
from lint.rulebook import Hit
from lint.types.reference import Fact, Reference
from lint.types.review import Claim, Evidence
from lint.types.text import Text

_KIND_OF_SECTION = {
    "indications": "indication", "dosage": "dose", "forms": "route", "contraindications": "contraindication",
    "interactions": "interaction", "adverse-reactions": "adverse-reaction", "boxed": "adverse-reaction", "warnings": "adverse-reaction",
    "pregnancy": "population", "lactation": "population", "children": "population", "older-people": "population", "kidney": "population",
    "liver": "population", "populations": "population", "storage": "storage", "pharmacology": "mechanism", "studies": "effect",
}  # fmt: skip

_ADVICE = frozenset(["contraindication", "interaction", "population", "monitoring", "stopping", "dose", "storage"])  # kinds
_SHORTEST = 5  # words of a statement
_MOST = 0.6  # share of a claim's words that the label denies
_NOT_ONLY = "not only"
_NEAREST = "The nearest that the label says; it does not say the same."
_PREGNANCY = frozenset(["pregnancy", "lactation"])  # kinds of fact that are cautions
_CAUTIOUS = frozenset(
    "not no never avoid cannot harm harms harmful damage risk risks doctor nurse pharmacist tell ask talk contraception condom condoms "
    "until unless before stop must should only if test tests miscarriage defects unknown passes pass baby benefits birth".split()
)
_LACKING = frozenset(["no", "without", "never"])  # in a use: “with no recent increase in symptoms”
_LIMITS = re.compile(r"\blimitations? of use\b", re.IGNORECASE)
_NO_USE = re.compile(
    rf"\bnot (?:\w+ )?(?:indicated|approved|recommended|intended|used|for)\b|\bshould not\b|{_LIMITS.pattern}", re.IGNORECASE
)
ALLOWING = ("permission", "waved-aside", "harm-denied")  # topics


def ledger(text: Text, brief: Brief, findings: Iterable[Candidate]) -> tuple[tuple[int, Claim], ...]:
    """Every claim of the text, each with its sentence, in order of place; `findings` are the claims already judged."""
    kinds = {**dict(_unnamed(text)), **dict(_kinds(text, brief))} if brief.labels else dict(_kinds(text, brief))
    findings = tuple(findings)
    against: dict[int, Candidate] = {}
    for candidate in findings:
        if candidate.evidence:
            against.setdefault(candidate.sentence, candidate)
    wrong = {candidate.sentence for candidate in findings if candidate.severity == "error"}
    supports = {number: evidence for number, evidence in _supports(text, brief).items() if number not in wrong}
    restated = set()
    for number, search, found in judged(text, brief):
        if found.verdict == "restated" and not (kinds.get(number) == "indication" and warning(search, found)):
            restated.add(number)
            supports.setdefault(number, []).insert(0, evidence_of_judgement(search, found))
            kinds.setdefault(number, _KIND_OF_SECTION.get(_section(search, found), "other"))
    near = _sifted(text, brief, supports)
    for number, agreed in (*agreeing(text, brief), *word_for_word([number for number in kinds if number not in restated], brief)):
        restated.add(number)
        if agreed not in supports.setdefault(number, []):
            supports[number].insert(0, agreed)
        kinds.setdefault(number, "other")
    claims = []
    for number, kind in sorted({**{c.sentence: "other" for c in findings}, **kinds}.items()):
        sentence = text.sentences[number]
        if kind == "other" and number not in restated:
            supports.pop(number, None)
        supporting = "comparison" if number in restated else "topic"
        verdict, by, evidence = _verdict(brief, against.get(number), supports.get(number, []), supporting, near.get(number))
        drug = brief.references[0].drug if brief.references else (text.drugs[0] if text.drugs else "")
        claims.append((number, Claim(text.document.place(sentence.start, sentence.end), kind, drug, verdict, by, evidence)))
    return tuple(claims)


def _sifted(text: Text, brief: Brief, supports: dict[int, list[Evidence]]) -> dict[int, Evidence]:
    """Takes away what speaks of the matter but does not bear a sentence out; gives the nearest of it where nothing else is left."""
    near = {}
    for number, found in supports.items():
        said = text.document.text[text.sentences[number].start : text.sentences[number].end]
        whole = any(search.holds(number) for search in brief.labels)
        borne = [evidence for evidence in found if whole or warrants(said, evidence.quote or evidence.statement)]
        if found and not borne:
            near[number] = replace(found[0], statement=_NEAREST)
        supports[number] = borne
    return near


def _kinds(text: Text, brief: Brief) -> Iterator[tuple[int, str]]:
    """The sentences that claim something of the drug; where several kinds fit, the one listed first in the rules."""
    for kind in reversed(brief.rulebook.kinds):
        for pattern in kind.patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if (
                    (about_drug(text, hit) or used_by_doctors(text, hit, kind.kind) or _advice(text, brief, hit, kind.kind))
                    and not in_heading(text, hit)
                    and not under(sentence, hit, ("question",))
                    and not excepted(brief.matches, hit, kind.exceptions)
                    and not (kind.kind == "indication" and of_others(text, hit, brief))
                ):
                    yield hit.sentence, kind.kind


def _advice(text: Text, brief: Brief, hit: Hit, kind: str) -> bool:
    """Whether a sentence advises the reader on the one medicine that the text is about, without naming it."""
    told = kind in _ADVICE and text.sentences[hit.sentence].subject in ("reader", "other")
    return told and len(text.drugs) == 1 and bool(brief.labels)


def _unnamed(text: Text) -> Iterator[tuple[int, str]]:
    """The sentences that say something of the medicine by its name, of whatever kind."""
    for number, sentence in enumerate(text.sentences):
        named = sentence.subject == "drug" and "@drug" in sentence.line and len(sentence.words) >= _SHORTEST
        if named and text.document.blocks[sentence.block].kind != "heading" and not is_question(sentence):
            yield number, "other"


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
    allowing = _allowing(text, brief)
    for fact in reference.facts_in(brief.jurisdiction):
        topic = brief.rulebook.topic(fact.topic)
        if topic is None or fact.kind in ("indication", "off-label"):
            continue
        for mention in mentions(topic, (*topic.full, *topic.partial), text, brief.matches):
            bold = fact.kind in _PREGNANCY and _CAUTIOUS.isdisjoint(text.sentences[mention.named].line.split())
            if mention.named not in allowing and not bold:
                yield mention.named, fact


def _allowing(text: Text, brief: Brief) -> frozenset[int]:
    """The sentences that allow, deny or wave aside: one that names a risk so does not restate it."""
    topics = [topic for name in ALLOWING if (topic := brief.rulebook.topic(name)) is not None]
    found = (mention for topic in topics for mention in mentions(topic, topic.full, text, brief.matches))
    return frozenset(mention.first for mention in found)


def _by_condition(text: Text, brief: Brief, reference: Reference) -> Iterator[tuple[int, Fact]]:
    for use in uses(text, brief):
        if not outside_label(reference, brief, use.conditions) and not _excluded(text, brief, use.sentence):
            own = {c for condition in use.conditions for c in (condition, *broader(condition, brief))}
            lacking = not _LACKING.isdisjoint(text.sentences[use.sentence].line.split())
            for fact in approving(reference, brief):
                if lacking and not denies(fact.quote or fact.statement):
                    continue
                wide = {c for condition in fact.conditions for c in (condition, *broader(condition, brief))}
                if set(fact.conditions) & own or set(use.conditions) & wide:
                    yield use.sentence, fact


def _excluded(text: Text, brief: Brief, number: int) -> bool:
    """Whether the label denies, among its indications, most of what a sentence claims, or a word that it has nowhere else there."""
    norms = [word.norm for word in text.sentences[number].words]
    for search in brief.labels:
        told = search.telling(norms)
        least = search.index.weigh(told) * _MOST
        denied, only = search.kept("denied uses", lambda search=search: _denied_uses(search))  # type: ignore[misc]
        against = not told.isdisjoint(only) or any(search.index.weigh(told & stems) >= least for stems in denied)
        if told and against and search.stated(number).negations == 0:
            return True
    return False


def _denied_uses(search: LabelSearch) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """The stems of each sentence by which the label's indications deny something, and those that no other sentence of them has."""
    denied, unused, used = list[frozenset[str]](), set[str](), set[str]()
    for sentence in search.index.sentences:
        if search.section(sentence) == "indications":
            said = search.said(sentence)
            limits = _LIMITS.search(said)
            stems = search.telling(re.findall(r"[a-z]+", said[limits.start() :].lower())) if limits else frozenset(sentence.stems)
            denies_it = bool(sentence.negations) and _NOT_ONLY not in said
            if denies_it:
                denied.append(stems)
            (unused if denies_it and _NO_USE.search(said) else used).update(stems)
            used.update(frozenset(sentence.stems) - stems)
    return tuple(denied), frozenset(unused - used - GENERAL_STEMS) if used else frozenset()


def _verdict(
    brief: Brief, judged: Candidate | None, supports: list[Evidence], supporting: str, near: Evidence | None
) -> tuple[str, str, tuple[Evidence, ...]]:
    if not brief.references:
        return "not-checked", "none", ()
    if judged is not None:
        return "contradicted", judged.rule.name, judged.evidence[:MOST_EVIDENCE]
    if supports:
        return "supported", supporting, tuple(supports[:MOST_EVIDENCE])
    return "not-in-reference", "comparison" if brief.labels else "none", (near,) if near else ()
