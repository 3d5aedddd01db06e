"""Letters of another alphabet that look like ours, and characters inside words that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.types.review import Finding
from lint.types.text import Span, Text

_UNSEEN = {
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width joint",
    "\u200d": "a zero-width joint",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһʏԛԝАВЕКМНОРСТХІЈЅοαιυνρΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "aeopcyxijsdhyqwABEKMHOPCTXIJSoaiuvpABEHIKMNOPTYXZ")
_UNUSUAL = re.compile(rf"[^\x00-\x7f\W\d_]|[{''.join(_UNSEEN)}]")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{''.join(_UNSEEN)}](?=[^\W\d_]))*")


def find(text: Text, brief: Brief) -> Iterator[Finding]:
    """The words with such a letter or character; a word wholly of another alphabet is left alone."""
    if text.document.text.isascii() or not _UNUSUAL.search(text.document.text):
        return
    rule = brief.rulebook.rule("hidden-character")
    for block in text.document.blocks:
        if not _UNUSUAL.search(text.document.text, block.start, block.end):
            continue
        for match in _WORD.finditer(text.document.text, block.start, block.end):
            word = match[0]
            if word.isascii():
                continue
            unseen = [name for mark, name in _UNSEEN.items() if mark in word]
            plain = "".join(c for c in word if c not in _UNSEEN)
            latin = plain.translate(_LOOKALIKES)
            if not unseen and (latin == plain or not _mixes(plain)):
                continue
            what = unseen[0] if unseen else f"a {_alphabet(plain)} letter that looks like one of ours"
            yield finding(text, rule, Span(*match.span()), suggestions=(latin,), fields=[("what", what), ("plain", latin)])


def _mixes(word: str) -> bool:
    """Whether a word has letters of both the Latin and another alphabet, and reads as a word in ours."""
    ours = sum(unicodedata.name(c, "").startswith("LATIN") for c in word)
    return 2 <= ours < len(word) and all(unicodedata.name(c, "").startswith("LATIN") for c in word.translate(_LOOKALIKES))


def _alphabet(word: str) -> str:
    other = next(unicodedata.name(c, "") for c in word if not unicodedata.name(c, "").startswith("LATIN"))
    return other.split()[0].capitalize()
