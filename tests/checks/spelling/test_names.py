"""Which unknown words of a text are names."""

from __future__ import annotations

from lint.checks.spelling.names import Names
from lint.checks.spelling.words import Candidate


def words(*said: str, opens: tuple[int, ...] = (0,)) -> list[Candidate]:
    """Words with single spaces between them; those numbered in `opens` begin a sentence."""
    found, at = [], 0
    for number, text in enumerate(said):
        before = said[number - 1] if number and text[0].isupper() else ""
        found.append(Candidate(text, at, at + len(text), 0, number in opens, follows=before))
        at += len(text) + 1
    return found


def test_a_capital_once_is_not_sure() -> None:
    """One capital where none is due may be a slip, two make a name; a capital at the start says nothing."""
    once = Names.of(words("Ask", "Xylo", "now"), frozenset())
    twice = Names.of(words("Ask", "Xylo", "and", "Xylo"), frozenset())
    start = Names.of(words("Xylo", "helps"), frozenset())
    assert once.sure == frozenset()
    assert once.once == {"xylo"}
    assert twice.sure == {"xylo"}
    assert start.once == frozenset()


def test_what_follows_a_title_or_given_name_is_a_surname() -> None:
    """Titles and given names introduce people; words far from them are none."""
    assert "kowarik" in Names.of(words("Ask", "Dr", "Kowarik"), frozenset()).sure
    assert "varga" in Names.of(words("Ask", "Helen", "Varga"), frozenset(["helen"])).sure
    apart = [Candidate("Dr", 0, 2, 0, True), Candidate("Kowarik", 9, 16, 0, False)]
    assert "kowarik" not in Names.of(apart, frozenset()).sure


def test_a_name_in_small_letters_is_known_again() -> None:
    """A product that is also written small is one name."""
    found = Names.of(words("Take", "Zubrelta", "or", "zubrelta"), frozenset())
    assert found.lower == {"zubrelta"}
    assert found.once == frozenset()
