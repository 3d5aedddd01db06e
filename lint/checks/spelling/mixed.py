"""Two spellings of English in one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.checks.brief import Brief
from lint.checks.findings import finding, fingerprint
from lint.checks.spelling.words import Candidate
from lint.types.review import Finding
from lint.types.text import Span, Text


def side_of(words: Sequence[Candidate], brief: Brief) -> str:
    """US or UK: the side that more of a text's words are on; a tie goes to the jurisdiction's own."""
    variant = brief.corrector.vocabulary.variant
    sides = [side for word in words if not word.capital and (side := variant(word.text))]
    home = "US" if brief.jurisdiction == "US" else "UK"
    us, uk = sides.count("US"), sides.count("UK")
    return home if us == uk else "US" if us > uk else "UK"


def find(text: Text, words: Sequence[Candidate], side: str, brief: Brief) -> Iterator[Finding]:
    """One finding at the first word of the rarer spelling, with the others beside it."""
    vocabulary = brief.corrector.vocabulary
    strays = [word for word in words if not word.capital and vocabulary.variant(word.text) not in ("", side)]
    if not strays or not any(vocabulary.variant(word.text) == side for word in words if not word.capital):
        return
    first, others = strays[0], {word.low: word for word in reversed(strays)}
    others.pop(first.low)
    fields = [("side", "British" if side == "US" else "American"), ("other", "American" if side == "US" else "British")]
    related = [(Span(word.start, word.end), "of the same spelling") for word in sorted(others.values(), key=lambda w: w.start)]
    rule = brief.rulebook.rule("mixed-spelling")
    found = finding(
        text, rule, Span(first.start, first.end), suggestions=_other(first.text, side, brief), related=related, fields=fields
    )  # fmt: skip
    yield replace(found, fingerprint=fingerprint(text.document, rule.code, *sorted({word.low for word in strays})))  # wherever they stand


def _other(word: str, side: str, brief: Brief) -> tuple[str, ...]:
    vocabulary, low = brief.corrector.vocabulary, word.lower()
    forms = [vocabulary.pairs[low]] if side == "US" else [uk for uk, us in vocabulary.pairs.items() if us == low]
    return tuple(form.capitalize() if word[0].isupper() else form for form in forms[:1])
