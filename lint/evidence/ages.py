"""Ages in a sentence: from which, or up to which, and whether they are let in or kept out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lint.evidence.numbers import UP_TO_TEN

_NUMBERS = {**UP_TO_TEN, "twelve": 12, "eighteen": 18}
_N = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_UNIT = "years?|months?"
_NO_AMOUNT = (
    r"(?![\d.,]*\d|\s*(?:mg|ml|g\b|kg|%|weeks?|days?|hours?|minutes?|°|times?|tablets?|doses?|in\b|people|mmol|units?|micrograms?))"
)
_OLD = re.compile(
    rf"\b(?P<below>under|below|younger than|less than|up to)(?: the age of| age)?\s+(?P<n>{_N})(?:[ -](?P<unit>{_UNIT}))?\b{_NO_AMOUNT}"
    r"|\b(?:over|above|older than|from(?: the)?(?: age(?: of)?)?|at least|aged?|ages|≥)\s*"
    rf"(?P<m>{_N})(?:[ -](?P<munit>{_UNIT}))?\b{_NO_AMOUNT}"
    rf"|\b(?P<k>{_N})\s+(?P<kunit>{_UNIT})(?: of age| old)?,?\s+(?:and|or)\s+(?P<dir>older|over|above|up\w*|younger|under)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:child\w*|adolescen\w*|teen\w*|kids|bab(?:y|ies)|infants?|toddlers?|boys|girls|years?|months?|aged?|paediatric|pediatric|"
    r"anyone|adults|people|patients)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|cannot|can['’]t|don['’]t|doesn['’]t|shouldn['’]t|mustn['’]t|without|unless|avoid\w*|unknown|nobody|contraindicated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Age:
    """One limit of age."""

    years: float
    above: bool  # from this age on, not below it
    barred: bool  # the sentence denies something to them, or of them

    def borne_out_by(self, other: Age) -> bool:
        """Whether another limit says the same: from 8 on, or not below 8."""
        same = abs(self.years - other.years) < 0.01
        return same and (self.above == other.above) == (self.barred == other.barred)


def ages(text: str) -> tuple[Age, ...]:
    """The limits of age that a text gives, sentence by sentence; empty where it speaks of nobody's age."""
    found = []
    for part in re.split(r"(?<=[.;!?])\s+|\n", text):
        barred = _NOT.search(part) is not None
        if _PEOPLE.search(part):
            found += [_age(match, barred) for match in _OLD.finditer(part)]
    return tuple(found)


def _age(match: re.Match[str], barred: bool) -> Age:
    number = match["n"] or match["m"] or match["k"]
    unit = match["unit"] or match["munit"] or match["kunit"] or "years"
    years = float(_NUMBERS.get(number.lower(), 0) or number) / (12 if unit.lower().startswith("month") else 1)
    below = match["below"] or (match["dir"] or "").lower() in ("younger", "under")
    return Age(years, not below, barred)
