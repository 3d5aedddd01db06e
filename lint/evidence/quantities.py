"""Amounts with their units, and how often a day, as running text states them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.evidence.numbers import UP_TO_TEN

_WORDS = {**UP_TO_TEN, "eleven": 11, "twelve": 12, "half": 0.5}
# unit as written: (canonical unit, factor)
_UNITS = {
    "mg": ("mg", 1.0), "milligram": ("mg", 1.0), "g": ("mg", 1e3), "gram": ("mg", 1e3), "gm": ("mg", 1e3), "mcg": ("mg", 1e-3),
    "µg": ("mg", 1e-3), "μg": ("mg", 1e-3), "ug": ("mg", 1e-3), "microgram": ("mg", 1e-3), "ng": ("mg", 1e-6), "nanogram": ("mg", 1e-6),
    "kg": ("kg", 1.0), "kilogram": ("kg", 1.0), "ml": ("ml", 1.0), "milliliter": ("ml", 1.0), "millilitre": ("ml", 1.0),
    "l": ("ml", 1e3), "liter": ("ml", 1e3), "litre": ("ml", 1e3), "unit": ("unit", 1.0), "iu": ("unit", 1.0),
    "international unit": ("unit", 1.0), "mmol": ("mmol", 1.0), "meq": ("meq", 1.0), "%": ("%", 1.0), "percent": ("%", 1.0),
    "per cent": ("%", 1.0), "tablet": ("piece", 1.0), "capsule": ("piece", 1.0), "pill": ("piece", 1.0), "puff": ("puff", 1.0),
    "inhalation": ("puff", 1.0), "actuation": ("puff", 1.0), "drop": ("drop", 1.0), "spray": ("spray", 1.0), "patch": ("patch", 1.0),
    "caplet": ("piece", 1.0), "softgel": ("piece", 1.0), "lozenge": ("piece", 1.0),
    "minute": ("hour", 1 / 60), "hour": ("hour", 1.0), "day": ("day", 1.0), "week": ("day", 7.0), "month": ("month", 1.0),
    "year": ("month", 12.0), "time": ("time", 1.0), "dose": ("time", 1.0), "teaspoon": ("teaspoon", 1.0), "fold": ("fold", 1.0),
}  # fmt: skip
_DOSES = frozenset(["mg", "ml", "unit", "mmol", "meq", "piece", "puff", "drop", "spray", "patch", "teaspoon"])
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+)"
_NAMES = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=lambda unit: -len(unit)))
_BASES = r"kg|kilogram|m2|m²|m\^2|day|dose|hour|hr|h|min|minute|week|ml|l|dl|body weight|bsa"
_QUANTITY = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER}|half an?\b|(?:{'|'.join(_WORDS)})\b)"
    rf"(?:\s*(?:-|–|—|to|and|or)\s*(?P<high>{_NUMBER}))?"
    rf"(?:[\s\xa0-]*|-)(?P<unit>{_NAMES})(?:s|es|\(s\))?(?![a-zµμ])"
    rf"(?P<per>(?:\s*(?:/|per\s|a\s|each\s)\s*(?:{_BASES})(?![a-z])|\s+(?:for\s+)?(?:each|every)\s+(?:kg|kilogram|m2|m²)(?![a-z]))*)",
    re.IGNORECASE,
)
_PER = re.compile(rf"(?<![a-z])({_BASES})(?![a-z])", re.IGNORECASE)
_SAME = {"kilogram": "kg", "m²": "m2", "m^2": "m2", "bsa": "m2", "hr": "hour", "h": "hour", "minute": "min"}
_SMALL = "|".join([*UP_TO_TEN, "eleven", "twelve"])
_TIMES = rf"once|twice|thrice|(?P<count>{_SMALL}|\d{{1,2}})(?: or \w+| to \w+|-\d)? times"
_FREQUENCY = re.compile(
    rf"(?P<every>every (?P<other>other )?(?:(?P<hours>\d{{1,2}}|{_SMALL})[ -]hours?"
    rf"|(?P<days>\d{{1,2}}|{_SMALL})[ -](?P<of>day|week|month)s?"
    rf"|hour|day|night|morning|evening|week|month))"
    rf"|(?:(?P<times>{_TIMES})[ -]?(?:(?:a|per|each|every|/) ?)?(?P<unit>day|daily|night|week|weekly|month|monthly))"
    r"|(?P<both>\bmorning(?:s)? and (?:evening|night|bedtime)s?\b)|(?P<latin>\b(?:b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?d)\b)|"
    r"(?P<plain>\b(?:daily|nightly|weekly|monthly|at bedtime)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as a text states it; offsets are code points of that text."""

    start: int
    end: int
    low: float  # in the canonical unit
    high: float  # equal to low where no range is given
    unit: str  # mg, ml, unit, %, piece, hour, day, month …
    per: tuple[str, ...]  # kg, m2, ml …; per day is left out: it is said in too many ways

    @property
    def dose(self) -> bool:
        """Whether it is an amount of a medicine that somebody takes."""
        return self.unit in _DOSES and not {"ml", "l", "dl", "min"} & set(self.per)

    def same(self, other: Quantity) -> bool:
        """Whether both state the same amount."""
        return self.kind == other.kind and _near(self.low, other.low) and _near(self.high, other.high)

    def within(self, other: Quantity) -> bool:
        """Whether it states one end of the other's range, or a part of it."""
        return self.kind == other.kind and other.low * 0.999 <= self.low and self.high <= other.high * 1.001

    @property
    def kind(self) -> tuple[str, tuple[str, ...]]:
        """What it can be compared with."""
        return self.unit, self.per


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every amount with a unit, in order."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for found in _QUANTITY.finditer(text):
        unit, factor = _UNITS[" ".join(found["unit"].lower().split())]
        if unit == "time" and found["low"].lower() == "one":
            continue
        low = _value(found["low"])
        high = _value(found["high"]) if found["high"] else low
        per = tuple(sorted({_SAME.get(p.lower(), p.lower()) for p in _PER.findall(found["per"])} - {"day", "week", "dose", "body weight"}))
        yield Quantity(found.start(), found.end(), low * factor, high * factor, unit, per)


