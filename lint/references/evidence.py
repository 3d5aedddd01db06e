"""A fact as evidence beside a finding or claim."""

from __future__ import annotations

from lint.types.reference import Fact
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
        confirmed=cited.confirmed,
    )  # fmt: skip
