"""Makes findings from rules, so that every check words them alike."""

from __future__ import annotations

from collections.abc import Iterable

from lint.types.review import Evidence, Finding, Related
from lint.types.rule import Rule
from lint.types.text import Document, Span

QUOTED = 120  # code points of a quote shown in a message


def shortened(quote: str, limit: int = QUOTED) -> str:
    """A quote for a message: white space collapsed, cut at a word with an ellipsis."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0] + " …"


def finding(
    document: Document,
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
) -> Finding:
    """A finding of a rule at a span of the document's text.

    `{quote}` in the rule's message becomes the words at fault; `fields` fills further places such as `{name}`.
    `message` goes instead of the rule's own.
    """
    quote = document.text[span.start : span.end]
    text = message or rule.message
    for name, value in (("quote", shortened(quote)), *fields):
        text = text.replace("{" + name + "}", value)
    return Finding(
        rule=rule.code,
        name=rule.name,
        check=rule.check,
        severity=severity or rule.severity,
        path=document.path,
        part=document.part,
        message=text,
        why=rule.why,
        place=document.place(span.start, span.end),
        suggestions=tuple(suggestions),
        fix=fix,
        drug=drug,
        related=tuple(Related(document.place(other.start, other.end), note) for other, note in related),
        evidence=tuple(evidence),
    )
