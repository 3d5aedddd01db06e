"""Reads openFDA label JSON: https://open.fda.gov/apis/drug/label/ as downloaded, one result of it, or the sections alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.errors import LeaflintError
from lint.labels.sections import by_field, by_heading
from lint.types.label import OVER_THE_COUNTER, Passage

_META = frozenset("id set_id version effective_time openfda openfda_meta drug_name drug_id sections meta results".split())
_TAG = re.compile(r"<[^>]{0,2000}>")
_SUBSECTION = re.compile(r"(?<![(,;] )(?<![\w.])(?=\d{1,2}\.\d{1,2} [A-Z][A-Za-z-]+)")  # "2.1 Recommended": openFDA runs them together
_TITLE = re.compile(r"(\d{1,2}(?:\.\d{1,2})?) ((?:[A-Z][\w/,()-]*|of|in|with|and|the|for|to|or|from|by|on|use|&) ?){1,14}")
_LONG = 60_000  # characters of one openFDA value that are looked through for subsections


@dataclass(frozen=True, slots=True)
class OpenFda:
    """What an openFDA result says."""

    name: str
    brands: tuple[str, ...]
    generics: tuple[str, ...]
    classes: tuple[str, ...]
    routes: tuple[str, ...]
    set_id: str
    version: str
    date: str
    passages: tuple[Passage, ...]


def parse_openfda(text: str, path: str) -> tuple[OpenFda, ...]:
    """Every label in the file. Raises LeaflintError with line and column, or the pointer of what is wrong."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise LeaflintError(f"{path}:{error.lineno}:{error.colno}: not valid JSON: {error.msg}: download the label again") from None
    except RecursionError:
        raise LeaflintError(f"{path}: nested too deeply to be a label") from None
    if isinstance(data, dict) and isinstance(data.get("results"), list):
        found = [(f"/results/{number}", item) for number, item in enumerate(data["results"])]
    else:
        found = [(f"/{number}", item) for number, item in enumerate(data)] if isinstance(data, list) else [("", data)]
    labels = []
    for pointer, item in found:
        if not isinstance(item, dict):
            raise LeaflintError(f"{path}: {pointer or '/'} is not a label: an object with sections was expected")
        labels.append(_label(item, pointer, path))
    if not labels:
        raise LeaflintError(f"{path}: holds no label: `results` is empty")
    return tuple(labels)


def _label(item: Mapping[str, Any], pointer: str, path: str) -> OpenFda:
    inner = item.get("sections")
    sections, base = (inner, f"{pointer}/sections") if isinstance(inner, dict) else (item, pointer)
    passages = tuple(_passages(sections, base))
    if not passages:
        raise LeaflintError(f"{path}: {pointer or '/'} has no section with text in it: is this an openFDA drug label?")
    meta = item.get("openfda") or item.get("openfda_meta") or {}
    meta = meta if isinstance(meta, dict) else {}
    classes = tuple(name.partition(" [")[0].lower() for name in _texts(meta.get("pharm_class_epc")))
    otc = (OVER_THE_COUNTER,) if any(" OTC " in f" {kind} " for kind in _texts(meta.get("product_type"))) else ()
    return OpenFda(
        name=_text(item.get("drug_name")), brands=_texts(meta.get("brand_name")), classes=(*classes, *otc),
        generics=(*_texts(meta.get("generic_name")), *_texts(meta.get("substance_name"))),
        routes=tuple(route.lower() for route in _texts(meta.get("route"))),
        set_id=_text(item.get("set_id")) or next(iter(_texts(meta.get("spl_set_id"))), ""), version=_text(item.get("version")),
        date=_text(item.get("effective_time")), passages=passages,
    )  # fmt: skip


def _passages(sections: Mapping[str, Any], base: str) -> Iterator[Passage]:
    number = 0
    for name, value in sections.items():
        if name in _META:
            continue
        values = list(value) if isinstance(value, list) else [value]
        for index, item in enumerate(values):
            if not isinstance(item, str) or not item.strip():
                continue
            place = f"{base}/{name}" + (f"/{index}" if isinstance(value, list) else "")
            for heading, text in _subsections(_TAG.sub(" ", item) if name.endswith("_table") else item):
                number += 1
                key = by_field(name) or "other"
                if key in ("other", "warnings", "populations") and heading:
                    key = by_heading(heading) or key
                title = name.replace("_", " ").upper()
                yield Passage(f"p{number}", key, (title, heading) if heading else (title,), text, place)


def _subsections(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a value that begin with a number such as 2.1; their text keeps the heading, so that none is lost."""
    flat = " ".join(text.split())
    parts = [part.strip() for part in _SUBSECTION.split(flat)] if len(flat) < _LONG else [flat]
    for part in parts:
        if part:
            yield _heading(part), part


def _heading(part: str) -> str:
    """The words in capitals that a subsection begins with; the last of them begins its first sentence."""
    title = _TITLE.match(part)
    if title is None or "." not in title[1]:
        return ""
    words = title[0].split()
    return " ".join(words[:-1] if part[title.end() :][:1].islower() and len(words) > 2 else words)[:120]


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(item for item in values if isinstance(item, str) and item))


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
