"""Asks one comparison about a text and a label made up for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.brief import Brief
from lint.checks.claims.compare import DETECTORS
from lint.evidence import LabelSearch
from lint.language import analyse
from lint.pipeline.labels import index_of
from lint.pipeline.review import Reviewer
from lint.readers import read
from lint.references import reference_for
from lint.types.text import Document, Source
from tests.labelled import label_of

DRUG = "plurovast"
Ask = Callable[..., list[str]]


@pytest.fixture
def ask(reviewer: Reviewer) -> Ask:
    """`ask(detector, text, dosage="…")`: the words that a comparison holds against the text, by a label with these sections."""

    def asked(detector: str, text: str, *, jurisdiction: str = "US", **sections: str) -> list[str]:
        return [found for found, _ in _compared(reviewer, detector, text, jurisdiction, sections)]

    return asked


@pytest.fixture
def told(reviewer: Reviewer) -> Ask:
    """`told(detector, text, dosage="…")`: the words of the label that stand beside what is found."""

    def asked(detector: str, text: str, *, jurisdiction: str = "US", **sections: str) -> list[str]:
        return [quote for _, quote in _compared(reviewer, detector, text, jurisdiction, sections)]

    return asked


def _compared(reviewer: Reviewer, detector: str, words: str, jurisdiction: str, sections: dict[str, str]) -> list[tuple[str, str]]:
    own = reviewer.with_labels([label_of(DRUG, sections, jurisdiction)])
    document = next(item for item in read(Source("a.txt", words.encode())) if isinstance(item, Document))
    text = analyse(document, own.lexicon, drug=DRUG)
    reference = reference_for(own.references, DRUG, jurisdiction)
    assert reference is not None
    brief = Brief(
        rulebook=own.rulebook, matches=own.rulebook.patterns.match(text.sentences), corrector=own.corrector, references=(reference,),
        jurisdiction=jurisdiction, kind="article", today="2026-11-24",
        labels=(LabelSearch(reference, index_of(reference, own.rulebook, own.lexicon), text),),
    )  # fmt: skip
    rule = next(rule for rule in own.rulebook.rules_for("claims") if detector in rule.detectors)
    found = DETECTORS[detector](text, rule, brief)
    return [(document.text[one.span.start : one.span.end], one.evidence[0].quote or "" if one.evidence else "") for one in found]
