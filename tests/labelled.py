"""Labels made up for a test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lint.types.label import Label, Passage


def label_of(drug: str, sections: Mapping[str, str], jurisdiction: str = "US") -> Label:
    """A label with a passage for each section; `adverse_reactions` stands for adverse-reactions."""
    passages = tuple(
        Passage(f"p{number}", section.replace("_", "-"), (section.upper(),), text, "")
        for number, (section, text) in enumerate(sections.items(), 1)
    )
    return Label(
        drug=drug, synonyms=(), brands=(), classes=(), routes=(), identifier="", version="", date="", url="", format="example",
        jurisdiction=jurisdiction, title=f"{drug.capitalize()}, example", passages=passages,
        sha256=hashlib.sha256(repr((drug, sorted(sections.items()))).encode()).hexdigest(),
    )  # fmt: skip
