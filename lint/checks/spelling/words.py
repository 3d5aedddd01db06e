"""The words of a document that need a look: no numbers, addresses, units, abbreviations, code or other languages.

Nearly all words of a text are right wherever they stand. So each chunk without spaces is looked into once for a run, and a text
costs one look-up for each of its chunks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lint.language.foreign import is_foreign
from lint.language.tokens import places_of
from lint.types.text import Block, Span, Text

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(
    r"(?:https?:|www\.|\w+@\w)|\w\.(?:com|org|gov|net|edu|uk|eu|info|io)\b|[/\\]\w+[/\\]|^(?:\w+[.])+\w{2,4}$|\w[_@#]\w|^[#@]",
    re.IGNORECASE,
)  # fmt: skip
_LONGEST = 60  # letters; a longer run is no word
_ACRONYM = 6  # capitals; a longer word in capitals is judged
_SENTENCE_END = re.compile(r"[.!?:•\n\"“]\s*$|[–—-]\s+$")
_ROMAN = re.compile(r"[ivx]+", re.IGNORECASE)
_SOFT = "\u00ad\u200b\u200c\u200d\u2060"
_NEXT = 2  # characters between words of which one follows the other
_REMEMBERED = 200_000  # chunks; then what is known of them begins anew


_Placed = tuple[int, str]  # a chunk, and where it begins


class Candidate(NamedTuple):
    """A word to judge, and how it stands in its text."""

    text: str
    start: int
    end: int
    block: int  # index into Document.blocks
    opens: bool  # whether it begins a sentence, heading or list item, so that its capital says nothing
    before: str = ""  # the mark that joins it to the word before: - or /
    after: str = ""  # … to the word after
    follows: str = ""  # where it has a capital: the word directly before it

    @property
    def low(self) -> str:
        """In lower case, without the possessive."""
        return low_of(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital where none is due: a name, or a word in a title."""
        return self.text[0].isupper() and not self.opens


class Part(NamedTuple):
    """A word of a chunk; see Candidate."""

    start: int
    end: int
    text: str
    before: str
    after: str


class Chunk(NamedTuple):
    """What a run of characters without spaces holds, wherever it stands."""

    tokens: tuple[str, ...]  # its words and marks, in lower case and with plain apostrophes: quick to see what stands beside what
    found: tuple[tuple[Part, ...], bool] | None  # the words that need a look, and whether one that English does not know is in it


@dataclass(frozen=True, slots=True)
class Sieve:
    """Tells words that need a look from those that are right wherever they stand."""

    known: Callable[[str], bool]
    right: Callable[[str], bool]  # whether a word in lower case is spelt right, in every English alike
    chunks: dict[str, Chunk]  # what was found before, for all texts

    def look(self, chunk: str) -> Chunk:
        """What a chunk holds that was not met before."""
        odd = not all(map(self.known, _LETTERS.findall(chunk)))
        parts = tuple(part for part in _in_chunk(chunk) if self._needs_look(part.text))
        found = Chunk(_tokens(chunk), (parts, odd) if parts or odd else None)
        if len(chunk) <= 3 * _LONGEST:
            if len(self.chunks) > _REMEMBERED:
                self.chunks.clear()
            self.chunks[chunk] = found
        return found

    def _needs_look(self, word: str) -> bool:
        """Whether a word is wrong or may help to judge another one: a name, or the same word with another ending."""
        return not word[0].islower() or "'" in low_of(word) or not self.right(word)


@dataclass(frozen=True, slots=True)
class Found:
    """What a document holds that needs a look, and what it is made of."""

    words: list[Candidate] = field(default_factory=list)  # in order
    foreign: list[Span] = field(default_factory=list)  # lines in other languages
    odd: set[int] = field(default_factory=set)  # the blocks with a word that English does not know
    tokens: list[list[str]] = field(default_factory=list)  # of each block; see Chunk


def candidates(text: Text, sieve: Sieve) -> Found:
    """The words of the document's blocks that a spell check must judge, in order, without those in other languages."""
    found, before, seen, source = Found(), None, sieve.chunks, text.document.text
    for number, block in enumerate(text.document.blocks):
        tokens: list[str] = []
        for line in _LINE.finditer(source, block.start, block.end):
            words: list[Candidate] = []
            odd = False
            chunks = line[0].split()
            if not chunks:
                continue
            known = [seen.get(chunk) or sieve.look(chunk) for chunk in chunks]
            tokens += [token for own, _ in known for token in own]
            places = list(zip(places_of(line[0], chunks, line.start()), chunks, strict=True))
            for at, (_, look) in enumerate(known):
                if look is not None:
                    odd = odd or look[1]
                    near = places[at - 1] if at else before
                    words += [_candidate(source, number, block, places[at], part, near) for part in look[0]]
            before = places[-1]
            if odd:
                found.odd.add(number)
                if is_foreign(line[0], sieve.known):
                    found.foreign.append(Span(*line.span()))
                    before = None
                    continue
            found.words.extend(words)
        found.tokens.append(tokens)
    return found


def _tokens(chunk: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(chunk.replace("İ", "i").lower().replace("’", "'")))


def low_of(word: str) -> str:
    """A word in lower case, without the possessive."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _candidate(text: str, number: int, block: Block, chunk: _Placed, part: Part, before: _Placed | None) -> Candidate:
    at, said = chunk
    start, word, opens, follows = at + part.start, part.text, False, ""
    if word[0].isupper():
        near = text[max(block.start, start - 3) : start]
        opens = block.kind == "heading" or start == block.start or not near.strip() or bool(_SENTENCE_END.search(near))
        follows = _before(at, said, part, before)
    return Candidate(word, start, at + part.end, number, opens, part.before, part.after, follows)


def _before(at: int, chunk: str, part: Part, before: _Placed | None) -> str:
    """The word directly before a part of the chunk at `at`, which may stand in the chunk `before` it; "" where there is none."""
    earlier = [other for other in _in_chunk(chunk) if other.end <= part.start]
    place = at
    if not earlier and before is not None:
        place, earlier = before[0], list(_in_chunk(before[1]))
    near = bool(earlier) and 0 < at + part.start - place - earlier[-1].end <= _NEXT
    return earlier[-1].text if near else ""


@lru_cache(maxsize=20_000)
def _in_chunk(chunk: str) -> tuple[Part, ...]:
    """The words of a chunk without spaces that can be judged."""
    if len(chunk) > 3 * _LONGEST or _ADDRESS.search(chunk.strip(".,;:!?()[]\"'“”’")):
        return ()
    return tuple(
        Part(
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
