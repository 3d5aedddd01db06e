"""The language step as a whole."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language import build_corrector, build_lexicon
from lint.language.analyse import analyse
from lint.types.text import Block, Document, Piece, Text

LEXICON = build_lexicon((), build_corrector(()))
PARTS = [*"aZ9 .,;:!?'\"()[]-–—…’“”/\n\u00a0\u200d\ufe0f🛡é\u0301µ%@_*", "n't", "e.g.", " if ", " not ", "Imuran"]
ODD = st.lists(st.sampled_from(PARTS), max_size=80).map("".join)


@settings(max_examples=150, deadline=None)
@given(ODD)
def test_any_text_is_read_without_loss(text: str) -> None:
    """Whatever the text: words lie in order within it, scopes within their sentence, offsets within the line."""
    document = Document("", "", text, (Block("paragraph", 0, len(text)),), (Piece(0, len(text), 0, len(text)),), text, "", "", "")
    at = 0
    for sentence in analyse(document, LEXICON).sentences:
        assert sentence.line[0] == sentence.line[-1] == " "
        assert len(sentence.offsets) == len(sentence.words)
        for word in sentence.words:
            assert at <= word.start < word.end
            assert text[word.start : word.end] == word.text
            at = word.end
        assert all(0 <= scope.first < scope.last <= len(sentence.words) for scope in sentence.scopes)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200d\ufe0f", "-"])
def test_texts_without_words(text: str, read: Callable[..., Text]) -> None:
    """Nothing to read is no error."""
    assert len(read(text).sentences) <= 1


def test_text_is_picklable(read: Callable[..., Text]) -> None:
    """No object of spaCy's is left inside."""
    text = read("# Imuran\n\nImuran isn't safe for everyone.")
    assert pickle.loads(pickle.dumps(text)).sentences == text.sentences


def test_unknown_words_of_the_shipped_vocabulary_are_corrected(read: Callable[..., Text]) -> None:
    """With the real vocabulary a clear misspelling gets the right norm, and its place stays."""
    text = "It can significanlty improve life."
    document = Document("", "", text, (Block("paragraph", 0, len(text)),), (Piece(0, len(text), 0, len(text)),), text, "", "", "")
    word = analyse(document, LEXICON).sentences[0].words[2]
    assert (word.norm, word.text, word.start) == ("significantly", "significanlty", 7)
