"""The report's pictures as plain numbers, which the template draws: where findings lie, claims by verdict, the checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lint.reporters.marks import UNICODE
from lint.types.review import SEVERITIES, STATUSES, VERDICTS, Claim, Requirement
from lint.types.text import Block, Span

WIDTH = 1000  # units of a picture; the page scales it
LANE = 22  # height of a lane
_LEAST = 4  # width of the narrowest tick
_TILE, _GAP = 34, 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding on the strip of the text."""

    x: float
    width: float
    number: int  # of its note


@dataclass(frozen=True, slots=True)
class Lane:
    """The findings of one severity along the text."""

    severity: str
    y: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole text as one line from left to right."""

    height: int
    lanes: tuple[Lane, ...]
    headings: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar."""

    name: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Tile:
    """A requirement among the tiles of the checklist."""

    x: int
    y: int
    status: str
    sign: str
    number: int  # of the requirement, from 1


def strip(length: int, findings: Iterable[tuple[int, str, Span]], blocks: Iterable[Block]) -> Strip:
    """Findings (number, severity, span) of a text of `length` code points, strongest lane first."""
    scale = WIDTH / max(1, length)
    ticks: dict[str, list[Tick]] = {severity: [] for severity in reversed(SEVERITIES)}
    for number, severity, span in findings:
        width = min(WIDTH, max(_LEAST, (span.end - span.start) * scale))
        ticks[severity].append(Tick(round(min(span.start * scale, WIDTH - width), 1), round(width, 1), number))
    lanes = tuple(Lane(severity, row * LANE, tuple(found)) for row, (severity, found) in enumerate(ticks.items()))
    headings = tuple(round(block.start * scale, 1) for block in blocks if block.kind == "heading")
    return Strip(len(lanes) * LANE, lanes, headings)


def shares(names: Sequence[str], counts: Counter[str]) -> tuple[Share, ...]:
    """The parts of a bar, in the order of their names; those of nothing are left out."""
    total, at, found = sum(counts[name] for name in names), 0.0, []
    for name in names:
        if counts[name]:
            width = WIDTH * counts[name] / total
            found.append(Share(name, counts[name], round(at, 1), round(width, 1)))
            at += width
    return tuple(found)


def verdicts(claims: Iterable[Claim]) -> tuple[Share, ...]:
    """Claims by verdict."""
    return shares(VERDICTS, Counter(claim.verdict for claim in claims))


def statuses(requirements: Iterable[Requirement]) -> tuple[Share, ...]:
    """Requirements by status."""
    return shares(STATUSES, Counter(requirement.status for requirement in requirements))


def tiles(requirements: Sequence[Requirement]) -> tuple[Tile, ...]:
    """One tile for each requirement, in the order of the checklist, as many in a row as fit."""
    step = _TILE + _GAP
    row = WIDTH // step
    return tuple(
        Tile(index % row * step, index // row * step, requirement.status, UNICODE.status[requirement.status], index + 1)
        for index, requirement in enumerate(requirements)
    )
