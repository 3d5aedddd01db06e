"""The words of a text that can be misspelt."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.checks.spelling.words import TOKEN, Candidate, Sieve, candidates
from lint.language import analyse
from lint.pipeline.review import Reviewer
from lint.readers import read
from lint.types.text import Document, Source


def every(document: Document, reviewer: Reviewer) -> list[Candidate]:
    """All words that can be judged, as if none were known to be right."""
    return candidates(analyse(document, reviewer.lexicon), Sieve(reviewer.corrector.vocabulary.known, lambda _: False, {})).words


def judged(text: str, reviewer: Reviewer) -> list[str]:
    """The words that are judged."""
    document = next(item for item in read(Source("a.txt", text.encode())) if isinstance(item, Document))
    return [word.text for word in every(document, reviewer)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take 5mg of HCTZ, type iv, at 8pm.", ["Take", "type"]),
        ("Write to help@plurovast.example today.", ["Write", "today"]),
        ("The patient’s son can’t swallow.", ["The", "patient’s", "son", "can’t", "swallow"]),
        ("iPhone and McDonald and eGFR", ["and", "McDonald", "and"]),
        ("a" * 61 + " is no word", ["word"]),
    ],
)
def test_what_is_no_word_of_the_language_is_left_out(text: str, words: list[str], reviewer: Reviewer) -> None:
    """Units, short and capital abbreviations, addresses, odd capitals and endless runs are not judged."""
    assert judged(text, reviewer) == words


def test_capitals_that_are_due_say_nothing(reviewer: Reviewer) -> None:
    """A capital counts where none is due: not at the start of a sentence, after a colon or in a heading."""
    source = Source("a.md", b"# Storing Plurovast\n\nAsk Xylopharm. Xylopharm answers: Today is fine.\n")
    document = next(item for item in read(source) if isinstance(item, Document))
    found = every(document, reviewer)
    assert [word.text for word in found if word.capital] == ["Xylopharm"]


def test_words_know_what_joins_them(reviewer: Reviewer) -> None:
    """A hyphen or slash to the next word is kept: half a word may be no word."""
    document = next(item for item in read(Source("a.txt", b"A pre-filled and maculo-papular thing")) if isinstance(item, Document))
    found = every(document, reviewer)
    assert [(word.text, word.after) for word in found if word.after] == [("pre", "-"), ("maculo", "-")]


def test_right_words_are_passed_over(reviewer: Reviewer) -> None:
    """Words that are right in lower case need no look; those with a capital do, and know the word directly before them."""
    document = next(
        item for item in read(Source("a.txt", b"ask Doctor Kowarik. wrold (Helen) Varga is well")) if isinstance(item, Document)
    )
    text, known = analyse(document, reviewer.lexicon), reviewer.corrector.vocabulary.known
    found = candidates(text, Sieve(known, known, {})).words
    assert [(word.text, word.follows) for word in found] == [
        ("Doctor", "ask"), ("Kowarik", "Doctor"), ("wrold", ""), ("Helen", "wrold"), ("Varga", "Helen"),
    ]  # fmt: skip


@given(st.lists(st.text(alphabet="aZΣİ’'-.9_ü", min_size=1, max_size=6), max_size=5))
@example(["ΑΣ", "Σ", "it’s"])
def test_a_passage_has_the_tokens_of_its_chunks(chunks: list[str]) -> None:
    """What stands in a passage is what stands in its chunks one by one: no word or mark reaches over a space."""
    sieve = Sieve(lambda _: True, lambda _: True, {})
    whole = " ".join(chunks).replace("İ", "i").lower().replace("’", "'")
    assert [token for chunk in chunks for token in sieve.look(chunk).tokens] == TOKEN.findall(whole)
