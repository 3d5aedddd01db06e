"""The shipped word lists: readable, sourced, and free of what they are to find."""

from __future__ import annotations

import pickle

import pytest

from lint.checks.spelling.confused import confusions
from lint.data import data_path
from lint.language.correct import Corrector
from lint.language.morphology import read_parts
from lint.language.wordlists import DRUGS, NAMES, SPELT, WordCounts, general_words, read_counts, read_words

FOLDER = data_path("rules/words")
LISTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_what_it_holds(name: str) -> None:
    """It begins with a comment that tells a reader what its words are and where they are from."""
    first = (FOLDER / name).read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 30


@pytest.mark.parametrize("name", [*SPELT, *DRUGS, *NAMES])
def test_lists_hold_words(name: str) -> None:
    """Letters, hyphens and apostrophes: nothing that a broken line left."""
    odd = [
        word for word in read_words(FOLDER / name) if not word.replace("-", "").replace("'", "").replace("’", "").replace("&", "").isalnum()
    ]
    assert odd == []


def test_known_misspellings_are_in_no_list() -> None:
    """Misspellings that real texts are full of must never enter a list with the words around them."""
    wrong = {
        "arrythmia",
        "buprenorphone",
        "fosinopirl",
        "inflamation",
        "hemorrage",
        "diarrhoae",
        "puritis",
        "occured",
        "recieve",
        "ketaconazole",
    }
    listed = frozenset().union(*(read_words(FOLDER / name) for name in (*SPELT, *DRUGS, *NAMES)))
    assert not wrong & (listed | set(general_words(FOLDER)))


def test_words_that_are_confused_are_words(corrector: Corrector) -> None:
    """Both the written and the meant word are right words, else the pair belongs to misspellings."""
    pairs = [(c.wrong, c.right) for each in confusions().values() for c in each]
    unknown = {word for pair in pairs for word in pair if "-" not in word and "'" not in word and not corrector.vocabulary.spelt(word)}
    assert unknown == set()


def test_counts_and_parts_are_read() -> None:
    """The order of suggestions and the parts of words have their data."""
    assert read_counts(FOLDER / "frequent.txt")["patients"] > 100
    assert {"nephro", "hepato"} <= read_parts(FOLDER / "parts.txt").forms


def test_counts_of_words() -> None:
    """Words with counts answer like a mapping of them all, for words of any characters."""
    given = {"tablet": 12, "it's": 7, "naïve": 1, "a": 10**12} | {f"word{n}": n for n in range(20_000)}
    counts = WordCounts(given)
    assert dict(counts) == given == dict(pickle.loads(pickle.dumps(counts)))
    assert len(counts) == len(given)
    assert counts.total == sum(given.values())
    assert set(counts.commoner(19_000)) == {word for word, count in given.items() if count > 19_000}
    assert (counts.get("tablet"), counts.get("tablett"), counts.get("tablett", 5), counts["naïve"]) == (12, 0, 5, 1)
    assert "tablet" in counts
    assert not any(word in counts for word in ("", " ", "tab let", "\ud800", "Tablet"))
    with pytest.raises(KeyError):
        counts["tablett"]
