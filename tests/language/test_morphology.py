"""Regular derivations: every part must be known."""

from __future__ import annotations

import pytest

from lint.data import data_path
from lint.language.morphology import Parts, is_chemical, is_compound, is_derived, is_name_by_stem, read_parts

PARTS = Parts(
    forms=frozenset(["nephro", "hepato", "spleno", "cardio", "gastr"]),
    endings=frozenset(["itis", "ologist", "megaly"]),
    multipliers=frozenset(["di", "tri", "methyl"]),
    prefixes=frozenset(["non", "re"]),
    suffixes=(("ably", "able"), ("ness", "")),
)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("hepatomegaly", True), ("hepatosplenomegaly", True), ("nephrologist", True), ("nephritis", True), ("cardiologist", True),
        ("cardiotoxicity", True), ("hepatozzz", False), ("hepatitsi", False), ("xhepatomegaly", False), ("megaly", False), ("itis", False),
    ],
)  # fmt: skip
def test_medical_compounds(word: str, right: bool) -> None:
    """Forms before an ending or a medical word; a form loses its o before a vowel."""
    assert is_compound(word, PARTS, {"toxicity"}) is right


@pytest.mark.parametrize(("word", "right"), [("dihydrate", True), ("trimethylhydrate", True), ("hydrate", False), ("dihydrat", False)])
def test_chemical_names(word: str, right: bool) -> None:
    """Numbers and groups before a chemical word."""
    assert is_chemical(word, PARTS, {"hydrate"}) is right


@pytest.mark.parametrize(
    ("word", "right"),
    [("comfortably", True), ("nonmedical", True), ("reorder", True), ("redness", False), ("xxably", False), ("nonxx", False)],
)
def test_english_derivations(word: str, right: bool) -> None:
    """Prefixes and regular endings of common words; short bases are left to the dictionary."""
    assert is_derived(word, PARTS, {"comfortable", "medical", "order", "red"}.__contains__) is right


@pytest.mark.parametrize(
    ("word", "right"), [("newmotinib", True), ("xyzolimab", True), ("mab", False), ("april", False), ("doctor", False)]
)
def test_names_by_their_stem(word: str, right: bool) -> None:
    """Long enough words with the ending of a class."""
    assert is_name_by_stem(word) is right


def test_the_shipped_parts() -> None:
    """All kinds are there, and may stand before a hyphen or not."""
    parts = read_parts(data_path("rules/words/parts.txt"))
    assert all((parts.forms, parts.endings, parts.multipliers, parts.prefixes, parts.suffixes))
    assert parts.before_hyphen("non")
    assert not parts.before_hyphen("xyz")
