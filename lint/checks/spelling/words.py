"""The words of a document that can be misspelt: no numbers, addresses, units, abbreviations, code or other languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lint.language.foreign import is_foreign
from lint.types.text import Document, Span, Text

_CHUNK = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ADDRESS = re.compile(
    r"(?:https?:|www\.|\w+@\w)|\w\.(?:com|org|gov|net|edu|uk|eu|info|io)\b|[/\\]\w+[/\\]|^(?:\w+[.])+\w{2,4}$|\w[_@#]\w|^[#@]",
    re.IGNORECASE,
)  # fmt: skip
_LONGEST = 60  # letters; a longer run is no word
_ACRONYM = 6  # capitals; a longer word in capitals is judged
_SENTENCE_END = re.compile(r"[.!?:•\n\"“]\s*$|[–—-]\s+$")
_ROMAN = re.compile(r"[ivx]+", re.IGNORECASE)
_SOFT = "\u00ad\u200b\u200c\u200d\u2060"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word to judge, and how it stands in its text."""

    text: str
    start: int
    end: int
    block: int  # index into Document.blocks
    opens: bool  # whether it begins a sentence, heading or list item, so that its capital says nothing
    before: str = ""  # the mark that joins it to the word before: - or /
    after: str = ""  # … to the word after

    @property
    def low(self) -> str:
        """In lower case, without the possessive."""
        return self.text.lower().replace("’", "'").removesuffix("'s")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital where none is due: a name, or a word in a title."""
        return self.text[0].isupper() and not self.opens


def candidates(text: Text, known: Callable[[str], bool]) -> tuple[list[Candidate], list[Span]]:
    """Every word of the document's blocks that a spell check can judge, in order, and the lines in other languages."""
    document, found, foreign = text.document, list[Candidate](), list[Span]()
    for number, block in enumerate(document.blocks):
        for line in _LINE.finditer(document.text, block.start, block.end):
            if is_foreign(line[0], known):
                foreign.append(Span(*line.span()))
            else:
                found += _in_line(document, number, block.start, line.start(), line.end())
    return found, foreign


def _in_line(document: Document, number: int, first: int, start: int, end: int) -> Iterator[Candidate]:
    text, heading = document.text, document.blocks[number].kind == "heading"
    for chunk in _CHUNK.finditer(text, start, end):
        at = chunk.start()
        for begin, last, word, joint_before, joint_after in _in_chunk(chunk[0]):
            before = text[max(first, at + begin - 3) : at + begin]
            opens = heading or at + begin == first or not before.strip() or bool(_SENTENCE_END.search(before))
            yield Candidate(word, at + begin, at + last, number, opens, joint_before, joint_after)


@lru_cache(maxsize=100_000)
def _in_chunk(chunk: str) -> tuple[tuple[int, int, str, str, str], ...]:
    """The words of a chunk without spaces that can be judged: start, end, word, and the marks that join it to its neighbours."""
    if len(chunk) > 3 * _LONGEST or _ADDRESS.search(chunk.strip(".,;:!?()[]\"'“”’")):
        return ()
    return tuple(
        (
            word.start(),
            word.end(),
            word[0],
            _joint(chunk[max(0, word.start() - 1) : word.start()]),
            _joint(chunk[word.end() : word.end() + 1]),
        )
        for word in _WORD.finditer(chunk)
        if _judged(chunk, word.start(), word.end())
    )


def _joint(mark: str) -> str:
    return "-" if mark in "-‐‑–" and mark else mark if mark == "/" else ""


def _judged(text: str, start: int, end: int) -> bool:
    """Whether letters stand alone: not part of a number, code or symbol, and not a short or capital abbreviation."""
    word = text[start:end]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        len(word) > _LONGEST
        or before.isdigit()
        or after.isdigit()
        or (before and before in "_@#&.\\" + _SOFT)
        or (after and after in "_\\" + _SOFT)
    ):
        return False
    letters = word.replace("'", "").replace("’", "")
    if len(letters) < 3 or (letters.isupper() and len(letters) <= _ACRONYM) or not letters.isalpha() or _ROMAN.fullmatch(letters):
        return False
    inner = letters.removesuffix("s")[1:]
    return letters.isupper() or not any(c.isupper() for c in inner) or letters[:2] in ("Mc", "Ma")
