"""Places of a document: from its text back to the source, for people and machines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.types.text import EXCERPT, Block, Document, Piece, Span


def document(source: str, text: str, *pieces: Piece, **more: object) -> Document:
    blocks = (Block("paragraph", 0, len(text)),)
    return Document("a.md", "", text, blocks, pieces, source, "utf-8", "text", "0" * 64, **more)  # type: ignore[arg-type]


# "a &amp; b" reads "a & b"; the tag between the words is in no piece, the space after it was put in by the reader.
SOURCE = "<p>a &amp; b<br>c</p>"
READ = document(SOURCE, "a & b c", Piece(0, 2, 3, 5), Piece(2, 3, 5, 10), Piece(3, 5, 10, 12), Piece(6, 7, 16, 17))


@pytest.mark.parametrize(
    ("start", "end", "origin"),
    [
        (0, 1, ["a"]), (2, 3, ["&amp;"]), (0, 5, ["a &amp; b"]), (1, 4, [" &amp; "]), (4, 7, ["b", "c"]), (5, 6, []), (5, 7, ["c"]),
        (0, 7, ["a &amp; b", "c"]),
    ],
)  # fmt: skip
def test_origin(start: int, end: int, origin: list[str]) -> None:
    """Character by character where lengths are equal, a decoded whole as a whole; touching stretches are one."""
    assert [SOURCE[span.start : span.end] for span in READ.origin(start, end)] == origin


def test_what_the_reader_put_in_has_no_place() -> None:
    """That is an error of whoever asks; a stretch around it has one."""
    with pytest.raises(ValueError, match="has no origin"):
        READ.place(5, 6)
    place = READ.place(4, 7)
    assert (place.start, place.end, place.quote) == (11, 17, "b c")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns(end: str) -> None:
    """From 1, in code points, the end exclusive, whatever ends a line."""
    source = end.join(["one", "😀 two", "three"])
    plain = document(source, source, Piece(0, len(source), 0, len(source)))
    start = source.index("two")
    place = plain.place(start, start + 3)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 3, 2, 6)
    assert (place.excerpt, place.excerpt_column) == ("😀 two", 1)
    place = plain.place(start, len(source))
    assert (place.line, place.end_line, place.end_column, place.excerpt) == (2, 3, 6, "😀 two")
    assert [plain.line(offset) for offset in (0, start, len(source))] == [1, 2, 3]


def test_an_excerpt_of_a_long_line_is_around_the_place() -> None:
    """It begins at a column of its own, and holds the words."""
    source = "x " * 500 + "HERE" + " y" * 500
    place = document(source, source, Piece(0, len(source), 0, len(source))).place(1000, 1004)
    at = place.column - place.excerpt_column
    assert place.excerpt[at : at + 4] == "HERE"
    assert EXCERPT / 2 <= len(place.excerpt) <= 2 * EXCERPT


def test_locations() -> None:
    """The last that begins at or before an offset; none before the first."""
    found = document("abc", "abc", Piece(0, 3, 0, 3), locations=((1, "page 1"), (2, "page 2")))
    assert [found.location(offset) for offset in range(4)] == ["", "page 1", "page 2", "page 2"]
    assert found.place(1, 2).location == "page 1"


@given(st.text("ab\n\r", max_size=30), st.data())
def test_line_and_column_lead_back(source: str, data: st.DataObject) -> None:
    """Whoever splits the source into lines finds the offset again."""
    if not source:
        return
    plain = document(source, source, Piece(0, len(source), 0, len(source)))
    offset = data.draw(st.integers(0, len(source) - 1))
    place = plain.place(offset, offset + 1)
    before = source.splitlines(keepends=True)[: place.line - 1]
    assert sum(map(len, before)) + place.column - 1 == offset


def test_a_span_goes_forward() -> None:
    """Half-open, from 0."""
    assert Span(2, 2).start == 2
    for wrong in ((3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="not a span"):
            Span(*wrong)
