"""What two pages share: whole pages, and passages that keep to their paragraphs."""

from __future__ import annotations

from lint.across.pages import BORDER, Link, Range, passages, share


def found(*places: Range, words: int = 10) -> list[tuple[Range, Range]]:
    """The passages of links at these places."""
    return [(passage.one, passage.other) for passage in passages([(*place, words, False) for place in places])]


def test_sentences_in_a_row_are_one_passage() -> None:
    """A run on both pages is one passage, wherever it stands, and one sentence in four may be another."""
    assert found((3, 7), (4, 8), (5, 9)) == [((3, 5), (7, 9))]
    assert found((3, 7), (4, 8), (6, 10), (7, 11)) == [((3, 7), (7, 11))]


def test_a_run_with_many_gaps_is_none() -> None:
    """Sentences that meet by chance, with others between, are no passage."""
    assert found((3, 7), (5, 9)) == [((3, 3), (7, 7)), ((5, 5), (9, 9))]


def test_scraps_across_a_border_are_no_passage() -> None:
    """The end of one paragraph and the beginning of the next make none; whole paragraphs that follow each other do."""
    assert len(found((1, 1), (1 + BORDER, 1 + BORDER), (2 + BORDER, 2 + BORDER))) == 2
    after = 2 + BORDER
    assert found((1, 1), (2, 2), (after, after), (after + 1, after + 1)) == [((1, after + 1), (1, after + 1))]


def test_what_many_pages_have_makes_no_passage() -> None:
    """Common sentences count for nothing by themselves, but do not cut a passage."""
    links: list[Link] = [(1, 1, 10, False), (2, 2, 10, True), (3, 3, 10, False), (30, 40, 10, True)]
    assert [(passage.one, passage.words) for passage in passages(links)] == [((1, 3), 20)]


def test_the_share_is_of_the_shorter_page() -> None:
    """A short page that stands in a long one is a copy; tiny pages are none."""
    links: list[Link] = [(1, 1, 30, False), (2, 2, 30, False)]
    assert share(links, 80, 800) == 0.75
    assert share(links[:1], 30, 800) == 0.0
