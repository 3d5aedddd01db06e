"""Uses outside the approved ones, in a text that does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import MOST_EVIDENCE, Candidate
from lint.checks.claims.compare.passage import restated_use
from lint.checks.scopes import span_of
from lint.checks.topics import spoken
from lint.checks.uses import Use, approving, conditions, outside_label, unnamed_uses, uses
from lint.references import evidence_of
from lint.types.reference import Fact, Reference
from lint.types.rule import Rule
from lint.types.text import Span, Text

_MILD = frozenset(["mild", "milder", "minor", "slight", "light", "occasional"])
_SEVERE = re.compile(r"\b(?:severe|recalcitrant|refractory|resistant|advanced|metastatic|moderate|moderately)\b", re.IGNORECASE)
_LIGHT = re.compile(r"\bmild", re.IGNORECASE)
_FEWEST = 2  # words of its own by which a use is known, though no condition is
# Stems that every use has: whom and how it treats, not what.
GENERAL_STEMS = frozenset(
    "treat treatment treati patient adult adolesc child children year age old older young diseas condit disord medicin medic drug prevent "
    "manag help sever moder mild chronic acut certain type caus symptom combin therapi peopl person doctor problem reduc risk control use "
    "common wide mainli often given prescrib indic approv licens month week day new onset part bodi long short term time effect relief "
    "includ variou mani sever particular such exampl usual also form stage case two one first line option work".split()
)


def off_label(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Uses outside the approved ones, in a text that nowhere says that some uses are not approved."""
    disclosed = brief.rulebook.topic("off-label-disclosed")
    if disclosed and spoken(disclosed, disclosed.full, text, brief.matches):
        return
    yield from _unknown(text, rule, brief)
    for reference in brief.references:
        for use in uses(text, brief):
            outside = outside_label(reference, brief, use.conditions)
            if restated_use(use.sentence, brief) and not any(fact.kind == "off-label" for fact in outside):
                continue
            if outside:
                facts = (*outside, *approving(reference, brief))
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in [*dict.fromkeys(facts)][:MOST_EVIDENCE])
                yield Candidate(rule, use.span, rule.severity, use.sentence, reference.drug, evidence)
            elif milder := _milder(text, use, reference, brief):
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in milder[:MOST_EVIDENCE])
                yield Candidate(rule, use.span, rule.severity, use.sentence, reference.drug, evidence)


def _milder(text: Text, use: Use, reference: Reference, brief: Brief) -> list[Fact]:
    """The facts that approve a use for severe forms of a condition only, where the sentence speaks of mild ones."""
    words = text.sentences[use.sentence].words
    found: list[Fact] = []
    for condition, hits in conditions(brief).get(use.sentence, {}).items():
        facts = [fact for fact in approving(reference, brief) if condition in fact.conditions and fact.quote]
        mild = any(word.norm in _MILD for hit in hits for word in words[max(0, hit.first - 3) : hit.first + 1])
        if mild and all(_SEVERE.search(fact.quote) and not _LIGHT.search(fact.quote) for fact in facts):
            found += facts
    return found


def _unknown(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Uses for something that no condition is known for, where the indications of the label have none of its words."""
    for search in brief.labels:
        approved = search.stems_in("indications")
        if not approved:
            continue
        for number, hit in unnamed_uses(text, brief):
            sentence = text.sentences[number]
            after = search.stems_after(number, hit.first)
            said = {stem for stem in search.stated(number).stems if stem not in GENERAL_STEMS and stem in after}
            if len(said) >= _FEWEST and said.isdisjoint(approved):
                facts = approving(search.reference, brief)
                evidence = tuple(evidence_of(fact, brief.jurisdiction) for fact in facts[:MOST_EVIDENCE])
                span = Span(span_of(text, hit).start, sentence.words[-1].end)
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, evidence)
