"""A sentence's line: its forms, and the words they came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from lint.rulebook.pattern import COMMON, Item
from lint.types.text import Sentence

Place = tuple[int, int, int, int]  # words of the sentence, half-open: what matched, and what of it is quoted


class Line:
    """A line of forms between single spaces, and the words they came from."""

    __slots__ = ("forms", "line", "offsets", "starts", "words")

    def __init__(self, line: str, offsets: Sequence[int]) -> None:
        """`offsets`: where each word's first form begins in the line."""
        self.line = line
        self.offsets = offsets
        self.forms = line.split()
        self.starts = list(accumulate([len(form) + 1 for form in self.forms], initial=1))  # of each form in the line, and its end
        self.words: Sequence[int] = ()  # for each form the word it came from, once that is asked for

    def place(self, first: int, last: int, opened: int, closed: int) -> Place:
        """The words of the forms [first, last) and of the marked ones among them; -1: nothing is marked."""
        words = self.words or self._words()
        begin, end = words[first], words[last - 1] + 1
        if 0 <= opened < closed:
            return begin, end, words[opened], words[closed - 1] + 1
        return begin, end, begin, end

    def _words(self) -> Sequence[int]:
        starts, offsets = self.starts, self.offsets
        if len(starts) == len(offsets) + 1 and starts[:-1] == [*offsets]:
            self.words = range(len(offsets))  # each word has given one form, as nearly always
        else:
            self.words = [bisect_right(offsets, start) - 1 for start in starts]
        return self.words


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
