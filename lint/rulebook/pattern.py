"""The pattern language of rules/README.md: from what an editor writes to a small tree, and the words to find it by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lint.rulebook.inflect import inflections
from lint.types.quick import Quick

_TOKEN = re.compile(r"\s*(\.\.\.|\.\.|\{[^{}\s]*\}|[()\[\]<>|^$]|[^\s(){}\[\]<>|^$]+)")
_OUTSIDE_BRACES = re.compile(r"[^{}]+(?![^{]*\})")
_CONTRACTION = re.compile(r"(\w+?)n't\b")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
PREFIX = 4  # letters by which a `word*` is found
ANY_NUMBER, FIRST = "#", "^"  # what stands for any number, and for the first word of a sentence, among what a match begins with
# Words in so many sentences that finding a pattern by them would save nothing.
COMMON = frozenset(
    "@drug a about after all also an and any are as at be been before being by can do does for from had has have if "
    "in into is it its may more most must my no not of on or other our should so some such than that the their them "
    "then there these they this those to was we when where which while who will with would you your 's , . : ; ( ) ? "
    "! medicine medication drug treatment".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million half quarter dozen".split()
)
DIGIT = "[\\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"  # an expression: what a number in digits begins with
_DIGIT = re.compile(DIGIT)
END_MARKS = frozenset([".", "!", "?", ":", ";", '"', ")", "…"])
Items = tuple["Item", ...]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Item(Quick):
    """One step of a pattern. `kind` decides which of the other fields count."""

    kind: str  # word | number | any | gap | tail | choice | optional | start | end | open | close
    words: frozenset[str] = frozenset()  # word: the forms that fit
    prefixes: tuple[str, ...] = ()  # word: beginnings that fit
    most: int = 0  # gap, tail: the longest
    options: tuple[Items, ...] = ()  # choice, optional
    begun: tuple[Items, ...] = ()  # choice: further options, tried before those, that begin with a plain word
    first: Mapping[str, tuple[Items, ...]] = field(default_factory=dict)  # choice: the same by that word


@dataclass(frozen=True, slots=True)
class Pattern(Quick):
    """A pattern ready to match."""

    text: str
    items: Items
    needs: tuple[frozenset[str], ...]  # of each of these a sentence must contain one; the best anchor first
    starts: frozenset[str] | None  # what a match begins with: words, `pref*`, ANY_NUMBER, FIRST; None: with anything


def compile_pattern(text: str, lists: Mapping[str, Item]) -> Pattern:
    """Reads a pattern; `lists` holds the compiled named lists. Raises PatternError."""
    items = _with_tail(_Parser(text, lists).parse())
    needs = sorted(_needs(items), key=_anchor_order)
    if not needs or "@drug" in needs[0]:
        raise PatternError(f"the pattern {text!r} has no word to find it by: add one that is not optional, besides the drug")
    return Pattern(text, items, tuple(needs), _starts(items))


def compile_list(entries: tuple[str, ...], lists: Mapping[str, Item]) -> Item:
    """A named list as one choice of its entries, which are patterns themselves. Raises PatternError."""
    return _choice([_Parser(entry, lists).parse() for entry in entries])


def references(text: str) -> tuple[str, ...]:
    """The names of the lists that a pattern uses."""
    return tuple(token[1:-1] for token in _TOKEN.findall(text) if token.startswith("{"))


def is_number(form: str) -> bool:
    """Whether a form is a number, in digits or as a word."""
    return _DIGIT.match(form) is not None or form in NUMBERS


def normalised(text: str) -> str:
    """A pattern's words written as the language step writes them: no hyphens, contractions or curly quotes."""
    return _OUTSIDE_BRACES.sub(lambda part: _words(part[0]), text)


def _words(text: str) -> str:
    text = text.lower().replace("’", "'").replace("can't", "can not").replace("cannot", "can not")
    return _HYPHEN.sub(" ", _POSSESSIVE.sub(" 's", _CONTRACTION.sub(r"\1 not", text)))


