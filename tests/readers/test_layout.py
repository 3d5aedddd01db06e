"""Tests of layout: words on a page become lines, columns and passages in the order in which they are read."""

from __future__ import annotations

import pytest

from lint.readers.layout import Line, columns, goes_on, keeps_hyphen, lines_of, passages


def line(text: str, y: float, left: float = 50, *, size: float = 10, **more: bool) -> Line:
    return Line(text, left, left + len(text) * size / 2, y, size, hyphen=text.endswith("-"), **more)


def order(lines: list[Line]) -> list[str]:
    return [found.text for column in columns(lines) for found in column]


LEFT = [line(f"The left column has its line number {n}", 700 - 12 * n) for n in range(6)]
RIGHT = [line(f"The right column has line number {n}", 700 - 12 * n, 300) for n in range(6)]


def test_words_beside_each_other_are_a_line() -> None:
    """Words of one height without a wide gap are a line; a wide gap divides; a superscript does not."""
    words = [line("Take", 700), line("10", 700, 74), line("9", 703, 85, size=6), line("apart", 700, 300), line("below", 688)]
    assert [found.text for found in lines_of(words)] == ["Take 10 9", "apart", "below"]


def test_columns_are_read_one_after_the_other() -> None:
    """Whatever the order in which they are drawn; a title across both parts what is above from what is below."""
    mixed = [found for pair in zip(LEFT, RIGHT, strict=True) for found in pair]
    assert order(mixed) == [found.text for found in [*LEFT, *RIGHT]]
    title = line("A title that runs across the whole of the page, over both of its columns", 720)
    assert order([*mixed, title]) == [title.text, *(found.text for found in [*LEFT, *RIGHT])]


def test_rows_of_tables_are_no_columns() -> None:
    """Short cells beside each other are read row by row, each a cell."""
    cells = [line(text, 700 - 12 * n, left) for n in range(6) for text, left in ((f"dose {n}", 50), (f"{n} mg", 250))]
    assert order(cells)[:4] == ["dose 0", "0 mg", "dose 1", "1 mg"]
    assert all(found.cell for column in columns(cells) for found in column)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("A sentence that goes on in the", 700), line("next line.", 688)], 1),
        ([line("A sentence that ends.", 700), line("Another after a gap in the page", 670), line("goes on.", 658)], 2),
        ([line("One thing:", 700), line("• an item", 688), line("• another", 676)], 3),
        ([line("A heading", 700, size=14), line("and a text of smaller letters", 685)], 2),
        ([line("A heading in bold", 700, bold=True), line("and a text that is set in plain letters", 688)], 2),
        ([line("A short end.", 700), line("A longer line that shows where the edge of the page is", 688)], 2),
    ],
)
def test_passages(lines: list[Line], expected: int) -> None:
    """Lines belong together by pitch and size; items, headings and sentences that end early begin anew."""
    assert len(list(passages(lines))) == expected


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [("signi-", "ficantly", False), ("anti-", "inflammatory", True), ("follow-", "up", True), ("COVID-", "19", True), ("5-", "day", True)],
)
def test_hyphens_at_line_ends(first: str, second: str, kept: bool) -> None:
    """A word divided at a line's end is made whole; a hyphen that belongs to it stays."""
    assert keeps_hyphen(line(f"words {first}", 700), line(second, 688), frozenset(["follow-up"])) is kept


def test_passages_go_on_across_pages() -> None:
    """In mid-sentence and lower case, or in a divided word; not after a full stop."""
    assert goes_on(line("it goes", 50), line("on here", 700))
    assert goes_on(line("it contin-", 50), line("ues here", 700))
    assert not goes_on(line("It ends.", 50), line("on here", 700))
    assert not goes_on(line("it goes", 50), line("On here", 700))
