"""Words between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.types.text import Scope, Word

LONGEST = 150  # words; a mark whose partner is further off is an inch or a slip


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one block as word ranges, in order; they do not overlap."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def within(self, first: int, last: int) -> Iterator[Scope]:
        """The scopes of a sentence of words [first, last), counted from its first word."""
        for number in range(bisect_right(self.lasts, first), bisect_left(self.firsts, last)):
            yield Scope("quoted", max(self.firsts[number], first) - first, min(self.lasts[number], last) - first)


_NONE = Quotations((), ())


def quoted(words: Sequence[Word], norms: Sequence[str]) -> Quotations:
    """The words between each pair of double quotation marks of a block; `norms` are the words'."""
    if '"' not in norms:
        return _NONE
    marks = [number for number, norm in enumerate(norms) if norm == '"']
    firsts, lasts, at = [], [], 0
    while at + 1 < len(marks):
        opening, closing = marks[at], marks[at + 1]
        if closing - opening > LONGEST or words[opening].text in "”»" or words[closing].text in "“«":
            at += 1
            continue
        if closing > opening + 1:
            firsts.append(opening + 1)
            lasts.append(closing)
        at += 2
    return Quotations(tuple(firsts), tuple(lasts))
