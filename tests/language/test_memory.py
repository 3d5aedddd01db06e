"""What earlier documents taught the language step changes nothing but the time it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.language import Lexicon, analyse, norms
from lint.language.lexicon import Memory
from lint.types.text import Block, Document, Piece


def document(text: str) -> Document:
    """A document of one paragraph."""
    return Document("", "", text, (Block("paragraph", 0, len(text)),), (Piece(0, len(text), 0, len(text)),), text, "utf-8", "text", "")


def lines(text: str, lexicon: Lexicon) -> list[str]:
    """The lines of a text's sentences."""
    return [sentence.line for sentence in analyse(document(text), lexicon).sentences]


def test_order_makes_no_difference(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document reads the same first, after others, and where it has more unknown words than are corrected."""
    monkeypatch.setattr(norms, "MOST_CORRECTIONS", 2)
    texts = ["It is neccessary and recieved significanlty .", "They recieved it significanlty .", "Occassionally neccessary , don't ."]
    alone = [lines(text, replace(lexicon, memory=Memory())) for text in texts]
    forward, backward = replace(lexicon, memory=Memory()), replace(lexicon, memory=Memory())
    assert [lines(text, forward) for text in texts] == alone
    assert [lines(text, backward) for text in reversed(texts)] == alone[::-1]


def test_it_stays_small(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its size it begins anew."""
    monkeypatch.setattr(Memory, "MOST", 10)
    small = replace(lexicon, memory=Memory())
    for number in range(20):
        analyse(document(f"word{number} other{number} third{number} ."), small)
    assert len(small.memory.cuts) <= 16