def frequencies(text: str) -> frozenset[float]:
    """How many times a day the text says, for each way it says so: 2.0 for twice daily, 1/7 for weekly."""
    return frozenset(_a_day(found) for found in _FREQUENCY.finditer(text))


def often(text: str) -> frozenset[float]:
    """How many times a day a text says that something is taken, where it counts: “daily” alone may speak of a total."""
    return frozenset(_a_day(found) for found in _FREQUENCY.finditer(text) if not found["plain"])


def _a_day(found: re.Match[str]) -> float:
    if found["both"]:
        return 2.0
    if found["latin"]:
        return {"b": 2.0, "t": 3.0}.get(found["latin"][0].lower(), 4.0 if "i" in found["latin"].lower() else 1.0)
    if found["plain"]:
        return {"weekly": 1 / 7, "monthly": 1 / 30}.get(found["plain"].lower(), 1.0)
    if found["every"]:
        if found["hours"]:
            return 24 / _value(found["hours"])
        if found["days"]:
            return 1 / (_value(found["days"]) * {"day": 1, "week": 7, "month": 30}[found["of"].lower()])
        if "hour" in found["every"].lower():
            return 24.0
        base = 1 / 7 if "week" in found["every"] else 1 / 30 if "month" in found["every"] else 1.0
        return base / 2 if found["other"] else base
    times = found["times"].lower()
    count = 1.0 if times == "once" else 2.0 if times == "twice" else 3.0 if times == "thrice" else _value(found["count"])
    unit = found["unit"].lower()
    return count / (7 if unit.startswith("week") else 30 if unit.startswith("month") else 1)


def _value(text: str) -> float:
    low = text.lower().split()[0]
    return float(_WORDS[low]) if low in _WORDS else float(low.replace(",", ""))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other), 1e-9)
