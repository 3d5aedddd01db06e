"""The labelled sentences of corpus/sentences, and to which part each belongs: train, validation or test."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.errors import LeaflintError

PARTS = ("train", "validation", "test")
_SHARES = (70, 85, 100)  # of a hundred, cumulated
_BLOCK = 10  # neighbouring lines without a medicine that stay together
_TITLES = frozenset(["heading", "nav"])  # voices of lines that stand as headings


@dataclass(frozen=True, slots=True)
class Label:
    """A claim in a line: the rule's name and the exact words."""

    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: one sentence, or a few that follow each other."""

    text: str
    voice: str
    drug: str  # lower case; empty where it is about none
    claims: tuple[Label, ...]
    file: str
    number: int  # from 1

    @property
    def part(self) -> str:
        """The part of the data it belongs to: by its medicine, so that all lines on one stand together."""
        return part_of(self.drug or f"{self.file}:{(self.number - 1) // _BLOCK}")

    @property
    def block(self) -> str:
        """As what kind of block it stands."""
        return "heading" if self.voice in _TITLES else "paragraph"


def part_of(group: str) -> str:
    """The part of a group of lines, by a hash of its name."""
    number = int.from_bytes(hashlib.blake2b(group.encode(), digest_size=4).digest(), "big") % 100
    return next(part for part, share in zip(PARTS, _SHARES, strict=True) if number < share)


def load_lines(folder: Path) -> tuple[Line, ...]:
    """Every line of the set*.jsonl of a folder. Raises LeaflintError naming file and line that cannot be used."""
    paths = sorted(folder.glob("set*.jsonl"), key=lambda path: (len(path.name), path.name))
    if not paths:
        raise LeaflintError(f"{folder}: there are no labelled sentences (set*.jsonl) in this folder")
    return tuple(line for path in paths for line in _lines(path))


def _lines(path: Path) -> Iterator[Line]:
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            entry = json.loads(raw)
            claims = tuple(Label(claim["rule"], claim["quote"]) for claim in entry["claims"])
            line = Line(entry["text"], entry["voice"], (entry["drug"] or "").lower(), claims, path.stem, number)
        except (ValueError, KeyError, TypeError) as error:
            raise LeaflintError(f"{path}:{number}: not a labelled sentence: {type(error).__name__}: {error}") from None
        missing = next((claim.quote for claim in claims if claim.quote not in line.text), None)
        if missing is not None:
            raise LeaflintError(f"{path}:{number}: the quote {missing!r} is not in the text")
        yield line


def split_of(lines: tuple[Line, ...]) -> dict[str, list[str]]:
    """The medicines of each part, as corpus/sentences/split.json records them; lines on none go by file and block of ten."""
    found: dict[str, set[str]] = {part: set() for part in PARTS}
    for line in lines:
        if line.drug:
            found[line.part].add(line.drug)
    return {part: sorted(drugs) for part, drugs in found.items()}
