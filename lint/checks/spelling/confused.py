"""Right words in the wrong place: affect for effect, decided by the words beside them (rules/words/confused.txt)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.checks.spelling.words import TOKEN
from lint.data import data_path
from lint.errors import LeaflintError
from lint.types.review import Finding
from lint.types.text import Span, Text

_LINE = re.compile(r"(?P<before>[^<>]*)<(?P<wrong>[^=<>]+)=(?P<right>[^=<>]+)>(?P<after>[^<>]*)")
_SETS = re.compile(r"\(([^)]*)\)|(\S+)")


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word that is wrong between certain neighbours, and the one that is meant there."""

    wrong: str
    right: str
    before: tuple[frozenset[str], ...]  # the words right before it; an empty set stands for any word
    after: tuple[frozenset[str], ...]


def find(text: Text, tokens: Sequence[Sequence[str]], brief: Brief) -> Iterator[Finding]:
    """Every place at which a word stands between neighbours that call for another; `tokens` are those of each block."""
    rule, table = brief.rulebook.rule("wrong-word"), confusions()
    for block, said in zip(text.document.blocks, tokens, strict=True):
        if not _may_hold(said):
            continue
        places = [
            (match[0].lower().replace("’", "'"), match.start(), match.end())
            for match in TOKEN.finditer(text.document.text, block.start, block.end)
        ]
        words = [word for word, _, _ in places]
        for at, (word, start, end) in enumerate(places):
            for confusion in table.get(word, ()):
                if _fits(words, at - len(confusion.before), confusion.before) and _fits(words, at + 1, confusion.after):
                    right = confusion.right.capitalize() if text.document.text[start].isupper() else confusion.right
                    yield finding(text, rule, Span(start, end), suggestions=(right,), fields=[("first", right)])
                    break


def _may_hold(words: Sequence[str]) -> bool:
    """Whether one of the words stands beside one of its neighbours: nearly no passage has that, and it is quick to see."""
    alone, pairs = _signs()
    return not pairs.isdisjoint(pairwise(words)) or not alone.isdisjoint(words)


@cache
def _signs() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """What a passage must hold for a confusion to be in it: a wrong word whose neighbours may be any, or one of these pairs."""
    alone: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for wrong, found in confusions().items():
        for each in found:
            if each.after and each.after[0]:
                pairs.update((wrong, word) for word in each.after[0])
            elif each.before and each.before[-1]:
                pairs.update((word, wrong) for word in each.before[-1])
            else:
                alone.add(wrong)
    return frozenset(alone), frozenset(pairs)


def _fits(words: Sequence[str], first: int, sets: Sequence[frozenset[str]]) -> bool:
    if first < 0 or first + len(sets) > len(words):
        return False
    return all(words[first + at] in chosen if chosen else words[first + at][0].isalnum() for at, chosen in enumerate(sets))


@cache
def confusions() -> Mapping[str, tuple[Confusion, ...]]:
    """The shipped table, by wrong word. Raises LeaflintError naming the line that cannot be read."""
    path = data_path("rules/words/confused.txt")
    found: dict[str, list[Confusion]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        match = _LINE.fullmatch(said)
        if match is None or match["wrong"].count("|") != match["right"].count("|"):
            raise LeaflintError(f"{path}:{number}: not a line like `side <affect=effect>`: {said!r}")
        wrongs, rights = match["wrong"].split("|"), match["right"].split("|")
        for wrong, right in zip(wrongs, rights, strict=True):
            found[wrong].append(Confusion(wrong, right, _sets(match["before"]), _sets(match["after"])))
    return {wrong: tuple(each) for wrong, each in found.items()}


def _sets(text: str) -> tuple[frozenset[str], ...]:
    parts = (match[1] or match[2] for match in _SETS.finditer(text))
    return tuple(frozenset() if part == "_" else frozenset(part.split("|")) for part in parts)
