"""Stretches of time as running text states them, in hours: “half an hour”, “10 to 20 minutes”, “a week”, “6 months”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.evidence.numbers import UP_TO_TEN

_WORDS = {**UP_TO_TEN, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60}
_HOURS = {"minute": 1 / 60, "min": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.0, "year": 8766.0}
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(_WORDS)}"
_STRETCH = re.compile(
    rf"(?<![\w.])(?:(?P<half>half an?|a half)|(?P<quarter>(?:a )?quarter of an)|(?P<vague>several|a few|a couple of)|"
    rf"(?P<single>a full|a whole|the (?:very )?next|an?)"
    rf"|(?P<low>{_NUMBER})(?:\s*(?:-|–|—|to|or|and)\s*(?P<high>{_NUMBER}))?)"
    r"[\s\xa0-]+(?:more |full |whole |consecutive |calendar )?(?P<unit>minute|min|hour|day|week|month|year)s?\b(?![ -]old| of age)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:minute|min|hour|day|week|month|year)s?\b", re.IGNORECASE)
_SEVERAL = (2.0, 10.0)  # what “several” may mean
_NEAR = 1.2  # times between ends that count as the same: a month is four weeks


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time; offsets are code points of the text it was found in."""

    start: int
    end: int
    low: float  # hours
    high: float  # equal to low where no range is given

    def meets(self, other: Stretch) -> bool:
        """Whether both may be the same."""
        return self.low <= other.high * _NEAR and other.low <= self.high * _NEAR


def stretches(text: str) -> tuple[Stretch, ...]:
    """Every stretch of time, in order; ages are none."""
    return tuple(_stretches(text)) if _UNIT.search(text) else ()


def _stretches(text: str) -> Iterator[Stretch]:
    for found in _STRETCH.finditer(text):
        if found["vague"]:
            low, high = _SEVERAL
        elif found["half"] or found["quarter"] or found["single"]:
            low = high = 0.5 if found["half"] else 0.25 if found["quarter"] else 1.0
        else:
            low = _value(found["low"])
            high = _value(found["high"]) if found["high"] else low
        hours = _HOURS[found["unit"].lower()]
        yield Stretch(found.start(), found.end(), min(low, high) * hours, max(low, high) * hours)


def _value(text: str) -> float:
    low = text.lower()
    return float(_WORDS.get(low, low))
