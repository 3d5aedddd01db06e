"""From a label to a reference: facts in our words, each with the sentence of the label that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lint.evidence import label_text
from lint.labels.derive import amounts, interactions, risks, uses
from lint.labels.derive.part import Reading, citation
from lint.rulebook import Rulebook
from lint.types.label import Label
from lint.types.reference import Fact, Reference
from lint.types.text import Document, Text

MOST_UNDERIVED = 40  # sentences named as without a fact; the rest are counted


def derive(label: Label, rulebook: Rulebook, analyse: Callable[[Document], Text], drug_of: Callable[[str], str | None]) -> Reference:
    """The label as a reference: its passages, and what could be derived from them; what could not is listed, never guessed."""
    reading = Reading(label, label_text(label.passages, analyse), rulebook)
    facts = tuple(_once(_facts(reading, drug_of)))
    listed = tuple(risks.underived(reading, facts))
    missing = [f"no {kind} was found in the label" for kind in ("indication", "contraindication", "dosing")
               if not any(fact.kind == kind for fact in facts)]  # fmt: skip
    more = [f"and {len(listed) - MOST_UNDERIVED} further sentences"] if len(listed) > MOST_UNDERIVED else []
    return replace(stub(label), facts=facts, underived=(*missing, *listed[:MOST_UNDERIVED], *more))


def stub(label: Label) -> Reference:
    """The label as a reference without facts: what the medicine is called, for the language step that comes before `derive`."""
    return Reference(
        drug=label.drug, brands=((label.jurisdiction, label.brands),) if label.brands else (), classes=label.classes, never_call=(),
        version=label.version or label.date or "1", reviewed=label.date, jurisdictions=(label.jurisdiction,), facts=(), requires=(),
        sha256=label.sha256, synonyms=label.synonyms, source=citation(label, ""), passages=label.passages,
    )  # fmt: skip


def _facts(reading: Reading, drug_of: Callable[[str], str | None]) -> Iterator[Fact]:
    yield from risks.boxed(reading, drug_of)
    yield from uses.indications(reading)
    yield from uses.limits(reading)
    yield from risks.contraindications(reading, drug_of)
    yield from interactions.interactions(reading, drug_of)
    yield from risks.populations(reading)
    yield from risks.monitoring(reading)
    yield from risks.red_flags(reading)
    yield from amounts.doses(reading)
    yield from amounts.direction(reading)
    yield from amounts.side_effects(reading)
    yield from amounts.forms(reading)
    yield from amounts.storage(reading)


def _once(facts: Iterator[Fact]) -> Iterator[Fact]:
    seen: set[str] = set()
    for fact in facts:
        if fact.id not in seen:
            seen.add(fact.id)
            yield fact
