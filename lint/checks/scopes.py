"""What a pattern's hit stands under, beside and about."""

from __future__ import annotations

from collections.abc import Iterable

from lint.rulebook import Hit, Matches
from lint.types.text import Sentence, Span, Text


def under(sentence: Sentence, hit: Hit, scopes: Iterable[str]) -> bool:
    """Whether the hit's quoted words begin inside a scope of one of these kinds."""
    wanted = frozenset(scopes)
    return any(s.kind in wanted and s.first <= hit.quote_first < s.last for s in sentence.scopes)


def is_question(sentence: Sentence) -> bool:
    """Whether the whole sentence is a question."""
    return any(s.kind == "question" and s.first == 0 and s.last >= len(sentence.words) - 1 for s in sentence.scopes)


def in_heading(text: Text, hit: Hit) -> bool:
    """Whether the hit stands in a heading."""
    return text.document.blocks[text.sentences[hit.sentence].block].kind == "heading"


def excepted(matches: Matches, hit: Hit, exceptions: Iterable[str]) -> bool:
    """Whether a hit of one of the patterns overlaps this one."""
    return any(
        other.first < hit.last and hit.first < other.last for pattern in exceptions for other in matches.within(pattern, hit.sentence)
    )


def beside(matches: Matches, hit: Hit, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns is found anywhere in the hit's sentence."""
    return any(matches.within(pattern, hit.sentence) for pattern in patterns)


def span_of(text: Text, hit: Hit) -> Span:
    """The hit's quoted words as a span of the document's text."""
    words = text.sentences[hit.sentence].words
    return Span(words[hit.quote_first].start, words[hit.quote_last - 1].end)


def taken_up(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence of a text on one drug begins with “it” and nothing says that it is a disease: it may well be the drug."""
    return sentence.subject == "other" and len(text.drugs) == 1 and sentence.line.startswith(" it ")


def about_drug(text: Text, hit: Hit) -> bool:
    """Whether the words of a hit are about the drug: its sentence is, or names it before them."""
    sentence = text.sentences[hit.sentence]
    if sentence.subject == "drug" or taken_up(text, sentence):
        return True
    if sentence.subject == "professional":
        return False
    last = sentence.offsets[hit.last - 1]
    return 0 <= sentence.line.find("@drug") <= last
