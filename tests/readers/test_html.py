"""Tests of the HTML reader: what a page shows is read, where it stands; what is not text is left out and said."""

from __future__ import annotations

import time

import pytest

from lint.readers.markup import tokens
from lint.readers.omitted import left_out
from tests.readers.conftest import Read, omitted, passages, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>Uses</h2><p>One.</p>", [("heading", "Uses"), ("paragraph", "One.")]),
        ("<p>ana<b>phy</b>laxis</p>", [("paragraph", "anaphylaxis")]),
        ("<p>one<br>two<br/>three", [("paragraph", "one two three")]),
        ("<p>a\n   b\t c", [("paragraph", "a b c")]),
        ("<ul><li>one<li>two</ul>after", [("list-item", "one"), ("list-item", "two"), ("paragraph", "after")]),
        ("<li><p>in an item</p></li>", [("list-item", "in an item")]),
        ("<table><tr><th>Dose<td>5&nbsp;mg</table>", [("cell", "Dose"), ("cell", "5\u00a0mg")]),
        ("<dl><dt>Rash<dd>Call your doctor.</dl>", [("list-item", "Rash"), ("list-item", "Call your doctor.")]),
        ("<p>AT&T, 5 < 6, a&lt;b, caf&eacute; &#8211; &bogus; &copy", [("paragraph", "AT&T, 5 < 6, a<b, café – &bogus; ©")]),
        ("<p>before<!-->shown<!-- hidden -->more", [("paragraph", "beforeshownmore")]),
        ("<script>if (a</b) '<p>no</p>'</script><style>p{}</style><p>yes", [("paragraph", "yes")]),
        ('<script type="application/ld+json">{"name": "cure"}</script><p>yes', [("paragraph", "yes")]),
        ("<textarea>Your <b> words</textarea>", [("paragraph", "Your <b> words")]),
        ("<title>Aza &amp; you</title><h1>Aza</h1>", [("heading", "Aza & you"), ("heading", "Aza")]),
        ("<p>x<sup>2</sup>", [("paragraph", "x 2")]),
        ("<p>soft&shy;ware, hard\u00adware", [("paragraph", "software, hardware")]),
        ("<div>one<div>two</div>three</div>", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<h2>Open heading<div>A text.</div>", [("heading", "Open heading"), ("paragraph", "A text.")]),
        ("<main><aside>Do not drive.</aside></main>", [("paragraph", "Do not drive.")]),
        ("<select><option>Once<option>Twice</select>", [("paragraph", "Once"), ("paragraph", "Twice")]),
    ],
)  # fmt: skip
def test_passages(document: Read, source: str, expected: list[tuple[str, str]]) -> None:
    """Block tags part passages, inline tags do not; entities are decoded, scripts and styles never read."""
    assert passages(document("a.html", source)) == expected


def test_words_in_attributes(document: Read) -> None:
    """Alternative texts, titles and labels are passages of their own, with their places."""
    found = document(
        "a.html",
        "<p>See <img alt='A &quot;blue&quot; tablet' src=x> and <abbr title=\"twice daily\">bid</abbr>.<a aria-label=Next href=/n></a>",
    )
    assert texts(found) == ["See and bid.".replace(" and", "  and"), 'A "blue" tablet', "twice daily", "Next"]
    place = found.place(found.text.index("twice"), found.text.index("twice") + 5)
    assert found.source[place.start : place.end] == "twice"
    assert found.links == ("/n",)


def test_what_is_left_out_is_said(document: Read) -> None:
    """Navigation, code, pictures, frames and the fragments of a page's foot are gaps; a sentence in the foot is read."""
    found = document(
        "a.html",
        "<nav><a href=x>Home</a></nav><p>Text <code>x=1</code>.</p><img src=a><img src=b alt=''><iframe src=c></iframe>"
        "<del>old words</del><footer><p>© Leaflets Ltd</p><p>This page does not replace your doctor's advice.</p></footer>",
    )
    assert texts(found) == ["Text .", "This page does not replace your doctor's advice."]
    assert omitted(found) == [
        ("navigation", "<a href=x>Home</a>"), ("code", "x=1"), ("image", "<img src=a>"), ("embedded object", "<iframe src=c>"),
        ("deleted text", "old words"), ("page frame", "© Leaflets Ltd"),
    ]  # fmt: skip
    assert left_out(found)[2].what == "image (line 1)"


def test_directives(document: Read) -> None:
    """A comment addressed to leaflint is kept with its place; others are not."""
    found = document("a.html", "<p>a<!-- leaflint ignore CLM101 --> b<!-- note -->")
    assert [d.text for d in found.directives] == ["leaflint ignore CLM101"]
    assert found.source[found.directives[0].start : found.directives[0].end] == "<!-- leaflint ignore CLM101 -->"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        ("<meta charset=iso-8859-2><p>ł".encode("iso-8859-2"), "iso8859-2", False),
        ("<meta charset='ISO-8859-1'><p>“x” ł".encode("cp1252", "ignore"), "cp1252", False),
        ('<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>é'.encode("cp1252"), "cp1252", False),
        ('<?xml version="1.0" encoding="windows-1252"?><p>é'.encode("cp1252"), "cp1252", False),
        ("\ufeff<meta charset=cp1252><p>é".encode(), "utf-8", False),
        ("<meta charset=nonsense><p>é".encode(), "utf-8", False),
        ("<meta charset=utf-8><p>é".encode("cp1252"), "cp1252", True),
        ("<p>é".encode("cp1252"), "cp1252", True),
        ("<p>é".encode("utf-16"), "utf-16-le", False),
    ],
)
def test_encodings(document: Read, data: bytes, encoding: str, guessed: bool) -> None:
    """Byte order mark, then the page's own word, then UTF-8, then Windows-1252."""
    found = document("a.html", data)
    assert (found.encoding, found.guessed) == (encoding, guessed)
    assert found.text.strip()[-1] in "łé”"


@pytest.mark.parametrize("source", ["<p>a <b x='y", "<p>a <!-- b", "<p>a <script>b", "<p>a <a href='x>b</a>", "<p>a <![CDATA[ b"])
def test_unfinished_markup_is_said(document: Read, source: str) -> None:
    """Words that vanish in markup that never ends are a gap, not silence."""
    assert "damaged markup" in [what for what, _ in omitted(document("a.html", source))]


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<!--", "<a x='", '<a b="c" <', "<a b b b ", "<div>", "<ul><li>", "<table><tr><td>", "&", "</", "<a ="]
)
def test_time_is_linear(unit: str, document: Read) -> None:
    """Twenty thousand of anything take well under a second."""
    start = time.process_time()
    document("a.html", "<p>a" + unit * 20_000)
    assert time.process_time() - start < 5


def test_stretches_are_the_whole_source() -> None:
    """Text, tags, comments and scripts together are the source, without gap or overlap."""
    source = "<p a='>'>x &lt; y<!-- c --><script>s</script></p><?pi?>< q </ z"
    found = list(tokens(source, 0, len(source)))
    assert "".join(source[t.start : t.end] for t in found) == source
