"""What a sentence says of two that it compares: “a lower risk in children than in adults”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lint.evidence.words import plain, stem

_THAN = re.compile(
    r"^(?P<before>.*?)\b(?:(?P<more>higher|greater|more|larger|stronger|longer|faster)|"
    r"lower|less|fewer|smaller|weaker|shorter|slower|rarer)\b(?P<between>[^.;]*?)\bthan\b(?P<after>[^.;,(:]*)",
    re.IGNORECASE,
)
_SMALL = frozenset("in of the a an for with to by that it is are on than at among those have has".split())


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison with “than”."""

    more: bool  # whether the first is said to be or have more
    before: frozenset[str]  # stems of the words before “than”
    after: frozenset[str]  # stems of the words after it


def compared(text: str) -> Compared | None:
    """The first comparison of a sentence, or None; one with an amount after “than” is a limit, and no comparison."""
    found = _THAN.match(text) if "than" in text else None
    if found is None or any(character.isdigit() for character in found["after"]):
        return None
    return Compared(found["more"] is not None, _stems(found["before"] + found["between"]), _stems(found["after"]))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(form) for form in plain(" ".join(re.findall(r"[a-z-]+", words.lower()))) if form not in _SMALL)
