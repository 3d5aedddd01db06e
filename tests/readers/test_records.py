"""Tests of exports of content systems: fields become documents, with record, field and offset."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from lint.readers import read
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Document, Source

RECORDS = [{"title": "Aza", "body": "First text.", "n": 1}, {"body": "Second “text”.", "parts": [{"body": "Deep/er"}, {"note": "x"}]}]


def found(path: str, data: str | bytes, *fields: str, form: str = "text", files: Sequence[str] = ()) -> list[Document | Skipped]:
    source = Source(path, data.encode() if isinstance(data, str) else data)
    return list(read(source, [CmsFields(fields, tuple(files), form)]))


def parts(items: list[Document | Skipped]) -> list[tuple[str, str]]:
    return [(item.part, item.text if isinstance(item, Document) else item.reason) for item in items]


@pytest.mark.parametrize(
    ("path", "data"), [("a.json", json.dumps(RECORDS)), ("a.jsonl", "\n".join(json.dumps(r) for r in RECORDS) + "\n\n")]
)
def test_json(path: str, data: str) -> None:
    """A name means that field at any depth; the part is the value's JSON pointer."""
    assert parts(found(path, data, "body")) == [("/0/body", "First text."), ("/1/body", "Second “text”."), ("/1/parts/0/body", "Deep/er")]
    assert parts(found(path, data, "/parts/*/body")) == [("/1/parts/0/body", "Deep/er")]
    assert parts(found(path, data, "/parts/*/note", "title")) == [("/0/title", "Aza"), ("/1/parts/1/note", "x")]


def test_places_count_in_the_value() -> None:
    """Start and end are offsets in the value, line and column count in it; the location names the record."""
    document = found("a.jsonl", "\n".join(json.dumps(r) for r in RECORDS), "body")[1]
    assert isinstance(document, Document)
    place = document.place(7, 13)
    assert (place.start, place.end, place.quote, place.location) == (7, 13, "“text”", "line 2")


def test_one_object_is_one_record() -> None:
    """A JSON file without a list at its root is a record; keys are escaped in pointers; a list of texts is several."""
    assert parts(found("a.json", '{"a/b": {"body": ["One.", "Two."]}}', "body")) == [("/a~1b/body/0", "One."), ("/a~1b/body/1", "Two.")]


def test_fields_hold_html_or_markdown() -> None:
    """A field is read in its own format, and keeps what the record says of it."""
    (document,) = found("a.json", json.dumps([{"drug": "azathioprine", "body": "<p>One &amp; <b>two</b>"}]), "body", form="html")
    assert isinstance(document, Document)
    assert (document.text, document.format, document.meta[0]) == ("One & two", "html", ("drug", "azathioprine"))
    (document,) = found("a.json", json.dumps([{"body": "# One\n\n*two*"}]), "body", form="markdown")
    assert isinstance(document, Document)
    assert document.text == "One\n\ntwo"


def test_csv() -> None:
    """Rows count from the header as in a spreadsheet; a byte order mark, quotes, line ends and semicolons are no matter."""
    data = '\ufeffid,body,summary\r\n1,"One,\r\n""two""",short\r\n2,Three,\r\n'
    assert parts(found("a.csv", data, "body", "summary")) == [
        ("row 2, body", "One,\n\n\"two\"".replace("\n\n", "\n\n")), ("row 2, summary", "short"), ("row 3, body", "Three"),
    ]  # fmt: skip
    assert parts(found("a.csv", "id;body\n1;x, y\n", "body")) == [("row 2, body", "x, y")]


@pytest.mark.parametrize(
    ("path", "data", "part", "said"),
    [
        ("a.json", '[{"body": ', "", "not valid JSON"),
        ("a.json", "[" * 100_000, "", "nested too deeply"),
        ("a.jsonl", '{"body": "x"}\n{"body": \n{"body": "y"}', "/1", "line 2 is not valid JSON"),
        ("a.json", '[{"text": "x"}]', "", "no record has a field body"),
        ("a.json", '[{"body": {"html": "x"}}]', "/0/body", "not a text but an object"),
        ("a.csv", "id,body\n1,x,y,z\n", "row 2", "4 fields, the header 2"),
        ("a.csv", 'id,body\n1,"x\n', "row 1", "not valid CSV"),
        ("a.json", "", "", "empty"),
    ],
)
def test_what_cannot_be_read_is_said(path: str, data: str, part: str, said: str) -> None:
    """A broken record is a gap with its place, and the others are read."""
    gaps = [item for item in found(path, data, "body") if isinstance(item, Skipped)]
    assert [gap.part for gap in gaps] == [part]
    assert said in gaps[0].reason
    if path == "a.jsonl":
        assert len(found(path, data, "body")) == 3
