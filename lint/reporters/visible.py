"""Characters that a terminal or a parser would obey, made visible."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint.types.review import SEVERITIES, Finding
from lint.types.shown import one_line, shortened
from lint.types.text import Place

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")  # JSON escapes the rest itself


def visible(text: str) -> str:
    """The text with control characters, direction overrides and lone surrogates as one visible sign each; tab and line end stay."""
    if text.isprintable():
        return text  # as nearly all is
    return _OBEYED.sub(lambda found: chr(0x2400 + ord(found[0])) if found[0] < " " else "\ufffd", text)


def escaped(json_text: str) -> str:
    """JSON text with the characters that it may hold raw, but a terminal or a file would not take, as escapes."""
    if json_text.isascii() and "\x7f" not in json_text:
        return json_text
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def flat(text: str) -> str:
    """The text on one line: white space collapsed, control characters visible."""
    return visible(one_line(text))


def said(found: Finding) -> str:
    """A finding's message on one line, with the suggestions that it does not name itself and what is noted of it."""
    others = [suggestion for suggestion in found.suggestions if suggestion not in found.message]
    suggested = f" Suggestion: {', '.join(others)}." if others else ""
    return flat(f"{found.message}{suggested}{f' ({found.note})' if found.note else ''}")


def where(place: Place) -> str:
    """A place as people find it: paragraph, page or record where the format has them, else the line."""
    return flat(place.location) or f"line {place.line}"


def short(text: str, limit: int) -> str:
    """The text on one line, cut at a word to at most `limit` code points."""
    return visible(shortened(text, limit))


def counted(counts: Mapping[str, int]) -> str:
    """Open findings by severity: “2 errors, 1 warning, 0 infos”."""
    return ", ".join(f"{counts.get(name, 0)} {name}{'s' * (counts.get(name, 0) != 1)}" for name in reversed(SEVERITIES))
