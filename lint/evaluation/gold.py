"""Annotated documents: what a careful editor marked, and what must not be marked (see corpus/gold/README.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.errors import LeaflintError

CHECKS = ("spelling", "duplicates", "claims", "safety")


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a document; None where something is missing."""

    document: str  # file name
    start: int | None
    end: int | None

    def overlaps(self, other: Extent) -> bool:
        """Whether the two share at least half of the shorter one."""
        if self.document != other.document or self.start is None or other.start is None or self.end is None or other.end is None:
            return False
        shared = min(self.end, other.end) - max(self.start, other.start)
        return shared > 0 and 2 * shared >= min(self.end - self.start, other.end - other.start)

    @property
    def length(self) -> int:
        """Code points."""
        return (self.end or 0) - (self.start or 0)

    def bounds(self, other: Extent) -> bool:
        """Whether another is no longer than a hit on this one may be: three times as long, or 400 code points."""
        return other.length <= max(400, 3 * self.length)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the annotator marked."""

    check: str
    category: str
    level: str  # core | stretch
    status: str
    quote: str
    correction: str
    extent: Extent
    places: tuple[Extent, ...]  # of a duplicate: every place


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of one document."""

    document: str
    items: tuple[Item, ...]
    forbidden: tuple[tuple[Extent, frozenset[str]], ...]  # must not be flagged as these checks, rules or codes
    tolerated: tuple[Extent, ...]
    present: frozenset[str]  # requirements that are fully met
    neutral: frozenset[str]
    not_applicable: frozenset[str]


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """Every annotation in a folder, by file name. Raises LeaflintError when there is none or one is unreadable."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(_gold(json.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LeaflintError(f"{path}: not an annotation: {type(error).__name__}: {error}") from None
    if not found:
        raise LeaflintError(f"{folder}: there is no annotation (.json) in this folder")
    return tuple(found)


def _gold(data: Mapping[str, Any]) -> Gold:
    document = data["document"]
    return Gold(
        document=document,
        items=tuple(_item(entry, document) for entry in data["findings"]),
        forbidden=tuple((_extent(entry, document), frozenset(entry["not_as"])) for entry in data["must_not_flag"]),
        tolerated=tuple(_extent(entry, document) for entry in data.get("tolerated", [])),
        present=frozenset(p["requirement"] for p in data.get("present_requirements", []) if p["strength"] == "full"),
        neutral=frozenset(data.get("neutral_requirements", [])),
        not_applicable=frozenset(data.get("not_applicable_requirements", [])),
    )


def _item(entry: Mapping[str, Any], document: str) -> Item:
    return Item(
        check=entry["check"], category=entry["category"], level=entry["level"], status=entry.get("status") or "missing",
        quote=entry.get("quote") or "", correction=entry.get("correction") or "", extent=_extent(entry, document),
        places=tuple(_extent(span, document) for span in entry.get("spans") or ()),
    )  # fmt: skip


def _extent(entry: Mapping[str, Any], document: str) -> Extent:
    return Extent(entry.get("document") or document, entry.get("start"), entry.get("end"))
