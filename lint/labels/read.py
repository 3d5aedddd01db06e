"""Reads a label file of any known form, told by what is in it rather than by its name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from lint.errors import LeaflintError
from lint.labels import blocks, names
from lint.labels.openfda import OpenFda, parse_openfda
from lint.labels.spl import parse_spl
from lint.language.drugnames import other_names
from lint.readers import READERS
from lint.readers.decode import decode
from lint.types.label import OVER_THE_COUNTER, Label, Passage
from lint.types.review import Skipped
from lint.types.text import Source

MOST_BYTES = 30_000_000  # the largest labels of DailyMed are near 10 MB with their tables
DAILYMED = "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid="
_EU = re.compile(r"\bEU/\d/\d{2}/\d{3,4}|Appendix V|European Medicines Agency|\bEMA\b")
_UK = re.compile(r"\bPL(?:GB)? ?\d{5}/\d{4}|Yellow Card|\bMHRA\b")
_NAME = re.compile(r"name of the medicinal product", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    r"\W*(?:1\.? )?What ([A-Za-z][\w-]{2,30}(?: [A-Z][\w-]+)?) (?:is|are) and what (?:it is|they are) used for", re.IGNORECASE
)
_OFTEN = 3  # paragraphs in which a label names its own medicine, at the least
_REVISION = re.compile(r"date of revision of the text|last (?:revised|approved|updated) (?:in|on)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = re.compile(
    rf"\s*(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)|(?P<number>0?[1-9]|1[0-2])[/.])"
    r"\s*(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_US = re.compile(r"\bFDA\b|MedWatch|INDICATIONS (?:AND|&) USAGE|U\.S\. Approval|Rx only", re.IGNORECASE)


def read_labels(
    path: Path, *, drug_of: Callable[[str], str | None], drug: str = "", jurisdiction: str = "", otherwise: str = ""
) -> tuple[Label, ...]:
    """The labels of a file, one for each medicine in it. `drug` and `jurisdiction` go before what the file says.

    `otherwise` is the jurisdiction of running text that does not say whose label it is.

    Raises LeaflintError naming the file and the place: not a label, cut short, too large, or a medicine or jurisdiction that
    cannot be told.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise LeaflintError(f"{path}: {size // 1_000_000} MB: no label is larger than {MOST_BYTES // 1_000_000} MB: refused")
        data = path.read_bytes()
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((b"PK\x03\x04", b"%PDF")) and path.suffix.lower() in (".docx", ".pdf"):
        raise LeaflintError(f"{path}: labels are not read from Word or PDF: save it as HTML or text first")
    if data.startswith(b"PK\x03\x04"):
        raise LeaflintError(f"{path}: a zip archive: unpack it and give the XML file in it")
    if start.startswith(b"{") or start.startswith(b"["):
        return _from_openfda(_text(path, data), path, digest, drug, jurisdiction)
    if start.startswith((b"<?xml", b"<document", b"<!DOCTYPE document")) or path.suffix.lower() == ".xml":
        return (_from_spl(data, path, digest, drug, jurisdiction),)
    return (_from_text(_text(path, data), path, data, digest, drug, jurisdiction, otherwise, drug_of),)


def _text(path: Path, data: bytes) -> str:
    decoded = decode(Source(str(path), data))
    if isinstance(decoded, Skipped):
        raise LeaflintError(f"{path}: {decoded.reason}")
    return decoded.text.removeprefix("\ufeff")


def _from_spl(data: bytes, path: Path, digest: str, drug: str, jurisdiction: str) -> Label:
    spl = parse_spl(data, str(path))
    found, synonyms, brands = names.names_of(spl.generics, spl.moieties, spl.brands, spl.title)
    named = _named(drug or found or (_of_file(path, data[:200_000].decode("utf-8", "replace"))), path)
    classes = (OVER_THE_COUNTER,) if spl.otc else ()
    return Label(
        drug=named, synonyms=synonyms, brands=brands, classes=classes, routes=tuple(spl.routes), identifier=spl.set_id,
        version=spl.version, date=_date(spl.date), jurisdiction=jurisdiction or "US",
        title=_title(brands, drug or found, "US prescribing information"), url=DAILYMED + spl.set_id if spl.set_id else "",
        format="spl", sha256=digest, passages=tuple(spl.passages),
    )  # fmt: skip


def _from_openfda(text: str, path: Path, digest: str, drug: str, jurisdiction: str) -> tuple[Label, ...]:
    return tuple(_openfda(found, path, digest, drug, jurisdiction) for found in parse_openfda(text, str(path)))


