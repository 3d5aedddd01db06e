"""A fact as evidence beside a finding or claim."""

from __future__ import annotations

from lint.types.label import Passage
from lint.types.reference import Fact, Reference
from lint.types.review import Evidence


def evidence_of(fact: Fact, jurisdiction: str) -> Evidence:
    """The fact's statement with its best citation: a confirmed one if there is one, else the first.

    Raises ValueError for a fact that does not hold in the jurisdiction.
    """
    if jurisdiction not in fact.jurisdictions:
        raise ValueError(f"{fact.id} does not hold in {jurisdiction}")
    cited = next((c for c in fact.citations if c.confirmed), fact.citations[0])
    return Evidence(
        fact=fact.id, statement=fact.statement, source=cited.title, section=cited.section, date=cited.date, url=cited.url,
        confirmed=cited.confirmed, quote=fact.quote or None,
    )  # fmt: skip


def quoted(reference: Reference, passage: Passage, quote: str, statement: str) -> Evidence:
    """Words of a label as evidence. Raises ValueError when the quote is not in the passage word for word."""
    if quote not in passage.text:
        raise ValueError(f"not in {passage.id}: {quote!r}")
    cited = reference.source
    section = " › ".join(passage.path) or passage.section
    return Evidence(
        fact=f"{reference.drug}.{passage.id}", statement=statement, source=cited.title if cited else reference.drug, section=section,
        date=cited.date if cited else "", url=cited.url if cited else "", quote=quote,
    )  # fmt: skip
