"""Where sentences end: block borders, . ! ? with what closes after them, bullets and stems that end in a colon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.types.text import Word

LONGEST = 150  # words; longer sentences are cut at a mark
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset([")", "]", "}", '"', "'", "”", "’", "»", "*", "_"])
_BULLETS = frozenset("•▪●◦‣∙○■□►➢✓✔☐✗·")
_LINE_BULLETS = frozenset(["-", "–", "—", "*", "o", "+"])
_BREAKS = frozenset([",", ";", ":", "—", "–", ")"])
_LOOKED_AT = _ENDS | _BULLETS | _LINE_BULLETS | {":"}  # last characters of all norms at which a sentence may end or an item begin


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What stands before a full stop that ends no sentence; see rules/language/sentences.yaml."""

    never_end: frozenset[str]
    may_end: frozenset[str]
    with_number: frozenset[str]
    letter_names: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, Mapping[str, Iterable[str]]]) -> Abbreviations:
        """From the file's lists."""
        names = ("abbreviations", "may-end", "with-number", "letter-names")
        return cls(*(frozenset(lists.get(name, {}).get("", ())) for name in names))


def sentence_ranges(words: Sequence[Word], norms: Sequence[str], text: str, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """The sentences of one block as word ranges [first, last), in order; none is longer than LONGEST. `norms` are the words'."""
    first = 0
    for last in (*_borders(words, norms, text, abbreviations), len(words)):
        while last - first > LONGEST:
            middle = _middle(words, first)
            yield first, middle
            first = middle
        if last > first:
            yield first, last
            first = last


def _middle(words: Sequence[Word], first: int) -> int:
    """Where to cut a sentence that is too long: after the last mark in the second half of what is allowed."""
    for number in range(first + LONGEST - 1, first + LONGEST // 2, -1):
        if words[number].norm in _BREAKS:
            return number + 1
    return first + LONGEST


def _borders(words: Sequence[Word], norms: Sequence[str], text: str, abbreviations: Abbreviations) -> Iterator[int]:
    """Indexes of words that begin a new sentence."""
    begun, count, past = 0, len(words), 0
    for number in [n for n, norm in enumerate(norms) if norm[-1:] in _LOOKED_AT]:
        if number < past:
            continue
        norm = norms[number]
        if number > begun and _begins_item(words, number, text):
            begun = number
            yield number
        if norm[-1] in _ENDS or norm == ":":
            past = _after_closers(words, number + 1)
            if past < count and _ends(words, number, past, begun, text, abbreviations):
                begun = past
                yield past


def _after_closers(words: Sequence[Word], number: int) -> int:
    """Past the marks that close or repeat the one before `number` and stand directly after it."""
    while number < len(words) and words[number].start == words[number - 1].end and (
        words[number].norm in _CLOSERS or words[number].norm[:1] in _ENDS
    ):  # fmt: skip
        number += 1
    return number


def _begins_item(words: Sequence[Word], number: int, text: str) -> bool:
    norm = words[number].norm
    if norm in _BULLETS:
        return True
    return norm in _LINE_BULLETS and "\n" in text[words[number - 1].end : words[number].start]


def _ends(words: Sequence[Word], number: int, after: int, begun: int, text: str, abbreviations: Abbreviations) -> bool:
    """Whether the mark at `number` ends a sentence, when words[after] is what follows it and its closers."""
    mark, following = words[number], words[after]
    gap = text[words[after - 1].end : following.start]
    if mark.norm == ":":
        return "\n" in gap
    capital = following.text[:1].isupper() or following.text[:1] in "\"“‘'([•-*" or following.text[:1].isdigit()
    if mark.norm[-1] in "!?":
        return bool(gap) and (capital or after == number + 1)
    if mark.norm == "…" or mark.norm.endswith(".."):
        return bool(gap) and capital
    if mark.norm != ".":
        return bool(gap) and _abbreviation_ends(mark.norm.rstrip("."), words, number, after, abbreviations)
    if not gap:
        return following.text[:1].isupper() and words[number - 1].text.islower() and after == number + 1
    before = words[number - 1] if number > begun else None
    if before is None or before.end != mark.start:
        return capital
    if number - begun == 1 and (before.norm.isdigit() or len(before.norm) == 1):
        return False  # the number of a list item
    if before.norm in abbreviations.with_number and following.text[:1].isdigit():
        return False
    if before.norm in abbreviations.never_end or before.norm in abbreviations.may_end:
        return _abbreviation_ends(before.norm, words, number - 1, after, abbreviations)
    return capital or after == number + 1 or words[after - 1].norm in ('"', ")")


def _abbreviation_ends(name: str, words: Sequence[Word], number: int, after: int, abbreviations: Abbreviations) -> bool:
    """Whether the full stop of an abbreviation, words[number], also ends its sentence."""
    following = words[after].text
    if name in abbreviations.never_end or not following[:1].isupper():
        return False
    if name in abbreviations.may_end:
        return True
    if len(name) == 1 and name.isalpha():
        back = number - 2 if number > 1 and words[number - 1].norm == "-" else number - 1
        return back >= 0 and words[back].norm in abbreviations.letter_names
    # U.K., U.S., E.U.: before a name they belong to it, before a small word that is capitalised they end.
    return words[after].norm in _OPENERS


_OPENERS = frozenset(
    "the a an it this that these those if when you your do does is are in for he she they we i talk tell ask call take "
    "there some most many no not never please always because however".split()
)
