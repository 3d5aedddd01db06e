"""From characters to tokens."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st

from lint.language.tokens import LONGEST_WORD, OPAQUE, cut, places_of, plain

TOKENIZER = spacy.blank("en").tokenizer


def tokens(chunk: str) -> list[str]:
    return [text for _, _, text in dict(cut([chunk], TOKENIZER))[chunk]]


@pytest.mark.parametrize("text", ["“a” ‘b’ – c’s", "x\u00a0y\u200bz", "⚖️ 🛡️", "e\u0301", "5–10 mg", "\ufeffa\r\nb"])
def test_plain_keeps_offsets(text: str) -> None:
    """Plain text is as long as the text, so that offsets stay."""
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("chunk", ["(" * 3000, "([{<" * 800, "a" * 3000, "-" * 3000, "a(" * 1000, "…" * 300])
def test_long_runs_are_one_opaque_token_or_a_short_mark(chunk: str) -> None:
    """What cannot be language is one token, however long."""
    assert tokens(chunk) in ([OPAQUE], [chunk[:3]])


@pytest.mark.parametrize(
    ("chunk", "expected"),
    [
        ("don't", ["do", "n't"]),
        ("patients):", ["patients", ")", ":"]),
        ("8)", ["8", ")"]),
        ("Name.....5", ["Name", "...", "5"]),
        ("mg/kg", ["mg", "/", "kg"]),
        ("x" * LONGEST_WORD, ["x" * LONGEST_WORD]),
        ("x" * (LONGEST_WORD + 1), [OPAQUE]),
    ],
)
def test_cut(chunk: str, expected: list[str]) -> None:
    """Language is cut as spaCy does, except that there are no faces in it."""
    assert tokens(chunk) == expected


def test_each_chunk_gets_its_own_tokens() -> None:
    """Chunks that go to spaCy together come back apart, with offsets in each."""
    found = dict(cut(["(safe)", "it's", "......", "end."], TOKENIZER))
    assert found["(safe)"] == ((0, 1, "("), (1, 5, "safe"), (5, 6, ")"))
    assert found["it's"] == ((0, 2, "it"), (2, 4, "'s"))
    assert found["......"] == ((0, 6, "..."),)
    assert found["end."] == ((0, 3, "end"), (3, 4, "."))


@given(st.text(alphabet="ab. \n\t\u00a0\u2028\x1f", max_size=30))
@example("a b")
@example(" a  b ")
def test_chunks_know_their_places(passage: str) -> None:
    """Each chunk begins where it stands in the text, whatever white space there is between and around them."""
    chunks = passage.split()
    runs = list(re.finditer(r"\S+", passage))
    assert chunks == [run[0] for run in runs]
    assert places_of(passage, chunks, 7) == [7 + run.start() for run in runs]
