"""The parts that the language step is built from."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as some

from lint.language.build import build_corrector, build_lexicon, english_tokenizer
from lint.references import load_references, shipped_folders

OURS, SPACY = english_tokenizer(), spacy.blank("en").tokenizer
PIECES = [
    "don't",
    "U.K.",
    "5mg",
    "(e.g.",
    "50-100",
    "mg/kg",
    "www.nhs.uk",
    "a@b.com",
    "I'll",
    "—",
    "...",
    '"',
    "'s",
    ":)",
    "Dr.",
    "½",
    "°C",
    "2.5",
]


def cuts(tokens: object) -> list[tuple[int, str]]:
    return [(token.idx, token.text) for token in tokens]  # type: ignore[attr-defined]


@given(some.lists(some.sampled_from(PIECES) | some.text(max_size=8), max_size=8), some.sampled_from(["", " "]))
def test_english_tokenizer(pieces: list[str], between: str) -> None:
    """Texts are cut where spaCy's own English pipeline cuts them."""
    text = between.join(pieces)
    assert cuts(OURS(text)) == cuts(SPACY(text))


def test_a_lexicon_is_marked_by_what_it_knows() -> None:
    """What is made of texts with it, and kept for other projects to find, must not be taken for theirs."""
    references = load_references(shipped_folders())
    one, same, words, names = (
        build_lexicon(known, build_corrector(known, own)).mark
        for known, own in ((references, ()), (references, ()), (references, ("neccessary",)), ((), ()))
    )
    assert one == same
    assert len({one, words, names}) == 3
