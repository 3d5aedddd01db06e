"""Tests of the MDX reader: Markdown and the prose in components, without their code."""

from __future__ import annotations

import time

import pytest

from tests.readers.conftest import Read, omitted, passages, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import X from './x'\nexport const a = {\n\n b: 1}\n\n# Uses\n\nText.", [("heading", "Uses"), ("paragraph", "Text.")]),
        ("Words that run\nimport duties are.", [("paragraph", "Words that run import duties are.")]),
        ("<Callout>\n  Do **not** drive.\n</Callout>", [("paragraph", "Do not drive.")]),
        ("<Tabs>\n    <Tab>\n        Deep *inside*.\n    </Tab>\n</Tabs>", [("paragraph", "Deep inside.")]),
        ("<div>One **bold** word</div>", [("paragraph", "One bold word")]),
        ("ana<b className={x}>phy</b>laxis", [("paragraph", "anaphylaxis")]),
        ("See <Tip text={t}>the note</Tip> now.", [("paragraph", "See the note now.")]),
        ("One {' '} two {\"three\"} four.", [("paragraph", "One         two   three   four.")]),
        ("---\ntitle: X\n---\n\n- one\n- two", [("list-item", "one"), ("list-item", "two")]),
        ("Take 5 \\{mg\\} and 3 < 4.", [("paragraph", "Take 5 {mg} and 3 < 4.")]),
    ],
)  # fmt: skip
def test_passages(document: Read, source: str, expected: list[tuple[str, str]]) -> None:
    """Imports, tags and expressions are blanked; what stands between them is Markdown, indented or not."""
    assert [(kind, " ".join(text.split())) for kind, text in passages(document("a.mdx", source))] == [
        (kind, " ".join(text.split())) for kind, text in expected
    ]


def test_attributes_that_hold_prose(document: Read) -> None:
    """Titles, labels and the like are passages; classes and addresses are not; literals in braces are as good as quotes."""
    source = (
        '<Card title="Before you take it" className="Flex and more words" href=\'/x\'\n  label={\'Read &amp; keep\'} other="no prose"\n'
        '  lead="This is a whole sentence" n={1} {...rest} />\n\nText.\n'
    )
    found = document("a.mdx", source)
    assert texts(found) == ["Text.", "Before you take it", "Read & keep", "This is a whole sentence"]
    place = found.place(found.text.index("keep"), found.text.index("keep") + 4)
    assert found.source[place.start : place.end] == "keep"


def test_code_and_expressions_are_left_alone(document: Read) -> None:
    """Code keeps its braces; an expression is a gap; a comment to leaflint is a directive."""
    found = document(
        "a.mdx", "Take {dose} `a {b} <C>`.\n\n{/* leaflint off CLM101 */}\n\n```js\nconst x = {\n<A>\n```\n\nEnd {/* note */}.\n"
    )
    assert " ".join(found.text.split()) == "Take . End ."
    assert omitted(found) == [("expression", "{dose}"), ("code", "`a {b} <C>`"), ("code", "```js\nconst x = {\n<A>\n```\n")]
    assert [d.text for d in found.directives] == ["leaflint off CLM101"]


@pytest.mark.parametrize("unit", ["{", "<A ", "<A b={", "<A b='", "{'", "`", "export {\n", "<A>", "{a}", "<a.b:c-d "])
def test_time_is_linear(document: Read, unit: str) -> None:
    """Whatever never ends is read as it stands, in time."""
    start = time.process_time()
    assert "words" in document("a.mdx", "words\n\n" + unit * 20_000 + "\n").text
    assert time.process_time() - start < 5
