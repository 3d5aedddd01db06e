"""Words that are none, and names of medicines that are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.checks.spelling.names import Names
from lint.checks.spelling.words import Candidate
from lint.data import data_path, data_rows
from lint.language.contractions import contraction
from lint.language.drugnames import Near
from lint.language.wordlists import read_words
from lint.types.review import Finding
from lint.types.text import Span, Text

_PLAINLY = 1.2  # price of slips up to which a word with a capital is a misspelling, not a name
_OPENING = 1.6  # … where the capital is due anyway
_LONG = 9  # letters of a name that no other name is near by chance
_SURELY = 3  # places of a name with a capital from which even one letter off a medicine is no misspelling
_REACH = 30  # letters of what is joined to a word
_BEFORE, _AFTER = re.compile(r"[^\W\d_]+[-‐‑]\Z"), re.compile(r"[-‐‑][^\W\d_]+")
_USUAL = 2e-6  # share in all words of a word that a capitalised one may be a misspelling of


def find(text: Text, words: Sequence[Candidate], side: str, brief: Brief) -> Iterator[Finding]:
    """The misspelt words and names of a text; suggestions are in its variant of English (US or UK)."""
    vocabulary = brief.corrector.vocabulary
    names, counts = Names.of(words, _given_names()), Counter(word.low for word in words if word.text[0].isupper())
    for word in words:
        if vocabulary.spelt(word.text) or _is_part(text, word, brief) or (word.low in names.lower and vocabulary.known(word.text)):
            continue
        near = brief.corrector.drugs.near(word.text) if brief.corrector.means_drug(word.text) else ()
        if word.low in names.sure and not (near and near[0].distance == 1 and counts[word.low] < _SURELY):
            continue
        if near and (word.text.islower() or _is_meant(word, near[0], names)):
            yield _drug(text, word, near, brief)
        elif not _is_name(word, names, brief):
            yield from _word(text, word, side, brief)


def _is_meant(word: Candidate, near: Near, names: Names) -> bool:
    """Whether a word with a capital is a misspelt medicine and not a name of something else: long ones may be two letters off."""
    far = near.price <= _OPENING and (word.low not in names.once or len(word.low) >= _LONG)
    return near.price <= _PLAINLY or far or (near.distance <= 2 and len(word.low) >= _LONG)


@cache
def _given_names() -> frozenset[str]:
    return read_words(data_path("rules/words/given-names.txt"))


def _is_part(text: Text, word: Candidate, brief: Brief) -> bool:
    """Whether a word is joined by a hyphen to another and right so: pre-filled, maculo-papular, co-codamol, a name's half."""
    if not word.before and not word.after:
        return False
    vocabulary = brief.corrector.vocabulary
    alone = vocabulary.known(word.text) or (bool(word.after) and vocabulary.parts.before_hyphen(word.low)) or len(word.text) < 4
    return alone or vocabulary.listed(_joined(text, word, word.low))


def _joined(text: Text, word: Candidate, form: str) -> str:
    """The hyphened word that a form makes in the place of a word, in lower case without its hyphens; the form alone where none is."""
    said, block = text.document.text, text.document.blocks[word.block]
    before = _BEFORE.search(said, max(block.start, word.start - _REACH), word.start) if word.before == "-" else None
    after = _AFTER.match(said, word.end, block.end) if word.after == "-" else None
    return "".join(c for c in f"{before[0] if before else ''}{form}{after[0] if after else ''}".lower() if c.isalpha())


def _is_name(word: Candidate, names: Names, brief: Brief) -> bool:
    """Whether an unknown word is a name: it has a capital and is no plain slip for a usual word."""
    if word.text[0].islower() or contraction(word.low):
        return False
    best = brief.corrector.best(word.low)
    if best is None or best[1] > (_PLAINLY if word.low in names.once else _OPENING):
        return True
    return word.low in names.once and (brief.corrector.share(best[0]) < _USUAL or best[0][0] != word.low[0])


def _drug(text: Text, word: Candidate, near: tuple[Near, ...], brief: Brief) -> Finding:
    rule = brief.rulebook.rule("misspelt-drug-name")
    suggestions = [s for s in brief.corrector.suggest(word.text) if s.lower() in {n.name for n in near}]
    first, others = suggestions[0], [n.name for n in near[1:3] if n.drug != near[0].drug]
    hint = f"did you mean {first}?"
    if others:
        what = "is a different medicine" if len(others) == 1 else "are different medicines"
        hint += f" {' or '.join(others)} {what}: check which one is meant"
        if any(frozenset((near[0].name, other)) in _confused() for other in others):
            hint += "; these names are often mistaken for each other"
    return finding(
        text, rule, Span(word.start, word.end), suggestions=suggestions, drug=near[0].drug, fields=[("hint", hint)]
    )  # fmt: skip


@cache
def _confused() -> frozenset[frozenset[str]]:
    """Pairs of names that are known to be mistaken for each other."""
    groups = data_rows("rules/words/drugs-confused.txt")
    return frozenset(frozenset((one, other)) for group in groups for one in group for other in group if one != other)


def _word(text: Text, word: Candidate, side: str, brief: Brief) -> Iterator[Finding]:
    suggestions = _fitting(text, word, brief.corrector.suggest(word.text, side), brief)
    if suggestions and brief.corrector.is_slip(word.low):
        rule = brief.rulebook.rule("misspelling")
        fix = brief.corrector.safe_fix(word.text, side)
        fix = fix if fix in suggestions[:1] else None
        yield finding(text, rule, Span(word.start, word.end), suggestions=suggestions, fix=fix, fields=[("first", suggestions[0])])


def _fitting(text: Text, word: Candidate, suggestions: tuple[str, ...], brief: Brief) -> tuple[str, ...]:
    """The suggestions, first those that make a known word with what a hyphen joins them to: “breast-feading” is no fading."""
    if "-" not in (word.before, word.after):
        return suggestions
    return tuple(sorted(suggestions, key=lambda other: not brief.corrector.vocabulary.listed(_joined(text, word, other))))
