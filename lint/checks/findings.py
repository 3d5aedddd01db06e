"""Makes findings from rules, so that every check words them alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from lint.types.fingerprint import fingerprint_of
from lint.types.review import Evidence, Finding, Related
from lint.types.rule import Rule
from lint.types.shown import shortened
from lint.types.text import Document, Span, Text


def finding(
    text: Text,
    rule: Rule,
    span: Span,
    *,
    severity: str = "",
    message: str = "",
    suggestions: Iterable[str] = (),
    fix: str | None = None,
    drug: str | None = None,
    related: Iterable[tuple[Span, str]] = (),
    evidence: Iterable[Evidence] = (),
    fields: Iterable[tuple[str, str]] = (),
    confidence: float | None = None,
) -> Finding:
    """A finding of a rule at a span of the text's document.

    `{quote}` in the rule's message becomes the words at fault; `fields` fills further places such as `{name}`.
    `message` goes instead of the rule's own. The finding is known again by its words and their sentence; by all passages alike where
    it is about several, whatever their order.
    """
    document = text.document
    quote = document.text[span.start : span.end]
    others = tuple((document.place(other.start, other.end), note) for other, note in related)
    about = sorted([quote, *(place.quote for place, _ in others)]) if others else [quote, sentence_around(text, span.start)]
    said = message or rule.message
    for name, value in (("quote", shortened(quote)), *fields):
        said = said.replace("{" + name + "}", value)
    return Finding(
        rule=rule.code,
        name=rule.name,
        check=rule.check,
        severity=severity or rule.severity,
        path=document.path,
        part=document.part,
        message=said,
        why=rule.why,
        place=document.place(span.start, span.end),
        suggestions=tuple(suggestions),
        fix=fix,
        drug=drug,
        related=tuple(Related(place, note) for place, note in others),
        evidence=tuple(evidence),
        confidence=confidence,
        fingerprint=fingerprint(document, rule.code, *about),
    )


def fingerprint(document: Document, code: str, *passages: str) -> str:
    """A name for a finding that survives edits elsewhere in its document."""
    return fingerprint_of(document.name or document.path, document.part, code, *passages)


def sentence_around(text: Text, offset: int) -> str:
    """The sentence in which a place of the text stands, or "" between sentences."""
    number = bisect_right(text.sentences, offset, key=lambda sentence: sentence.start) - 1
    if number < 0 or offset >= text.sentences[number].end:
        return ""
    return text.document.text[text.sentences[number].start : text.sentences[number].end]
