"""The words of a document that can be misspelt: no numbers, addresses, units, abbreviations or code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lint.types.text import Text

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?:|www\.|\w+@\w)|\w\.(?:com|org|gov|net|edu|uk|eu|info|io)\b|[/\\]\w+[/\\]|\w+\.\w{2,4}$", re.IGNORECASE)
_LONGEST = 60  # letters; a longer run is no word
_SENTENCE_END = re.compile(r"[.!?:•\n\"“(]\s*$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word to judge, and how it stands in its text."""

    text: str
    start: int
    end: int
    block: int  # index into Document.blocks
    opens: bool  # whether it begins a sentence, heading or list item, so that its capital says nothing

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital where none is due: a name, or a word in a title."""
        return self.text[0].isupper() and not self.opens


def candidates(text: Text) -> Iterator[Candidate]:
    """Every word of the document's blocks that a spell check can judge, in order."""
    document = text.document
    for number, block in enumerate(document.blocks):
        for chunk in _CHUNK.finditer(document.text, block.start, block.end):
            if len(chunk[0]) > 3 * _LONGEST or _ADDRESS.search(chunk[0].rstrip(".,;:!?)\"'”’")):
                continue
            for word in _WORD.finditer(document.text, chunk.start(), chunk.end()):
                if _judged(document.text, word.start(), word.end()):
                    before = document.text[max(block.start, word.start() - 3) : word.start()]
                    opens = word.start() == block.start or not before.strip() or bool(_SENTENCE_END.search(before))
                    yield Candidate(word[0], word.start(), word.end(), number, opens or block.kind == "heading")


def _judged(text: str, start: int, end: int) -> bool:
    """Whether letters stand alone: not part of a number, code or symbol, and not a short or capital abbreviation."""
    word = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if len(word) > _LONGEST or before.isdigit() or after.isdigit() or (before in "_@#&" and before) or after == "_":
        return False
    letters = word.replace("'", "").replace("’", "")
    if len(letters) < 3 or (letters.isupper() and len(letters) <= 6) or (not letters.isascii() and not letters.isalpha()):
        return False
    inner = letters[1:]
    return letters.isupper() or not any(c.isupper() for c in inner) or letters[:2] in ("Mc", "Ma")


def names(words: list[Candidate]) -> frozenset[str]:
    """Lower-case forms of words that are written with a capital wherever no capital is due: names."""
    seen, capital = Counter[str](), Counter[str]()
    for word in words:
        if not word.opens:
            low = word.text.lower()
            seen[low] += 1
            capital[low] += word.text[0].isupper()
    return frozenset(low for low, count in capital.items() if count == seen[low] and count)
