"""The small words of languages."""

from __future__ import annotations

from lint.smallwords import small_words


def test_no_language_shares_its_words_with_english() -> None:
    """Each language has enough words of its own; those that English has too are not counted for English alone."""
    english, others = small_words()
    languages = {name for names in others.values() for name in names}
    for name in languages:
        assert sum(1 for word, names in others.items() if name in names and word not in english) >= 15
