"""Finds misspelt words and drug names, broken and repeated words, words taken for others, and two spellings of English in one text."""

from __future__ import annotations

from lint.checks.brief import Brief, Outcome
from lint.checks.spelling import broken, confused, hidden, misspelt, mixed, repeated
from lint.checks.spelling.encoding import check_encoding
from lint.checks.spelling.mixed import side_of
from lint.checks.spelling.words import Sieve, candidates
from lint.types.review import Skipped
from lint.types.text import Text


def check(text: Text, brief: Brief) -> Outcome:
    """The spelling findings of one text; lines in other languages are named as not checked."""
    vocabulary = brief.corrector.vocabulary
    looked = candidates(
        text, Sieve(vocabulary.known, lambda word: vocabulary.spelt(word) and not vocabulary.variant(word), vocabulary.chunks)
    )
    words, tokens, side = looked.words, looked.tokens, side_of(looked.words, brief)
    found = [
        *hidden.find(text, brief),
        *broken.find(text, looked.odd, brief),
        *misspelt.find(text, words, side, brief),
        *repeated.find(text, tokens, brief),
        *confused.find(text, tokens, brief),
        *mixed.find(text, words, side, brief),
        *check_encoding(text, brief),
    ]
    taken = [f.place for f in found if f.name in ("hidden-character", "broken-word", "garbled-text") and f.place]
    kept = [f for f in found if f.name != "misspelling" or f.place is None or not any(p.start <= f.place.start < p.end for p in taken)]
    return Outcome(tuple(kept), skipped=(_foreign(text, len(looked.foreign)),) if looked.foreign else ())


def _foreign(text: Text, lines: int) -> Skipped:
    what = "spelling of a line" if lines == 1 else f"spelling of {lines} lines"
    return Skipped(text.document.path, text.document.part, what, "in another language than English")
