"""Tests of the way back from the source to the text, and of texts cut at marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.readers import read
from lint.reporters.located import Located, segments
from lint.types.text import Document, Source, Span

MARKDOWN = "# A &amp; B\n\nTake *one* tablet &ndash; not **two**.\nNever more.\n\n- one\n- two\n"


def document() -> Document:
    (found,) = read(Source("a.md", MARKDOWN.encode()))
    assert isinstance(found, Document)
    return found


def test_every_word_is_found_again() -> None:
    """What the text became of a place in the source is the text the place was made from."""
    text = document()
    located = Located(text)
    for block in text.blocks:
        for start in range(block.start, block.end):
            for end in (start + 1, block.end):
                if text.origin(start, end) and not text.text[start:end].isspace():
                    span = located.span(text.place(start, end))
                    assert span
                    assert text.text[span.start : span.end].strip() == text.text[start:end].strip()


def test_other_documents_are_not_confused() -> None:
    """A place of another document, or none, has no span here."""
    (other,) = read(Source("b.md", MARKDOWN.encode()))
    assert isinstance(other, Document)
    assert Located(document()).span(other.place(0, 3)) is None
    assert Located(document()).span(None) is None


@given(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_segments_cover_everything_once(length: int, pairs: list[tuple[int, int]]) -> None:
    """Segments follow each other without gap or overlap, and each knows exactly the spans over it."""
    spans = list(enumerate(Span(min(pair), max(pair)) for pair in pairs))
    found = list(segments(0, length, spans))
    assert [i for segment in found for i in range(segment.start, segment.end)] == list(range(length))
    for segment in found:
        for at in range(segment.start, segment.end):
            assert segment.marks == tuple(number for number, span in spans if span.start <= at < span.end)
