"""A sentence's line: its forms, and the words they came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from lint.rulebook.pattern import COMMON, PREFIX, Item
from lint.types.text import Sentence

Place = tuple[int, int, int, int]  # words of the sentence, half-open: what matched, and what of it is quoted


class Line:
    """A line of forms between single spaces, and the words they came from."""

    def __init__(self, line: str, offsets: Sequence[int]) -> None:
        """`offsets`: where each word's first form begins in the line."""
        self.line = line
        self.offsets = offsets
        self.forms = line.split()

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The forms at which each form, and each beginning of one, stands."""
        found: dict[str, list[int]] = {}
        for at, form in enumerate(self.forms):
            found.setdefault(form, []).append(at)
            found.setdefault(form[:PREFIX] + "*", []).append(at)
        return found

    @cached_property
    def starts(self) -> list[int]:
        """Where each form begins in the line, and the line's end."""
        return list(accumulate((len(form) + 1 for form in self.forms), initial=1))

    def place(self, begin: int, stop: int, opened: int, closed: int) -> Place:
        """The words of a stretch of the line and of its marked part, -1 where nothing is marked; offsets are those of forms."""
        offsets = self.offsets
        first, last = bisect_right(offsets, begin) - 1, bisect_right(offsets, stop - 2)
        if 0 <= opened < closed:
            return first, last, bisect_right(offsets, opened) - 1, bisect_right(offsets, closed - 2)
        return first, last, first, last


def tail_end(item: Item, forms: list[str], at: int) -> int:
    """Where a last gap ends: at its stop, its length or the last word that says something."""
    end = at
    while end < len(forms) and end - at < item.most and forms[end] not in item.words:
        end += 1
    while end > at and (forms[end - 1] in COMMON or not forms[end - 1][0].isalnum()):
        end -= 1
    return end


def words_of(sentence: Sentence, forms: Sequence[str]) -> list[int]:
    """For each form of a sentence's line the word it came from; a word may have given several forms or none."""
    found, offset = [], 1
    for form in forms:
        found.append(max(0, bisect_right(sentence.offsets, offset) - 1))
        offset += len(form) + 1
    return found
