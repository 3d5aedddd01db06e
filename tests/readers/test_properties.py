"""Properties of all readers: every word leads back to the characters it was read from, and none is lost.

Documents are generated: passages of words, some of them hard, written in each format.
"""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.readers import read
from lint.types.text import Document, Source
from tests.readers.writers import WRITERS, Passage, printed

PLAIN = (
    "take",
    "two",
    "tablets",
    "daily",
    "with",
    "food.",
    "Do",
    "not",
    "stop",
    "it;",
    "your",
    "doctor",
    "(really)",
    "5",
    "mg,",
    "38.5",
    "U.S.",
)
HARD = (
    "café",
    "cafe\u0301",
    "“quoted”",
    "soft\u00adware",
    "5\u00a0mg",
    "ﬁrst",
    "AT&T",
    "a<b",
    "≥",
    "😀",
    "naïve",
    "10%",
    "x&amp;y",
    "don’t",
    "anti-acid",
)
KINDS = ("heading", "paragraph", "list-item", "cell")
PASSAGES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(PLAIN + HARD), min_size=1, max_size=25).map(tuple)), min_size=1, max_size=8
)


def flat(text: str) -> str:
    """Composed, without soft hyphens and joined letters, white space as single spaces."""
    plain = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return " ".join(re.sub("[ﬀ-ﬆ]", lambda found: unicodedata.normalize("NFKC", found[0]), plain).split())


def stands_for(document: Document, start: int, end: int) -> str:
    """What the source pieces of a stretch of text say: entities decoded, breaks as spaces; between pieces only spaces may stand."""
    said, at = [], start
    for piece in document.pieces:
        if piece.end > start and piece.start < end:
            assert not document.text[at : piece.start].strip()
            said.append(document.text[at : piece.start])
            at = piece.end
            source = document.source[piece.source_start : piece.source_end]
            if piece.end - piece.start == len(source):
                said.append(source[max(0, start - piece.start) : len(source) - max(0, piece.end - end)])
            else:
                said.append(" " if re.fullmatch(r"\s+|<br[^>]*>", source) else html.unescape(source))
    return "".join(said)


def sound(document: Document) -> None:
    """Every word of every block stands where the origin map says."""
    for block in document.blocks:
        for word in re.finditer(r"\S+", document.text[block.start : block.end]):
            start, end = block.start + word.start(), block.start + word.end()
            assert flat(stands_for(document, start, end)) == flat(word[0])
            place = document.place(start, end)
            line = re.split(r"\r\n|\n|\r", document.source)[place.line - 1]
            assert document.source.startswith(line[place.column - 1 :], place.start)
        assert flat(stands_for(document, block.start, block.end)) == flat(document.text[block.start : block.end])


def one(path: str, data: bytes) -> Document:
    found = next(iter(read(Source(path, data))))
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("path", WRITERS)
@settings(max_examples=60, deadline=None)
@given(PASSAGES)
def test_words_lead_back_and_none_is_lost(path: str, passages: list[Passage]) -> None:
    """The text holds all words of all passages in their order, and each leads back to its own characters."""
    document = one(path, WRITERS[path](passages))
    sound(document)
    wanted = [word for _, words in passages for word in (printed(words) if path == "a.pdf" else words)]
    left_out = [flat(document.source[gap.start : gap.end]) for gap in document.omitted]
    read_words = flat("".join(document.text[b.start : b.end] for b in document.blocks)).replace(" ", "")
    at = 0
    for word in wanted:
        text = flat(word).replace(" ", "")
        if read_words.startswith(text, at):
            at += len(text)
        else:
            left_out.remove(text)
    assert at == len(read_words)


class Oracle(HTMLParser):
    """The words of a page as the standard library sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said = ""
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        self.said += "" if self.hidden else data


PIECES = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul><li>", "</li></ul>", "<nav>", "</nav>", "<footer>", "</footer>", "<br>",
        "<del>", "</del>", "<script>var x = '<p>';</script>", "<style>p {}</style>", "<!-- note -->", "<code>",
        "</code>", "<table><tr><td>", "</td></tr></table>",
        "<article>", "</article>", "<aside>", "</aside>", " words ", "Some text of words. ", "&amp;", "&eacute;", "5 < 6", " a & b ", "\n",
    ]),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_every_character_is_read_or_said_to_be_left_out(pieces: list[str]) -> None:
    """What the standard library takes for text is in a block or in what is left out, nothing more and nothing less."""
    source = "<p>First.</p>" + "".join(pieces) + "<!-- -->"
    document = one("a.html", source.encode())
    sound(document)
    oracle = Oracle()
    oracle.feed(source)
    oracle.close()
    taken = sorted(
        [(p.source_start, document.text[p.start : p.end]) for p in document.pieces]
        + [(gap.start, words_of(document.source[gap.start : gap.end])) for gap in document.omitted]
    )
    assert "".join("".join(text for _, text in taken).split()) == "".join(oracle.said.split())


def words_of(source: str) -> str:
    oracle = Oracle()
    oracle.feed(source)
    oracle.close()
    return oracle.said


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html", "a.txt"])
@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"#*_`[]()<>{}!|&;:/-=\\\"'\n\t ", "word", "é", "e\u0301", "\r\n", "&amp;", "<b>", "</b>", "](x)", "1. ", "> "]),
        max_size=60,
    )
)
def test_any_text_leads_back(path: str, pieces: list[str]) -> None:
    """Whatever marks stand in a source, what is read of it stands where the origin map says."""
    sound(one(path, ("Words before.\n\n" + "".join(pieces)).encode()))
