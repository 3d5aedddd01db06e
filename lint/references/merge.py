"""One reference of a drug in a jurisdiction out of several: the label given, the project's, the shipped one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lint.types.reference import Fact, Reference


def reference_for(references: Iterable[Reference], drug: str, jurisdiction: str) -> Reference | None:
    """What is known of a drug in a jurisdiction; of several references the first goes before, and the others fill its gaps."""
    found = [r for r in references if r.drug == drug and jurisdiction in r.jurisdictions]
    if not found:
        return None
    merged = found[-1]
    for reference in reversed(found[:-1]):
        merged = _over(reference, merged, jurisdiction)
    return merged


def _over(over: Reference, under: Reference, jurisdiction: str) -> Reference:
    """`over` with those facts of `under` that it does not speak against: approved uses are the newer label's alone."""
    own = over.facts_in(jurisdiction)
    approved = {c for fact in own if fact.kind == "indication" for c in fact.conditions}
    kept = tuple(fact for fact in under.facts_in(jurisdiction) if _still(fact, own, approved))
    known = {fact.id for fact in kept}
    brands = dict(under.brands)
    for where, names in over.brands:
        brands[where] = tuple(dict.fromkeys((*names, *brands.get(where, ()))))
    return replace(
        over, brands=tuple(brands.items()), classes=tuple(dict.fromkeys((*over.classes, *under.classes))),
        never_call=tuple(dict.fromkeys((*over.never_call, *under.never_call))), facts=(*over.facts, *kept),
        requires=(*over.requires, *(r for r in under.requires_in(jurisdiction) if r.fact in known)),
        synonyms=tuple(dict.fromkeys((*over.synonyms, *under.synonyms))), source=over.source or under.source,
        passages=over.passages or under.passages,
    )  # fmt: skip


def _still(fact: Fact, own: tuple[Fact, ...], approved: set[str]) -> bool:
    if any(fact.id == other.id for other in own):
        return False
    if fact.kind == "indication" and approved:
        return not fact.conditions
    return not (fact.kind == "off-label" and set(fact.conditions) & approved)
