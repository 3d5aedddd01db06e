"""Front matter addressed to leaflint: `leaflint: "ignore-file …"`, or a list of such lines under `leaflint:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.types.text import Directive

_KEY = re.compile(r"leaflint:[ \t]*(.*?)[ \t]*$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*?)[ \t]*$")
_LINE = re.compile(r"[^\r\n]*")


def front_directives(text: str, start: int, end: int) -> Iterator[Directive]:
    """The directives in the front matter that stands at source [start, end)."""
    inside, at = False, start
    while at < end:
        line = _LINE.match(text, at, end)
        assert line is not None
        found = _KEY.match(line[0]) or (_ITEM.match(line[0]) if inside else None)
        inside = bool(found)
        if found and found[1]:
            yield _directive(found[1], at + found.start(1))
        at = max(line.end(), at + 1)
        while at < end and text[at] in "\r\n":
            at += 1


def _directive(value: str, start: int) -> Directive:
    quoted = value[:1] in "\"'" and value[-1:] == value[:1] and len(value) > 1
    said = value[1:-1] if quoted else value
    first = start + quoted
    return Directive(said if said.startswith("leaflint") else f"leaflint {said}", first, first + len(said))
