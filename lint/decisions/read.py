"""Reads the comments of a text that are addressed to leaflint: what they ask for, where it holds, and what is wrong with them.

leaflint ignore-next CLM107: quoted from a patient by=AB until=2027-01-01
leaflint disable DUP, CLM101: the story of one patient
leaflint enable DUP
leaflint ignore-file cancer-risk: the page is about storage only
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lint.types.decision import Decision, Suppression
from lint.types.text import Directive, Document, Place

VERBS = ("ignore-next", "ignore-file", "disable", "enable")
_FORM = re.compile(r"leaflint:?\s+(?P<verb>[\w-]+)(?P<rules>[^\n]*?)(?::(?:\s+(?P<why>.*))?)?", re.DOTALL)
_SIGNED = re.compile(r"\b(by|until)=(\"[^\"]*\"|“[^”]*”|\S+)")


@dataclass(frozen=True, slots=True)
class _Order:
    """A comment as written."""

    verb: str
    rules: tuple[str, ...]
    decision: Decision
    fault: str = ""


def read_suppressions(document: Document) -> tuple[Suppression, ...]:
    """What the document's comments ask for, one entry for each rule named."""
    return tuple(_Reader(document).all()) if document.directives else ()


@dataclass(slots=True)
class _Reader:
    document: Document
    open: list[Suppression] = field(default_factory=list)  # blocks that no `enable` has closed yet

    def all(self) -> Iterator[Suppression]:
        for directive in sorted(self.document.directives, key=lambda d: d.start):
            order = _order(directive.text)
            made = [self._one(rule, order, directive) for rule in order.rules or ("",)]
            if order.fault:
                yield made[0]
            elif order.verb == "enable":
                yield from self._close(order, directive)
            elif order.verb == "disable":
                self.open += made
            else:
                yield from made
        yield from self.open

    def _one(self, rule: str, order: _Order, directive: Directive) -> Suppression:
        place = self._place(directive)
        start, end = self._reach(order.verb, directive)
        decision = replace(order.decision, source=f"{place.path}:{place.line}")
        return Suppression(rule, start, end, order.verb == "ignore-file", decision, place, order.fault)

    def _place(self, directive: Directive) -> Place:
        """Where the words of the comment stand, without the marks around them."""
        source, start = self.document.source, self.document.source.find(directive.text, directive.start, directive.end)
        if start < 0:
            return self.document.place_in_source(directive.start, directive.end, source[directive.start : directive.end])
        return self.document.place_in_source(start, start + len(directive.text), directive.text)

    def _reach(self, verb: str, directive: Directive) -> tuple[int, int]:
        if verb == "ignore-file":
            return 0, len(self.document.source) + 1
        if verb == "disable":
            return directive.end, len(self.document.source) + 1
        return self._next(directive)

    def _next(self, directive: Directive) -> tuple[int, int]:
        """The rest of the block that the comment stands in, else the next block."""
        following = (len(self.document.source), len(self.document.source))
        for block in self.document.blocks:
            spans = self.document.origin(block.start, block.end)
            start, end = spans[0].start, spans[-1].end
            if start < directive.start and directive.end < end:
                return directive.end, end
            if directive.end <= start < following[0]:
                following = (start, end)
        return following

    def _close(self, order: _Order, directive: Directive) -> Iterator[Suppression]:
        closed = [one for one in self.open if not order.rules or one.rule in order.rules]
        self.open = [one for one in self.open if one not in closed]
        yield from (replace(one, end=directive.start) for one in closed)
        if not closed:
            yield self._one("", replace(order, fault="nothing that it could end was disabled before"), directive)


def _order(text: str) -> _Order:
    form = _FORM.fullmatch(text.strip())
    if form is None or form["verb"] not in VERBS:
        return _Order("", (), Decision(""), f"write {', '.join(VERBS[:-1])} or {VERBS[-1]} after “leaflint”")
    why = " ".join((form["why"] or "").split())
    signed = {name: value.strip('"“”') for name, value in _SIGNED.findall(why)}
    reason = " ".join(_SIGNED.sub("", why).split()).strip(" ,;")
    rules = tuple(dict.fromkeys(re.split(r"[,\s]+", form["rules"].strip()))) if form["rules"].strip() else ()
    fault = ""
    if not rules and form["verb"] != "enable":
        fault = "it names no rule, and all rules at once cannot be left out"
    elif "until" in signed and not _is_date(signed["until"]):
        fault = f"until={signed['until']} is not a date such as 2027-01-31"
    return _Order(form["verb"], rules, Decision(reason, signed.get("by", ""), "", signed.get("until", "")), fault)


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
