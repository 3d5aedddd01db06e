"""Finds misspelt words and drug names, words said twice, and two spellings of English in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint.checks.brief import Brief, Outcome
from lint.checks.findings import finding, fingerprint
from lint.checks.spelling.encoding import check_encoding
from lint.checks.spelling.words import Candidate, candidates, names
from lint.language.drugnames import Near
from lint.types.review import Finding
from lint.types.text import Span, Text

_REPEATED = re.compile(r"\b([^\W\d_]+)([ \t]+)\1\b", re.IGNORECASE)
# Words that rightly stand twice, or in phrases such as "so so".
_TWICE = frozenset(["that", "had", "is", "do", "very", "so", "many", "far", "bye", "no", "ha", "now", "there", "really", "much", "her"])


def check(text: Text, brief: Brief) -> Outcome:
    """The spelling findings of one text."""
    words = list(candidates(text))
    found = [*_misspelt(text, words, brief), *_repeated(text, brief), *_mixed(text, words, brief), *check_encoding(text, brief)]
    return Outcome(tuple(found))


def _misspelt(text: Text, words: list[Candidate], brief: Brief) -> Iterator[Finding]:
    vocabulary, drugs = brief.corrector.vocabulary, brief.corrector.drugs
    proper = names(words)
    for word in words:
        if vocabulary.spelt(word.text):
            continue
        near = drugs.near(word.text)
        if near and _is_drug(word, near, brief):
            yield _drug(text, word, near, brief)
        elif not _is_name(word, proper, brief):
            yield from _word(text, word, brief)


def _is_drug(word: Candidate, near: tuple[Near, ...], brief: Brief) -> bool:
    """Whether a word was meant as a drug's name: nearer to it than to any word."""
    words = [s for s in brief.corrector.suggest(word.text.lower()) if s not in brief.corrector.drugs.drug_of]
    closest = min((_edits(word.text, other) for other in words), default=9)
    return near[0].own or near[0].distance < closest or (near[0].distance == closest and word.text[0].isupper())


def _edits(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one.lower(), other.lower())


def _is_name(word: Candidate, proper: frozenset[str], brief: Brief) -> bool:
    """Whether an unknown word is a name: a capital wherever none is due, and no known word one edit away."""
    low = word.text.lower()
    if low.removesuffix("'s").removesuffix("’s") in proper or low in proper:
        return not any(_edits(low, other) == 1 for other in brief.corrector.suggest(low)) or _often(word, low)
    return False


def _often(word: Candidate, low: str) -> bool:
    return word.text[0].isupper() and len(low) > 9


def _drug(text: Text, word: Candidate, near: tuple[Near, ...], brief: Brief) -> Finding:
    rule = brief.rulebook.rule("misspelt-drug-name")
    drugs = list(dict.fromkeys(found.drug for found in near))
    suggestions = [s for s in brief.corrector.suggest(word.text) if s.lower() in {n.name for n in near}]
    if len(drugs) > 1:
        others = " or ".join(suggestions[1:3])
        hint = f"did you mean {suggestions[0]}? {others} is a different medicine: check which one is meant"
    else:
        hint = f"did you mean {suggestions[0]}?"
    return finding(
        text, rule, Span(word.start, word.end), suggestions=suggestions, drug=near[0].drug, fields=[("hint", hint)]
    )  # fmt: skip


def _word(text: Text, word: Candidate, brief: Brief) -> Iterator[Finding]:
    suggestions = brief.corrector.suggest(word.text)
    if suggestions:
        rule = brief.rulebook.rule("misspelling")
        fix = brief.corrector.safe_fix(word.text)
        yield finding(text, rule, Span(word.start, word.end), suggestions=suggestions, fix=fix, fields=[("first", suggestions[0])])


def _repeated(text: Text, brief: Brief) -> Iterator[Finding]:
    rule = brief.rulebook.rule("repeated-word")
    for block in text.document.blocks:
        for match in _REPEATED.finditer(text.document.text, block.start, block.end):
            if match[1].lower() not in _TWICE and (match[1].islower() or (match[1][0].isupper() and match[0].split()[1].islower())):
                span = Span(match.start(), match.end())
                yield finding(text, rule, span, suggestions=(match[1],), fix=match[1], fields=[("word", match[1])])


def _mixed(text: Text, words: list[Candidate], brief: Brief) -> Iterator[Finding]:
    """Words of the rarer spelling in a text that uses both; a tie goes to the jurisdiction's own."""
    marked = [(word, v) for word in words if not word.capital and (v := brief.corrector.vocabulary.variant(word.text))]
    counts = {side: sum(1 for _, v in marked if v == side) for side in ("US", "UK")}
    if not counts["US"] or not counts["UK"]:
        return
    home = "US" if brief.jurisdiction == "US" else "UK"
    minority = "UK" if counts["US"] > counts["UK"] or (counts["US"] == counts["UK"] and home == "US") else "US"
    rule, seen = brief.rulebook.rule("mixed-spelling"), set[str]()
    for word, side in marked:
        if side == minority and word.text.lower() not in seen:
            seen.add(word.text.lower())
            fields = [("side", "British" if side == "UK" else "American"), ("other", "American" if side == "UK" else "British")]
            found = finding(text, rule, Span(word.start, word.end), suggestions=_other(word.text, side, brief), fields=fields)
            yield replace(found, fingerprint=fingerprint(text.document, rule.code, word.text))  # whichever of its places comes first


def _other(word: str, side: str, brief: Brief) -> tuple[str, ...]:
    vocabulary, low = brief.corrector.vocabulary, word.lower()
    forms = [vocabulary.pairs[low]] if side == "UK" else [uk for uk, us in vocabulary.pairs.items() if us == low]
    return tuple(form.capitalize() if word[0].isupper() else form for form in forms[:1])
