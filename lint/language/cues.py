"""Runs of words kept as data in rules/language, and finding them in a sentence with one look-up per word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from lint.data import data_path
from lint.errors import LeaflintError
from lint.rulebook.inflect import inflections
from lint.rulebook.yaml import Faults, Node, parse

START, END = "^", "$"
_NOTHING: tuple[tuple[int, ...], dict[tuple[str, ...], str]] = ((), {})
_CLOSING = {"(": ")", "[": "]"}
_TOKEN = re.compile(r"\s+|[()\[\]|]|[^\s()\[\]|]+")


class Cue(NamedTuple):
    """A run found in a sentence: forms [first, last) and what the data says of it."""

    first: int
    last: int
    label: str


class Cues:
    """Labelled runs of words. Where several begin at one word, the longest is found."""

    def __init__(self, runs: Mapping[str, Iterable[str]]) -> None:
        index: dict[str, dict[tuple[str, ...], str]] = {}
        for label, entries in runs.items():
            for entry in entries:
                for words in expand(entry):
                    index.setdefault(words[0], {}).setdefault(words[1:], label)
        self._index = {
            word: (tuple(sorted({len(rest) for rest in rests}, reverse=True)), rests) for word, rests in index.items()
        }  # fmt: skip

    @property
    def first_words(self) -> frozenset[str]:
        """The words that runs begin with."""
        return frozenset(self._index)

    def at(self, forms: Sequence[str], position: int) -> Cue | None:
        """The longest run that begins at a form."""
        lengths, rests = self._index.get(forms[position], _NOTHING)
        for length in lengths:
            last = position + 1 + length
            label = rests.get(tuple(forms[position + 1 : last]) if length else ())
            if label is not None and last <= len(forms):
                return Cue(position, last, label)
        return None

    def find(self, forms: Sequence[str], among: Sequence[int] | None = None) -> list[Cue]:
        """All runs from left to right; they do not overlap. `among` are the only places to look at, in order."""
        found: list[Cue] = []
        past, index = 0, self._index
        places = enumerate(forms) if among is None else zip(among, map(forms.__getitem__, among), strict=True)
        for position in [position for position, form in places if form in index]:
            cue = self.at(forms, position) if position >= past else None
            if cue is not None:
                found.append(cue)
                past = cue.last
        return found


def expand(entry: str) -> tuple[tuple[str, ...], ...]:
    """All word runs an entry stands for: `(a|b) c` is "a c" and "b c", `[a]` may be missing, `word~` is any inflection."""
    tokens = [token for token in _TOKEN.findall(entry) if not token.isspace()]
    options, rest = _alternatives(tokens)
    if rest or not all(options):
        raise LeaflintError(f"cannot read the cue {entry!r}: a bracket is missing or it may be empty")
    return tuple(dict.fromkeys(options))


def _alternatives(tokens: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    found, (options, tokens) = [], _sequence(tokens)
    found += options
    while tokens and tokens[0] == "|":
        options, tokens = _sequence(tokens[1:])
        found += options
    return found, tokens


def _sequence(tokens: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    parts: list[list[tuple[str, ...]]] = []
    while tokens and tokens[0] not in ("|", ")", "]"):
        token, tokens = tokens[0], tokens[1:]
        if token in ("(", "["):
            options, tokens = _alternatives(tokens)
            if tokens[:1] != [_CLOSING[token]]:
                return [()], [token]
            tokens = tokens[1:]
            parts.append(options if token == "(" else [*options, ()])
        elif token.endswith("~"):
            parts.append([(form,) for form in inflections(token[:-1])])
        else:
            parts.append([(token,)])
    return [tuple(word for part in choice for word in part) for choice in product(*parts)], tokens


def load(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """A file of rules/language: sections of labelled lists; a section that is itself a list has the one label "".

    Raises LeaflintError naming the place of what is not text.
    """
    path = data_path("rules") / "language" / name
    label, faults = f"rules/language/{name}", Faults()
    root = parse(path.read_text("utf-8"), label)
    sections = root.value if isinstance(root.value, dict) else {}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, node in sections.items():
        lists = node.value if isinstance(node.value, dict) else {"": node}
        found[key] = {part: _texts(item, label, faults) for part, item in lists.items()}
    faults.check()
    return found


def _texts(node: Node, path: str, faults: Faults) -> tuple[str, ...]:
    items = node.value if isinstance(node.value, list) else [node]
    for item in items:
        if not isinstance(item.value, str):
            faults.add(path, item, "expected a list of texts")
    return tuple(item.value for item in items if isinstance(item.value, str))
