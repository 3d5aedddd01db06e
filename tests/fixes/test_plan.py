"""Tests of choosing fixes."""

from __future__ import annotations

from lint.fixes import Guard, edits
from lint.types.review import DocumentInfo, DocumentReview, Finding
from lint.types.text import Place

GUARD = Guard(lambda word: word == "imuran", lambda word: True)


def found(
    source: str, quote: str, fix: str | None, *, suggestions: tuple[str, ...] = (), check: str = "spelling", disposition: str = "open"
) -> Finding:
    start = source.index(quote)
    place = Place("a.txt", "", start, start + len(quote), 1, start + 1, 1, start + 1 + len(quote), quote)
    return Finding(
        "SPE101", "n", check, "error", "a.txt", "", "m", "w", place=place, fix=fix, suggestions=suggestions, disposition=disposition
    )  # fmt: skip


def chosen(source: str, *findings: Finding, unsafe: bool = False) -> list[tuple[str, str]]:
    info = DocumentInfo("a.txt", "", "", "text", "utf-8", "en-US", "article", "US", (), 1)
    return [(edit.before, edit.after) for edit in edits(DocumentReview(info, findings, (), ()), source, GUARD, unsafe=unsafe)]


def test_safe_and_unsafe() -> None:
    """A fix of its own is safe; a lone suggestion for a spelling is not, and is taken only where that is asked for."""
    source = "one neccessary medicinefor bananna"
    findings = (
        found(source, "neccessary", "necessary"),
        found(source, "medicinefor", None, suggestions=("medicine for",)),
        found(source, "bananna", None, suggestions=("banana", "bandana")),
    )
    assert chosen(source, *findings) == [("neccessary", "necessary")]
    assert chosen(source, *findings, unsafe=True) == [("neccessary", "necessary"), ("medicinefor", "medicine for")]


def test_claims_are_never_rewritten() -> None:
    """A suggestion of another check is for a human."""
    source = "it cures all"
    assert chosen(source, found(source, "cures", None, suggestions=("treats",), check="claims"), unsafe=True) == []


def test_only_open_findings() -> None:
    """What is suppressed, in the baseline or on an unchanged line is left as it is."""
    source = "one neccessary"
    for disposition in ("suppressed", "baselined", "unchanged"):
        assert chosen(source, found(source, "neccessary", "necessary", disposition=disposition)) == []


def test_what_does_not_stand_so_in_the_source_is_left() -> None:
    """Words with markup inside, parts of larger words and overlapping words are not touched; of two that overlap the first is."""
    source = "nec*ce*ssary 5neccessary x/neccessary the the the"
    inside = found("neccessary", "neccessary", "necessary")
    assert chosen(source, inside) == []
    assert chosen(source[14:], found(source[14:], "neccessary", "necessary")) == [("neccessary", "necessary")]
    assert chosen(source, found(source, "neccessary", "necessary")) == []
    twice = found(source, "the the", "the")
    assert chosen(source, twice, twice) == [("the the", "the")]
