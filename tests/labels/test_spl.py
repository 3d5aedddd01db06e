"""SPL: no word is lost, and no file harms."""

from __future__ import annotations

import os
import re
import resource
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lint.errors import LeaflintError
from lint.labels.spl import parse_spl

NS = 'xmlns="urn:hl7-org:v3"'
# A folder of real labels, as SPL files from DailyMed; the project holds none.
LABELS = Path(os.environ.get("LEAFLINT_LABELS", "none"))


def spl(body: str, head: str = "") -> bytes:
    """An SPL document with these components."""
    return f'<?xml version="1.0"?><document {NS}>{head}<component><structuredBody>{body}</structuredBody></component></document>'.encode()


def section(code: str, title: str, text: str, inner: str = "") -> str:
    """A section with its code, title, text and subsections."""
    return f'<component><section><code code="{code}"/><title>{title}</title><text>{text}</text>{inner}</section></component>'


LIST = "<list><item>In adults<list><item>deep</item></list></item></list>"
LABEL = spl(
    section("34066-1", "WARNING: BLEEDING", "<paragraph>It can cause <content>fatal</content> bleeding.</paragraph>")
    + section("34067-9", "1 INDICATIONS", "", section("42229-5", "1.1 Stroke", LIST))
    + section("34068-7", "2 DOSAGE", "<table><tbody><tr><td>5 mg</td><td>twice daily</td></tr></tbody></table>tail text")
    + section("34068-7", "", "<paragraph>Again the same code, without a title.</paragraph>")
    + section("00000-0", "Strange matters", "<paragraph>Kept all the same.</paragraph>")
    + section("42229-5", "Empty heading", ""),
    '<title>Fictoxaban <sup>x</sup></title><effectiveTime value="20240131"/><setId root="abc-1"/><versionNumber value="7"/>',
)


def test_passages_carry_section_path_and_place() -> None:
    """Each paragraph, item and table row is a passage under its section and headings."""
    found = parse_spl(LABEL, "x.xml")
    assert (found.set_id, found.version, found.date) == ("abc-1", "7", "20240131")
    assert [(p.section, p.path, p.text) for p in found.passages] == [
        ("boxed", ("WARNING: BLEEDING",), "It can cause fatal bleeding."),
        ("indications", ("1 INDICATIONS", "1.1 Stroke"), "In adults"),
        ("indications", ("1 INDICATIONS", "1.1 Stroke"), "deep"),
        ("dosage", ("2 DOSAGE",), "5 mg twice daily"),
        ("dosage", ("2 DOSAGE",), "tail text"),
        ("dosage", (), "Again the same code, without a title."),
        ("other", ("Strange matters",), "Kept all the same."),
        ("other", ("Empty heading",), "Empty heading"),
    ]
    assert all(p.place == "line 1" for p in found.passages)


def characters(text: str) -> Counter[str]:
    """How often each character stands in a text, white space left out."""
    return Counter(re.sub(r"\s", "", text))


@pytest.mark.parametrize("path", [*sorted(LABELS.glob("*.xml"))] or [None], ids=lambda path: path.name if path else "none")
def test_no_word_of_a_real_label_is_lost(path: Path | None) -> None:
    """Subtracting the passages and headings from the text of all sections leaves nothing."""
    if path is None:
        pytest.skip("no real labels at hand: LEAFLINT_LABELS names no folder with SPL files")
    data = path.read_bytes()
    body = ElementTree.fromstring(data).find(".//{urn:hl7-org:v3}structuredBody")
    assert body is not None
    found = parse_spl(data, path.name)
    kept = characters(" ".join(p.text for p in found.passages))
    headings = characters(" ".join("".join(t.itertext()) for t in body.iter("{urn:hl7-org:v3}title")))
    assert characters("".join(body.itertext())) - kept - headings == Counter()
    paths = {heading for passage in found.passages for heading in (*passage.path, passage.text)}
    titles = [" ".join("".join(t.itertext()).split()) for t in body.iter("{urn:hl7-org:v3}title")]
    assert [title for title in titles if title and title not in paths] == []


def test_names_routes_and_brand_suffixes() -> None:
    """Brands with and without suffix, generic and moiety of active ingredients only, routes."""
    product = (
        "<component><section><code code='48780-1'/><subject><manufacturedProduct><manufacturedProduct>"
        "<name>Bono<suffix>Kids</suffix></name>"
        "<asEntityWithGeneric><genericMedicine><name>Fictozine HCl</name></genericMedicine></asEntityWithGeneric>"
        "<ingredient classCode='ACTIM'><ingredientSubstance><activeMoiety><activeMoiety><name>FICTOZINE</name></activeMoiety>"
        "</activeMoiety></ingredientSubstance></ingredient>"
        "<ingredient classCode='IACT'><ingredientSubstance><name>Talc</name></ingredientSubstance></ingredient>"
        "</manufacturedProduct><consumedIn><substanceAdministration><routeCode displayName='ORAL'/></substanceAdministration></consumedIn>"
        "</manufacturedProduct></subject></section></component>"
    )
    found = parse_spl(spl(product), "x.xml")
    assert (found.brands, found.generics) == (["Bono", "Bono Kids"], ["Fictozine HCl"])
    assert (found.moieties, found.routes) == (["FICTOZINE"], ["oral"])
    assert "Talc" in found.passages[0].text


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><document xmlns="urn:hl7-org:v3">&b;</document>'
OUTSIDE = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document xmlns="urn:hl7-org:v3"><title>&x;</title></document>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LAUGHS, r"x\.xml:1:\d+: has a document type"),
        (OUTSIDE, r"x\.xml:1:\d+: has a document type"),
        (LABEL[:-60], r"x\.xml:1:\d+: not whole XML: .*download"),
        (b"<html><body>no label</body></html>", r"not an SPL <document>"),
        (b"", r"not whole XML: no element found"),
        (f"<document {NS}>{'<a>' * 300}".encode(), r"more than 200 elements"),
        (spl(""), r"no section with text"),
    ],
)
def test_hostile_files_are_refused_with_their_place(data: bytes, said: str) -> None:
    """A document type, a cut file, another kind of XML, endless nesting: an error that names the place."""
    with pytest.raises(LeaflintError, match=said):
        parse_spl(data, "x.xml")


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """A file no label can be is refused by its size: in bounded memory and time."""
    from lint.labels.read import read_labels

    path = tmp_path / "huge.xml"
    with path.open("wb") as out:
        out.write(b"<document>")
        os.ftruncate(out.fileno(), 50_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(LeaflintError, match="50 MB: no label is larger"):
        read_labels(path, drug_of=lambda word: None)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize(("code", "otc"), [("34390-5", True), ("34391-3", False)])
def test_an_over_the_counter_label_is_known_by_its_code(code: str, otc: bool) -> None:
    """The document's own code says whether a prescription is needed; codes of sections do not."""
    body = section("34067-9", "USES", "<paragraph>For travel sickness.</paragraph>")
    assert parse_spl(spl(body, f'<code code="{code}"/>'), "x.xml").otc is otc
