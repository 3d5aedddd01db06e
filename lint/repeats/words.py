"""The words of a passage, and which of them say what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lint.stems import stem

# Words without which a sentence still says what it is about.
_EMPTY = frozenset(
    "a about after all also an and any are as at be because been before being but by can could did do does during each even for from had "
    "has have having he her his how however i if in into is it its may might more most much must my no nor not now of on once only or "
    "other our out over own same she should so some such than that the their them then there these they this those through to too under "
    "until up very was we were what when where which while who whom why will with would you your @drug 's , . ; :".split()
)


@lru_cache(maxsize=20_000)  # asked several times for each sentence, and for those that many texts have
def forms_of(line: str) -> tuple[str, ...]:
    """The words of a sentence's line, without punctuation."""
    return tuple([form.rstrip("-") for form in line.split() if form[0].isalnum() or form[0] == "@"])


def content(forms: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that say what a passage is about, in order."""
    return tuple(stem(form) for form in forms if form not in _EMPTY)
