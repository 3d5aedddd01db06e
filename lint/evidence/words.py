"""Words of patients and words of labels for one thing, brought to one stem (rules/words/lay-professional.txt)."""

from __future__ import annotations

from functools import cache, lru_cache

from lint import stems
from lint.data import data_rows


def plain(line: str) -> list[str]:
    """The words of a sentence's line, each run that has another name in labels as one word: “by mouth” becomes “oral”."""
    forms, runs, found, at = line.split(), _runs(), list[str](), 0
    while at < len(forms):
        run = next((run for run in runs.get(forms[at], ()) if tuple(forms[at : at + len(run[0])]) == run[0]), None)
        found.append(run[1] if run else forms[at])
        at += len(run[0]) if run else 1
    return found


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """A word's stem; words for the same thing have the same one."""
    own = stems.stem(form)
    return _stems().get(own, own)


@cache
def stems_for(words: str) -> frozenset[str]:
    """The stems of some words between spaces, and of the words that are put for them."""
    return frozenset(one for word in words.split() for one in (stem(word), stems.stem(word)))


@cache
def _pairs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((first, tuple(others)) for first, *others in data_rows("rules/words/lay-professional.txt"))


@cache
def _stems() -> dict[str, str]:
    """For the stem of each single word the one stem that stands for it and all its like."""
    one: dict[str, str] = {}
    for names in _pairs():
        own = [stems.stem(name) for name in (names[0], *names[1]) if "_" not in name]
        known = {one.get(name, name) for name in own}
        for name in (*one, *own):
            if one.get(name, name) in known:
                one[name] = min(known)
    return one


@cache
def _runs() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By first word: the runs of several words, longest first, each with the single word that stands for it."""
    runs: dict[str, dict[tuple[str, ...], str]] = {}
    for lay, others in _pairs():
        names = [lay, *others]
        single = next((name for name in names if "_" not in name), lay.replace("_", ""))
        for name in names:
            if "_" in name:
                for form in (name, f"{name}s"):
                    words = tuple(form.split("_"))
                    runs.setdefault(words[0], {}).setdefault(words, single)
    return {first: tuple(sorted(found.items(), key=lambda run: -len(run[0]))) for first, found in runs.items()}