def _openfda(found: OpenFda, path: Path, digest: str, drug: str, jurisdiction: str) -> Label:
    generics = found.generics or ((found.name,) if found.name else ())
    name, synonyms, brands = names.names_of(generics, (), found.brands, "")
    name = name or _of_file(path, " ".join(passage.text for passage in found.passages[:50]))
    return Label(
        drug=_named(drug or name, path), synonyms=synonyms, brands=brands, classes=found.classes, routes=found.routes,
        identifier=found.set_id, version=found.version, date=_date(found.date), jurisdiction=jurisdiction or "US",
        title=_title(brands, drug or name, "US prescribing information"), url=DAILYMED + found.set_id if found.set_id else "",
        format="openfda", sha256=digest, passages=found.passages,
    )  # fmt: skip


def _from_text(
    text: str, path: Path, data: bytes, digest: str, drug: str, jurisdiction: str, otherwise: str,
    drug_of: Callable[[str], str | None],
) -> Label:  # fmt: skip
    html = bool(re.match(r"\s*(<!doctype html|<html|<(div|body|p|h1|h2|section|article)\b)", text, re.IGNORECASE))
    if html:
        listed: tuple[blocks.Passing, ...] = blocks.of_html(text)
    else:
        plain = path.suffix.lower() in READERS and not re.search(r"^#{1,4} \S", text, re.MULTILINE)  # Markdown often goes as .txt
        suffix = path.suffix.lower() if plain else ".md"
        document = next(iter(READERS[suffix](Source(str(path), data))))
        if isinstance(document, Skipped):
            raise LeaflintError(f"{path}: {document.reason}")
        listed = tuple(blocks.of_document(document))
    passages = blocks.passages(listed)
    _sections_known(passages, path)
    name = drug.lower() or names.named_in([block.text for block in listed[:400]], drug_of) or _of_file(path, text)
    where = jurisdiction or _jurisdiction("\n".join(block.text for block in listed)) or otherwise
    if not where:
        raise LeaflintError(f"{path}: does not say whose label it is: give --jurisdiction US, UK or EU")
    return Label(
        drug=_named(name, path), synonyms=other_names(name), brands=_brands(listed, name), classes=(), routes=(), identifier="",
        version="", date=_revised(listed), jurisdiction=where, title=_title((), name, f"{where} product information"), url="",
        format="html" if html else "text", sha256=digest, passages=passages,
    )  # fmt: skip


def _sections_known(passages: tuple[Passage, ...], path: Path) -> None:
    if not any(passage.section != "other" for passage in passages):
        raise LeaflintError(f"{path}: no section of a label was recognised (such as 4.1 Therapeutic indications): is it a label?")


def _brands(listed: tuple[blocks.Passing, ...], drug: str) -> tuple[str, ...]:
    """The name in front of the strength in a title such as “Jayempi 10 mg/ml oral suspension”, or in the heading “What Jayempi is and
    what it is used for”, if the text goes on using it."""
    for number, block in enumerate(listed[:6]):
        found = re.match(r"(?:#\s*)?([A-Z][A-Za-z-]{2,30})(?: [A-Z][A-Za-z]+)? \d", block.text)
        named = number > 0 and _NAME.search(listed[number - 1].text) is not None
        if found and found[1].lower() != drug and (named or sum(found[1] in other.text for other in listed) >= _OFTEN):
            return (found[1],)
    titles = (_WHAT_IT_IS.match(block.text) for block in listed[:40])
    for title in filter(None, titles):
        said = [name[0] for block in listed if (name := re.search(rf"\b{re.escape(title[1])}\b", block.text, re.IGNORECASE))]
        if len(said) >= _OFTEN and title[1].lower() != drug:
            return (next((name for name in said if not name.islower()), said[0]),)
    return ()


def _revised(listed: tuple[blocks.Passing, ...]) -> str:
    """The date that a text gives as that of its revision, ISO or as much of it as there is; empty where it gives none."""
    found = None
    for number, block in enumerate(listed):
        if _REVISION.search(block.text):
            after = " ".join(other.text for other in listed[number : number + 2])
            found = _DATE.search(after[_REVISION.search(after).end() :]) or found  # type: ignore[union-attr]
    if found is None:
        return ""
    month = _MONTHS.index(found["month"][:3].lower()) + 1 if found["month"] else int(found["number"])
    return f"{found['year']}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")


def _of_file(path: Path, text: str) -> str:
    """The name of the file, if the text speaks of it."""
    stem = re.split(r"[^a-z]", path.stem.lower())[0]
    return stem if len(stem) > 3 and stem in text.lower() else ""


def _jurisdiction(text: str) -> str:
    for name, pattern in (("UK", _UK), ("EU", _EU), ("US", _US)):
        if pattern.search(text):
            return name
    return ""


def _named(drug: str, path: Path) -> str:
    if not drug:
        raise LeaflintError(f"{path}: does not name its medicine: give --drug NAME")
    return drug.lower()


def _title(brands: tuple[str, ...], drug: str, what: str) -> str:
    return f"{brands[0]} ({drug}), {what}" if brands else f"{drug.capitalize()}, {what}"


def _date(value: str) -> str:
    """20140113 as 2014-01-13; anything else as it stands."""
    digits = value[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else value
