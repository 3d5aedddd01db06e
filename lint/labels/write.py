"""Writes a reference as YAML that people can read and correct; `lint.references` reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from lint.errors import LeaflintError
from lint.files import replace_file
from lint.references.load import SCHEMA
from lint.types.label import Passage
from lint.types.reference import Fact, Reference

_HEAD = """\
# {name}: made from its label by `leaflint reference import`. Do not correct it here, the next import writes it anew:
# put corrections into {overlay}, which is read over it (facts by id).
"""


def file_stem(reference: Reference) -> str:
    """What the file of a reference is called, without its suffix: drug and jurisdiction."""
    drug = "".join(c if c.isalnum() else "-" for c in reference.drug.lower()).strip("-")
    return f"{drug[:80]}.{'-'.join(reference.jurisdictions).lower()}"


def write_reference(reference: Reference) -> str:
    """The reference as the text of a YAML file."""
    source = reference.source
    data: dict[str, Any] = {
        "schema": SCHEMA, "drug": reference.drug, "synonyms": list(reference.synonyms),
        "brands": {where: list(names) for where, names in reference.brands}, "classes": list(reference.classes),
        "version": reference.version, "reviewed": reference.reviewed or "unknown", "jurisdictions": list(reference.jurisdictions),
        "label-sha256": reference.sha256,
        "sources": {"label": {"title": source.title, "date": source.date, "url": source.url}} if source else {},
        "facts": [_fact(fact) for fact in reference.facts],
        "underived": list(reference.underived),
        "passages": [_passage(passage) for passage in reference.passages],
    }  # fmt: skip
    kept = {key: value for key, value in data.items() if value not in ([], {}, "")}
    head = _HEAD.format(name=reference.drug, overlay=f"{file_stem(reference)}.overlay.yaml")
    return head + yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


def save_reference(reference: Reference, folder: Path) -> Path:
    """Writes a reference into a folder, all of it or nothing; an overlay beside it stays as it is.

    Raises LeaflintError when the folder cannot be written, or a file of that name was written by hand.
    """
    path = folder / f"{file_stem(reference)}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_file() and "\nlabel-sha256:" not in path.read_text(encoding="utf-8", errors="replace"):
            raise LeaflintError(f"{path}: was written by hand: rename it, or import --into another folder")
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be written: {error.strerror}") from None
    replace_file(path, write_reference(reference).encode())
    return path


def _fact(fact: Fact) -> Mapping[str, Any]:
    data = {
        "id": fact.id, "kind": fact.kind, "topic": fact.topic, "jurisdictions": list(fact.jurisdictions), "severity": fact.severity,
        "statement": fact.statement, "boxed": fact.boxed, "conditions": list(fact.conditions), "substances": list(fact.substances),
        "consequence": fact.consequence, "direction": fact.direction, "routes": list(fact.routes), "frequency": fact.frequency,
        "effects": list(fact.effects), "amounts": list(fact.amounts), "maximum": fact.maximum, "passage": fact.passage,
        "quote": fact.quote, "cite": [{"source": "label", "section": cited.section, "confirmed": True} for cited in fact.citations],
    }  # fmt: skip
    return {key: value for key, value in data.items() if value not in ("", [], False)}


def _passage(passage: Passage) -> Mapping[str, Any]:
    data = {
        "id": passage.id, "section": passage.section, "path": list(passage.path), "place": passage.place, "text": passage.text,
    }  # fmt: skip
    return {key: value for key, value in data.items() if value not in ("", [])}


class _Dumper(yaml.CSafeDumper):
    """Every text in quotes where YAML 1.1 would read it as something else; YAML 1.2 reads both alike."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
