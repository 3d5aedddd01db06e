"""Packages of office documents: read in bounds, refused out of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from lint.readers import package as module
from lint.readers.package import Package, Refused
from lint.types.text import Source
from tests.readers.makers import package

XML = '<a xmlns:w="urn:w"><w:p id="1">one<w:r/></w:p><!-- no --><w:p id="2"/></a>'
RELS = (
    '<Relationships><Relationship Id="r1" Type="http://x/y/styles" Target="styles.xml"/>'
    '<Relationship Id="r2" Type="http://x/y/image" Target="../media/a.png"/>'
    '<Relationship Id="r3" Type="http://x/y/footer" Target="/x.xml"/>'
    '<Relationship Id="r4" Type="http://x/y/link" Target="http://example.org" TargetMode="External"/></Relationships>'
)


def opened(parts: Mapping[str, str | bytes]) -> Package:
    return Package(Source("a.docx", package(parts)))


def elements(opened: Package, part: str = "a.xml") -> list[tuple[str, str, str | None]]:
    return [(event, module.local(one), module.attribute(one, "id") or None) for event, one in opened.elements(part, ("p",), ("p",))]


def test_elements_come_as_they_are_read() -> None:
    """Starts and ends of those that are asked for, by local name; comments are none."""
    assert elements(opened({"a.xml": XML})) == [("start", "p", "1"), ("end", "p", "1"), ("start", "p", "2"), ("end", "p", "2")]


def test_what_a_part_refers_to() -> None:
    """Relative to its folder or to the package; what lies outside is nobody's business, and a part may refer to nothing."""
    found = opened({"word/document.xml": XML, "word/_rels/document.xml.rels": RELS})
    assert found.related("word/document.xml") == {
        "r1": ("styles", "word/styles.xml"),
        "r2": ("image", "media/a.png"),
        "r3": ("footer", "x.xml"),
    }
    assert found.related("word/styles.xml") == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "protected by a password, or in the format of Word before 2007"),
        (b"%PDF-1.7", "not a Word document"),
        (b"PK\x03\x04 broken", "damaged: the zip package cannot be opened"),
    ],
)
def test_what_is_no_package(data: bytes, why: str) -> None:
    """It is refused with the reason."""
    with pytest.raises(Refused, match=why):
        Package(Source("a.docx", data))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (XML.removesuffix("</a>"), "is not valid XML"),
        (f"<!DOCTYPE a [<!ENTITY e 'x'>]>{XML}", "has a document type declaration"),
    ],
)
def test_a_broken_part(content: str, why: str) -> None:
    """It is named; a part that is not there is, too, where it is needed."""
    with pytest.raises(Refused, match=rf"the part a\.xml {why}"):
        elements(opened({"a.xml": content}))
    with pytest.raises(Refused, match=r"the part b\.xml is missing"):
        elements(opened({"a.xml": XML}), "b.xml")


def test_a_part_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the package says of its size, and, where that is not true, as it is read."""
    big = f"<a>{'<p/>' * 3_000_000}</a>"
    with pytest.raises(Refused, match="unpacks to 12 MB from"):
        elements(opened({"a.xml": big}))
    monkeypatch.setattr(module, "MOST_BYTES", 1_000)
    monkeypatch.setattr(module, "_check_size", lambda info: None)
    with pytest.raises(Refused, match="unpacks to more than 0 MB"):
        elements(opened({"a.xml": big[:2_000]}))


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their number is bounded."""
    monkeypatch.setattr(module, "MOST_MEMBERS", 3)
    with pytest.raises(Refused, match="holds 4 parts, more than 3"):
        opened(dict.fromkeys("abcd", ""))


def test_a_damaged_member() -> None:
    """A part whose packed bytes are damaged is named."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.xml", XML)
    data = out.getvalue().replace(b"one<w:r/>", b"two<w:r/>")
    with pytest.raises(Refused, match=r"the part a\.xml cannot be unpacked"):
        elements(Package(Source("a.docx", data)))