@dataclass(slots=True)
class _Parser:
    text: str
    lists: Mapping[str, Item]
    tokens: list[str] = field(default_factory=list)
    at: int = 0

    def parse(self) -> Items:
        text = normalised(self.text)
        self.tokens = _TOKEN.findall(text)
        if "".join(self.tokens) != "".join(text.split()):
            raise PatternError(f"the pattern {self.text!r} has a stray brace")
        options = self.alternatives()
        if self.at < len(self.tokens):
            raise PatternError(f"the pattern {self.text!r} has a {self.tokens[self.at]!r} too many")
        items = options[0] if len(options) == 1 else (_choice(options),)
        if not items:
            raise PatternError(f"the pattern {self.text!r} is empty")
        return items

    def alternatives(self) -> list[Items]:
        options = [self.sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            options.append(self.sequence())
        return options

    def sequence(self) -> Items:
        items: list[Item] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in "|)]":
            token = self.tokens[self.at]
            self.at += 1
            items.append(self.group(token) if token in "([" else self.single(token))
        return tuple(items)

    def group(self, opening: str) -> Item:
        options, closing = self.alternatives(), ")" if opening == "(" else "]"
        if self.at >= len(self.tokens) or self.tokens[self.at] != closing:
            raise PatternError(f"the pattern {self.text!r} lacks a {closing!r}")
        self.at += 1
        if any(not option for option in options):
            raise PatternError(f"the pattern {self.text!r} has an empty choice")
        return _choice(options) if opening == "(" else Item("optional", options=(((_choice(options)),),))

    def single(self, token: str) -> Item:
        simple = {"_": "any", "#": "number", "^": "start", "$": "end", "<": "open", ">": "close"}
        if token in simple:
            return Item(simple[token])
        if token in ("..", "..."):
            return Item("gap", most=3 if token == ".." else 8, words=_STOPS[token])
        if token.startswith("{"):
            if token[1:-1] not in self.lists:
                raise PatternError(f"the pattern {self.text!r} uses a list {token} that does not exist")
            return self.lists[token[1:-1]]
        if token.endswith("*") and len(token) > 1:
            if len(token) <= PREFIX:
                raise PatternError(f"in the pattern {self.text!r}, {token!r} needs at least {PREFIX} letters before the star")
            return Item("word", prefixes=(token[:-1],))
        return Item("word", words=frozenset(inflections(token[:-1]) if token.endswith("~") and len(token) > 1 else [token]))


_SENTENCE_MARKS = frozenset(".;:?!…")
_STOPS = {"...": _SENTENCE_MARKS, "..": _SENTENCE_MARKS | frozenset([",", "(", ")", "[", "]", '"', "–", "—", "-", "•"])}


def _choice(options: list[Items]) -> Item:
    """One step for several ways on: single words become one set, the others are reached by their first word."""
    words: set[str] = set()
    prefixes: list[str] = []
    longer: list[Items] = []
    for option in options:
        only = option[0] if len(option) == 1 else None
        if only and only.kind == "word":
            words |= only.words
            prefixes += only.prefixes
        elif only and only.kind == "choice":
            longer += only.options
            longer += only.begun
        else:
            longer.append(option)
    plain = Item("word", words=frozenset(words), prefixes=tuple(prefixes))
    if not longer:
        return plain
    begun: list[Items] = []
    rest: list[Items] = [(plain,)] if words or prefixes else []
    for option in sorted(longer, key=len, reverse=True):
        head = option[0]
        (begun if head.kind == "word" and not head.prefixes and len(head.words) <= 12 else rest).append(option)
    return Item("choice", options=tuple(rest), begun=tuple(begun), first=_by_first(begun))


def _by_first(begun: Iterable[Items]) -> dict[str, tuple[Items, ...]]:
    first: dict[str, list[Items]] = {}
    for option in begun:
        for word in option[0].words:
            first.setdefault(word, []).append(option)
    return {word: tuple(found) for word, found in first.items()}


class Shared:
    """Equal parts of patterns, each once, whatever number of them has it: there is half as much to keep and to read back."""

    def __init__(self) -> None:
        self._known: dict[object, Item] = {}
        self._ours: dict[int, Item] = {}
        self._words: dict[frozenset[str], frozenset[str]] = {}

    def pattern(self, pattern: Pattern) -> Pattern:
        """The same pattern, of shared parts."""
        starts = pattern.starts if pattern.starts is None else self._set(pattern.starts)
        return Pattern(pattern.text, self._items(pattern.items), tuple(map(self._set, pattern.needs)), starts)

    def item(self, item: Item) -> Item:
        """The item that stands for all its equals."""
        if id(item) in self._ours:
            return item
        options, begun = tuple(map(self._items, item.options)), tuple(map(self._items, item.begun))
        key = (item.kind, item.words, item.prefixes, item.most, *(tuple(map(id, option)) for option in (*options, (), *begun)))
        if key not in self._known:
            one = replace(item, words=self._set(item.words), options=options, begun=begun, first=_by_first(begun))
            self._known[key] = self._ours[id(one)] = one
        return self._known[key]

    def _items(self, items: Items) -> Items:
        return tuple(map(self.item, items))

    def _set(self, words: frozenset[str]) -> frozenset[str]:
        return self._words.setdefault(words, words)


def _with_tail(items: Items) -> Items:
    """A gap at the very end takes as much as it may, for the sake of the quote; elsewhere a gap takes as little."""
    last = max((at for at, item in enumerate(items) if item.kind != "close"), default=0)
    if items[last].kind != "gap":
        return items
    return (*items[:last], replace(items[last], kind="tail"), *items[last + 1 :])


def _needs(items: Items) -> Iterator[frozenset[str]]:
    for item in items:
        if item.kind == "word":
            yield item.words | {prefix[:PREFIX] + "*" for prefix in item.prefixes}
        elif item.kind == "choice":
            needed = [_best(option) for option in (*item.begun, *item.options)]
            if all(needed):
                yield frozenset().union(*needed)


def _starts(items: Items) -> frozenset[str] | None:
    """What the first form of a match must be; None where that can be anything."""
    found: set[str] = set()
    for item in items:
        if item.kind in ("open", "close"):
            continue
        if item.kind == "word":
            return frozenset(found | item.words | {prefix[:PREFIX] + "*" for prefix in item.prefixes})
        if item.kind in ("number", "start"):
            return frozenset(found | {ANY_NUMBER if item.kind == "number" else FIRST})
        if item.kind not in ("choice", "optional"):
            return None
        for option in (*item.begun, *item.options):
            own = _starts(option)
            if own is None:
                return None
            found |= own
        if item.kind == "choice":
            return frozenset(found)
    return None


def _best(items: Items) -> frozenset[str]:
    return min(_needs(items), key=_anchor_order, default=frozenset())


def _anchor_order(words: frozenset[str]) -> tuple[bool, bool, int, list[str]]:
    return ("@drug" in words, not words.isdisjoint(COMMON), len(words), sorted(words)[:1])
