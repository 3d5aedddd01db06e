"""Which words of a sentence stand under negation, doubt, condition, question or quotation marks.

In the manner of NegEx and ConText: cues with a direction, ended by the borders of their clause; the words are data
in rules/language/scopes.yaml.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lint.language.cues import END, START, Cue, Cues
from lint.types.text import Scope

Range = tuple[int, int]  # forms [first, last)
_KINDS = ("negated", "hedged", "conditional")
_LISTING = frozenset([",", "and", "(", ")", "/", "&"])
_STRONG = frozenset([".", ";", ":", "!", "?", "—", "–", "-", "•", "…", "..."])
_QUESTION_WORDS = frozenset("what how why when where who which".split())
_AUXILIARIES = frozenset("is are was does do did can could should will would must may if".split())


@dataclass(frozen=True)
class ScopeCues:
    """The cue lists, ready to find."""

    kinds: Mapping[str, Cues]
    borders: Cues
    starters: Cues
    ing_nouns: frozenset[str]
    openings: frozenset[str]  # the words that cues of any kind begin with

    @classmethod
    def of(cls, lists: Mapping[str, Mapping[str, Iterable[str]]]) -> ScopeCues:
        """From the file's lists."""
        borders, starters, nouns = (Cues(lists.get(name, {})) for name in ("borders", "starters", "ing-nouns"))
        kinds = {kind: Cues(lists.get(kind, {})) for kind in _KINDS}
        openings = frozenset().union(*(cues.first_words for cues in kinds.values()))
        return cls(kinds, borders, starters, nouns.first_words, openings)


def scopes_of(forms: Sequence[str], cues: ScopeCues, *, heading: bool) -> tuple[Scope, ...]:
    """The scopes of a sentence of these forms; a form may be "". Cues themselves are outside what they govern."""
    kept = [number for number, form in enumerate(forms) if form]
    if not kept:
        return ()
    line = (START, *filter(None, forms), END)
    words = [kept[0], *kept, len(forms)]  # the word each form of the line came from
    found = [("question", 1, len(line) - 1)] if _asks(line, heading) else []
    clauses: _Clauses | None = None
    openings = [number for number, form in enumerate(line) if form in cues.openings]
    for kind, lists in cues.kinds.items() if openings else ():
        matched = lists.find(line, openings)
        if matched:
            clauses = clauses or _Clauses.of(line, cues)
            governed = _conditions(line, matched, clauses) if kind == "conditional" else _governed(matched, clauses)
            found += [(kind, first, last) for first, last in governed]
    if not found:
        return ()
    return tuple(
        Scope(kind, words[first], words[last - 1] + 1)
        for kind, first, last in sorted(set(found), key=lambda scope: (scope[1], scope[2], scope[0]))
    )


def _asks(line: Sequence[str], heading: bool) -> bool:
    if "?" in line[-3:] or line[-2][-1] == "?":
        return True
    if not heading:
        return False
    return line[1] in _AUXILIARIES or (line[1] in _QUESTION_WORDS and line[2] in _AUXILIARIES)


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Where the clauses of a line end."""

    size: int
    borders: Sequence[int]  # forms at which a clause ends, in order
    ends: Mapping[int, int]  # border: the form after it
    breaks: Sequence[int]  # the same and every comma, "and" or bracket

    @classmethod
    def of(cls, line: Sequence[str], cues: ScopeCues) -> _Clauses:
        ends = {cue.first: cue.last for cue in cues.borders.find(line)}
        listing = [number for number, form in enumerate(line) if form in _LISTING]
        for number in listing:
            if 0 < number < len(line) - 2 and number not in ends and _begins_clause(line, number + 1, cues):
                ends[number] = number + 1
        borders = sorted(ends)
        breaks = sorted({*borders, *listing})
        return cls(len(line) - 1, borders, ends, breaks)

    def end(self, at: int) -> int:
        """The first border at or after a form."""
        number = bisect_left(self.borders, at)
        return self.borders[number] if number < len(self.borders) else self.size

    def phrase_end(self, at: int) -> int:
        """The first border, comma or "and" at or after a form."""
        number = bisect_left(self.breaks, at)
        return self.breaks[number] if number < len(self.breaks) else self.size

    def start(self, at: int) -> int:
        """The beginning of the clause that a form stands in."""
        number = bisect_right(self.borders, at - 1) - 1
        return max(1, self.ends[self.borders[number]]) if number >= 0 else 1


def _begins_clause(line: Sequence[str], at: int, cues: ScopeCues) -> bool:
    participle = line[at - 1] == "," and line[at].endswith("ing") and line[at] not in cues.ing_nouns
    return participle or cues.starters.at(line, at) is not None


def _governed(cues: Sequence[Cue], clauses: _Clauses) -> Iterable[Range]:
    """What negating or hedging cues govern. "without" that ends another negation denies nothing: two make a statement."""
    ended = -1
    for cue in cues:
        if cue.label == "before":
            ended = clauses.end(cue.last)
            if ended > cue.last:
                yield cue.last, ended
        elif cue.label == "phrase" and cue.first != ended:
            last = clauses.phrase_end(cue.last)
            if last > cue.last:
                yield cue.last, last
        elif cue.label in ("after", "around"):
            first = clauses.start(cue.first)
            if first < cue.first:
                yield first, cue.first
            elif cue.label == "around" and clauses.end(cue.last) > cue.last:
                yield cue.last, clauses.end(cue.last)


def _conditions(line: Sequence[str], cues: Sequence[Cue], clauses: _Clauses) -> Iterable[Range]:
    """What conditions govern: to the comma or word that begins the main clause, else to the end of the clause."""
    for cue in cues:
        if cue.label != "before":
            continue
        last = _condition_end(line, cue, clauses)
        if last > cue.last:
            yield cue.last, last


def _condition_end(line: Sequence[str], cue: Cue, clauses: _Clauses) -> int:
    opening = cue.first == clauses.start(cue.first) or line[cue.first - 1] in _STRONG or line[cue.first - 1] == ","
    number = bisect_left(clauses.borders, cue.last)
    strong = next((border for border in clauses.borders[number:] if line[border] in _STRONG), clauses.size)
    commas = [at for at in range(cue.last, strong) if line[at] == ","]
    if not opening or not commas:
        return strong
    starting = [at for at in commas if at in clauses.ends]
    return starting[0] if starting else commas[-1]
