"""What patterns match: a sentence's norms between single spaces, with the text's drugs as @drug."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import add

from lint.types.text import Sentence, Word

DRUG = "@drug"
_HYPHENS = ("-", "–")
Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word: (the words after it, drug), longest first


def name_index(names: Iterable[tuple[str, str]]) -> Names:
    """Names of drugs, as (name, drug), by their first word; hyphens count as spaces."""
    index: dict[str, dict[tuple[str, ...], str]] = {}
    for name, drug in names:
        words = name.lower().replace("-", " ").split()
        if words:
            index.setdefault(words[0], {})[tuple(words[1:])] = drug
    return {first: tuple(sorted(rests.items(), key=lambda pair: -len(pair[0]))) for first, rests in index.items()}


def name_at(words: Sequence[Word], number: int, names: Names) -> tuple[str, int] | None:
    """The drug named by the words from `number` on, and the index after its name."""
    for rest, drug in names.get(words[number].norm, ()):
        at = number + 1
        for part in rest:
            if at < len(words) and words[at].norm in _HYPHENS:
                at += 1
            if at >= len(words) or words[at].norm != part:
                break
            at += 1
        else:
            return drug, at
    return None


def forms_of(words: Sequence[Word], norms: Sequence[str], names: Names) -> list[str]:
    """Each word's form in the line: its norm, @drug, or "" when it is left out; `norms` are the words'."""
    forms = list(norms)
    for number in [n for n, norm in enumerate(norms) if norm in names or norm in _HYPHENS]:
        norm = forms[number]
        if norm in names:
            named = name_at(words, number, names)
            if named is not None:
                forms[number : named[1]] = [DRUG, *[""] * (named[1] - number - 1)]
        elif norm in _HYPHENS and 0 < number < len(words) - 1 and _inside_word(words, number):
            forms[number] = ""
    return forms


def _inside_word(words: Sequence[Word], number: int) -> bool:
    """Whether a hyphen joins two words, or a number and a word: a range or a dash it is not."""
    before, mark, after = words[number - 1], words[number], words[number + 1]
    joined = before.end == mark.start and mark.end == after.start
    return joined and before.text[-1:].isalnum() and after.text[:1].isalpha()


def join(forms: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The line of some forms and where each begins in it; a form left out has the place of the next one."""
    kept = [form for form in forms if form]
    if len(kept) == len(forms):
        return " " + " ".join(kept) + " ", tuple(map(add, accumulate(map(len, forms), initial=1), range(len(forms))))
    offsets, at = [], 1
    for form in forms:
        offsets.append(at)
        if form:
            at += len(form) + 1
    return " " + " ".join(kept) + " ", tuple(offsets)


def words_at(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The words [first, last) whose forms stand in line[start:end]."""
    first = max(0, bisect_right(sentence.offsets, start) - 1)
    return first, max(first + 1, bisect_left(sentence.offsets, end))
