"""Stopping at will: “you can stop whenever you feel better”, where the label says not to, or only step by step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.evidence import LabelSearch
from lint.types.text import Sentence

_STOPPED = re.compile(
    r" (?:can|may|could|fine to|safe to|okay to|ok to)(?: \w+){0,3}"
    r" (?:stop|stopped|discontinue|discontinued|quit|come off|give up|given up)(?: [.,]| (?:taking|using|treatment|it|them|@drug|the|this"
    r"|your|at|by|whenever|any|from|over|overnight|suddenly|abruptly|when|as|once)\b)"
)
_AGAINST = re.compile(
    r"\b(?:not|never) (?:suddenly |abruptly )?stop (?:taking|using|the|your|this|treatment|suddenly|abruptly)\b"
    r"|\bnot be (?:stopped|discontinued|withdrawn) (?:abruptly|suddenly|without)"
    r"|\babrupt(?:ly)? (?:\w+ ){0,2}(?:discontinu|stop|withdraw|cessat)|\bwithdrawn gradually\b|\bavoid abrupt",
    re.IGNORECASE,
)
_OTHER_MATTERS = frozenset(["studies", "pharmacology", "adverse-reactions", "overdose", "description", "product"])  # sections of a label


def stops_at_will(sentence: Sentence) -> bool:
    """Whether a sentence of a text, which allows something, allows stopping."""
    return _STOPPED.search(sentence.line) is not None


def against_stopping(search: LabelSearch) -> int | None:
    """The label's first sentence against stopping at will."""
    found: int | None = search.kept("against stopping", lambda: next(_against(search), None))
    return found


def _against(search: LabelSearch) -> Iterator[int]:
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) not in _OTHER_MATTERS and _AGAINST.search(search.said(sentence)):
            yield number
