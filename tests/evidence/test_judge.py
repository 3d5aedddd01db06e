"""What a label says of a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.evidence import LabelSearch, judge
from lint.language import analyse
from lint.pipeline.labels import index_of
from lint.pipeline.review import Reviewer
from lint.references import load_references, shipped_folders
from lint.types.label import Passage
from lint.types.text import Block, Document

SAID = (
    "Do not take a double dose the next day to make up for a forgotten dose.",
    "Swallow the tablets whole with a glass of water, at the same time each evening.",
    "Store the bottle in its carton, protected from light.",
)


def verdict(claim: str, reviewer: Reviewer) -> str:
    """What a label of these sentences says of a claim, "" where it cannot decide."""
    passages = tuple(Passage(f"p{number}", "dosage", ("Dosage",), said, f"line {number}") for number, said in enumerate(SAID))
    reference = replace(load_references(shipped_folders())[0], passages=passages, sha256="made for this test")
    document = Document("a.txt", "", claim, (Block("paragraph", 0, len(claim)),), (), claim, "utf-8", "text", "")
    text = analyse(document, reviewer.lexicon, drug=reference.drug)
    found = judge(LabelSearch(reference, index_of(reference, reviewer.rulebook, reviewer.lexicon), text), 0)
    return found.verdict if found else ""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Do not take a double dose the next day to make up for a forgotten dose.", "restated"),
        ("Take a double dose the next day to make up for a forgotten dose.", "opposite"),
        ("Swallow the tablets whole with a glass of water.", "restated"),
        ("Take a double dose the next day, to make up quickly for a forgotten dose.", ""),
    ],
)
def test_what_denies_supports_only_what_denies(claim: str, expected: str, reviewer: Reviewer) -> None:
    """The label's words without its “not” are the opposite; with a further word in them, they are at least not the same."""
    assert verdict(claim, reviewer) == expected
