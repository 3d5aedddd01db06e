"""A small lexicon for the language tests: real cue lists and tokenizer, a vocabulary of a few words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from lint.language.analyse import analyse
from lint.language.build import build_corrector
from lint.language.clause import SubjectCues
from lint.language.correct import Corrector
from lint.language.cues import load
from lint.language.lexicon import Lexicon
from lint.language.line import name_index
from lint.language.scopes import ScopeCues
from lint.language.sentences import Abbreviations
from lint.types.text import Block, Document, Piece, Text

Read = Callable[..., Text]
_BRITISH = {"tumour": "tumor", "oesophagus": "esophagus"}
_MISSPELT = {"imurn": "imuran", "azathioprin": "azathioprine", "significanlty": "significantly", "tumuor": "tumour"}
_OTHER_DRUGS = {"allopurinol": "allopurinol", "warfarin": "warfarin", "coumadin": "warfarin"}
_NAMES = [
    ("azathioprine", "azathioprine"), ("Imuran", "azathioprine"), ("Azasan Forte", "azathioprine"),
    ("co-trimoxazole", "cotrimoxazole"),
]  # fmt: skip


class FewWords:
    """Knows every word but the misspellings."""

    def known(self, word: str) -> bool:
        """All words are right but these."""
        return word not in _MISSPELT

    def is_brand(self, word: str) -> bool:
        """None is a brand."""
        return False

    def american(self, word: str) -> str:
        """US spelling of a few words."""
        return _BRITISH.get(word, word)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """A lexicon with azathioprine and co-trimoxazole as the drugs of references."""
    return Lexicon(
        spacy.blank("en").tokenizer, FewWords(), _MISSPELT.get, _OTHER_DRUGS.get, name_index(_NAMES),
        Abbreviations.of(load("sentences.yaml")), ScopeCues.of(load("scopes.yaml")), SubjectCues.of(load("subjects.yaml")),
    )  # fmt: skip


def document_of(text: str, meta: tuple[tuple[str, str], ...] = ()) -> Document:
    """Blocks stand between blank lines; "# " begins a heading, "* " a list item."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        kind = {"# ": "heading", "* ": "list-item"}.get(part[:2], "paragraph")
        start = at + (0 if kind == "paragraph" else 2)
        blocks.append(Block(kind, start, at + len(part), 1 if kind == "heading" else 0))
        at += len(part) + 2
    pieces = (Piece(0, len(text), 0, len(text)),)
    return Document("t.txt", "", text, tuple(blocks), pieces, text, "utf-8", "text", "", meta=meta)


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Read:
    """Text to Text; see document_of."""

    def read_text(text: str, drug: str = "", meta: tuple[tuple[str, str], ...] = ()) -> Text:
        return analyse(document_of(text, meta), lexicon, drug=drug)

    return read_text


@pytest.fixture(scope="session")
def corrector() -> Corrector:
    """The shipped vocabulary with no reference."""
    return build_corrector(())
