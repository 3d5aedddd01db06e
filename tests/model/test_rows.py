"""The quick way to the rows of a sentence's features, beside the long one by their names."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language import Lexicon, analyse
from lint.model import ClaimModel
from lint.model.samples import document_of
from lint.model.sentences import Line, load_lines
from lint.pipeline.review import Reviewer

SENTENCES = Path(__file__).parents[2] / "corpus/sentences"
# Words that stand in the names of features, of all kinds, with marks, numbers, other medicines and what negates or asks.
WORDS = (
    'metformin warfarin the of it you i we , ; : . ! ? ( ) - " 5 100 % never not may if can completely cures safe miracle always works '
    "topic rule states dose _ .. <praise> ^the plain neg 2 take your life back without any side effects best medicine doctors love"
).split()


@pytest.fixture(scope="module")
def model(reviewer: Reviewer) -> ClaimModel:
    """The shipped model."""
    assert reviewer.model is not None
    return reviewer.model


def agree(line: Line, lexicon: Lexicon, reviewer: Reviewer, model: ClaimModel) -> int:
    """Compares both ways for each sentence of a line; returns how many rows there were."""
    text = analyse(document_of(line), lexicon, drug=line.drug)
    matches = reviewer.rulebook.patterns.match(text.sentences)
    rows = 0
    for number, sentence in enumerate(text.sentences):
        named = model.weights.rows(name for name, _, _ in model.seen(text, number, matches))
        quick = model.rows.of(sentence, line.block, matches[number])
        assert quick == named, sentence.line
        rows += len(quick)
    return rows


def test_labelled_sentences_have_the_same_rows_both_ways(reviewer: Reviewer, model: ClaimModel) -> None:
    """What is found word by word is what the names stand for, for sentences of all voices."""
    lines = list(islice(load_lines(SENTENCES), 0, None, 40))
    assert sum(agree(line, reviewer.lexicon, reviewer, model) for line in lines) > 20 * len(lines)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sampled_from(["nav", "plain"]))
def test_any_words_have_the_same_rows_both_ways(reviewer: Reviewer, model: ClaimModel, words: list[str], voice: str) -> None:
    """The same of words in any order, in headings too: also of those that look like the names of features."""
    agree(Line(" ".join(words), voice, "metformin", (), "set", 1), reviewer.lexicon, reviewer, model)


@given(st.sets(st.integers(0, 9999)))
def test_the_order_of_rows_does_not_matter(model: ClaimModel, rows: set[int]) -> None:
    """Weights of half precision add up without rounding: the score has the same bits in every order."""
    weights = model.weights.claim_weights
    assert sum(weights[row] for row in sorted(rows)) == sum(weights[row] for row in sorted(rows, reverse=True))
    assert model.weights.score_of_rows(rows) == float(model.weights.bias[model.weights.claim]) + sum(weights[row] for row in sorted(rows))
