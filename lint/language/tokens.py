"""From characters to tokens: spaCy's, but each space-free chunk of a document is cut once and only if it is language.

spaCy takes time quadratic in the length of a chunk of brackets, so what cannot be language never reaches it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol

Cut = tuple[int, int, str]  # start and end in the chunk, and the token's plain text
LONGEST_WORD = 200  # characters without a space; more are one opaque word
OPAQUE = "@opaque"
_CHUNK = re.compile(r"\S+")
_BATCH = 50_000  # characters given to spaCy at once
# Rulers of equal marks, and runs of marks that no sentence has.
_MARKS = re.compile(r"([^\w\s]|_)\1{3,}|[^\w\s]{12,}")
_SEPARATORS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"  # marks of writing direction
_SILENT = "\u200d\ufe0e\ufe0f\u00ae\u2122\u00a9\u2120\u2028\u2029" + _DIRECTION  # joiners, variation selectors, ® ™ ©
_PLAIN = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys(_SEPARATORS + _SILENT, " "),
}
_FANCY = re.compile(f"[{''.join(_PLAIN)}]")
# spaCy takes "):" and "8)" for faces; in these texts they are marks.
_FACE = re.compile(r"[()\[\]:;]")
_APART = re.compile(r"\w+|[^\w\s]")
_RANGE_DASH = re.compile(r"[–−](?<=\d.)(?=\d)")


class Token(Protocol):
    """A token of spaCy's."""

    @property
    def idx(self) -> int:
        """Where it begins in the text that was tokenised."""

    def __len__(self) -> int: ...


Tokenizer = Callable[[str], Iterable[Token]]


def plain(text: str) -> str:
    """The text with plain quotes, hyphens and spaces, character for character, so that offsets stay."""
    if text.isascii():
        return text.replace("`", "'")  # the only such sign there is
    return _RANGE_DASH.sub("-", _FANCY.sub(lambda sign: _PLAIN[sign[0]], text))


def places_of(passage: str, chunks: Sequence[str], start: int) -> list[int]:
    """Where each chunk of a passage begins, its `split()` in order; the passage begins at `start`."""
    steps = [len(chunk) + 1 for chunk in chunks]
    if sum(steps) == len(passage) + 1:  # one space or line end between any two, and none around them
        return list(accumulate(steps[:-1], initial=start))
    return [start + chunk.start() for chunk in _CHUNK.finditer(passage)]


def cut(chunks: Iterable[str], tokenizer: Tokenizer) -> Iterator[tuple[str, tuple[Cut, ...]]]:
    """The tokens of each chunk, in linear time; a chunk of over LONGEST_WORD characters becomes the one token OPAQUE."""
    wanted: list[tuple[str, int, str]] = []  # chunk, offset in it, and a part that is language
    found: dict[str, list[Cut]] = {}
    for chunk in chunks:
        found[chunk] = cuts = []
        for start, part in _parts(chunk):
            if len(part) > LONGEST_WORD:
                cuts.append((start, start + len(part), OPAQUE))
            elif _MARKS.match(part):
                cuts.append((start, start + len(part), part[:3] if len(set(part)) == 1 else OPAQUE))
            else:
                wanted.append((chunk, start, part))
    for chunk, start, tokens in _tokenized(wanted, tokenizer):
        found[chunk] += [(start + first, start + last, text) for first, last, text in tokens]
    for chunk, cuts in found.items():
        yield chunk, tuple(sorted(cuts))


def _parts(chunk: str) -> Iterator[tuple[int, str]]:
    at = 0
    for marks in _MARKS.finditer(chunk):
        if marks.start() > at:
            yield at, chunk[at : marks.start()]
        yield marks.start(), marks.group()
        at = marks.end()
    if at < len(chunk):
        yield at, chunk[at:]


def _tokenized(parts: list[tuple[str, int, str]], tokenizer: Tokenizer) -> Iterator[tuple[str, int, list[Cut]]]:
    """spaCy's tokens of the parts; many parts go to it in one call, with spaces between."""
    batch: list[tuple[str, int, str]] = []
    size = 0
    for part in parts:
        batch.append(part)
        size += len(part[2]) + 1
        if size > _BATCH:
            yield from _one_call(batch, tokenizer)
            batch, size = [], 0
    if batch:
        yield from _one_call(batch, tokenizer)


def _one_call(batch: list[tuple[str, int, str]], tokenizer: Tokenizer) -> Iterator[tuple[str, int, list[Cut]]]:
    text = " ".join(part for _, _, part in batch)
    ends: list[tuple[int, int]] = []
    for token in tokenizer(text):
        first, last = token.idx, token.idx + len(token)
        if last - first < 6 and _FACE.search(text, first, last) and last - first > 1:
            ends += [mark.span() for mark in _APART.finditer(text, first, last)]
        else:
            ends.append((first, last))
    at, number = 0, 0
    for chunk, start, part in batch:
        cuts: list[Cut] = []
        while number < len(ends) and ends[number][1] <= at + len(part):
            first, last = ends[number]
            cuts.append((first - at, last - at, text[first:last]))
            number += 1
        yield chunk, start, cuts
        at += len(part) + 1
