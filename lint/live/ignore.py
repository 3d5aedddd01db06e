"""Where the comment goes that sets a finding aside: found by trying, so that the text as read stays the same and the finding is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.decisions import read_suppressions
from lint.readers import read
from lint.types.review import Finding
from lint.types.rule import selects
from lint.types.text import Block, Document, Source

_QUOTED = re.compile(r"(?:[ \t]*>)*[ \t]*")  # what stands before a paragraph's words on its line, quoted or not
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_FORMS = {"mdx": ("{/* ", " */}")}  # format: how its comments open and close
_FORM = ("<!-- ", " -->")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A comment to put into a source: the writer's reason goes between `before` and `after`."""

    at: int  # code points
    before: str
    after: str

    def into(self, source: str, reason: str = "") -> str:
        """The source with the comment."""
        return source[: self.at] + self.before + reason + self.after + source[self.at :]


def ignoring(document: Document, found: Finding, never: tuple[str, ...]) -> Insertion | None:
    """The comment that sets a finding aside; None where the format has no place for it, or it may not be set aside."""
    if found.check == "suppressions" or (found.severity == "error" and selects(never, found.rule, found.name)):
        return None
    selector = found.rule if found.place or not found.requirement else found.requirement
    opening, closing = _FORMS.get(document.format, _FORM)
    opening += f"leaflint {'ignore-next' if found.place else 'ignore-file'} {selector}: "
    tried = (Insertion(at, lead + opening, closing + tail) for at, lead, tail in _places(document, found))
    return next((one for one in tried if _holds(one, document, found, selector)), None)


def _places(document: Document, found: Finding) -> Iterator[tuple[int, str, str]]:
    """Places for a comment with what stands before and after it: on a line of its own above the block, else before the words."""
    block = _block(document, found)
    if block is None:
        return
    source = document.source
    start = document.origin(block.start, block.end)[0].start
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    lead, end = source[line:start], "\r\n" if "\r\n" in source else "\n"
    item = _ITEM.fullmatch(lead)
    if item and _in_list(source[:line]):
        yield line, " " * len(item[0].expandtabs(4)), end  # within the item above, so that the list goes on
    indent = _QUOTED.match(lead)
    yield line, indent[0] if indent else "", end
    if found.place:
        yield found.place.start, "", " "


def _block(document: Document, found: Finding) -> Block | None:
    """The block that a finding begins in; the first for one that belongs to the whole text."""
    for block in document.blocks:
        spans = document.origin(block.start, block.end)
        if spans and (found.place is None or spans[0].start <= found.place.start < spans[-1].end):
            return block
    return None


def _in_list(above: str) -> bool:
    """Whether the line above belongs to a list."""
    lines = above.rstrip().splitlines()
    return bool(lines) and bool(_ITEM.match(lines[-1]) or lines[-1].startswith((" ", "\t")))


def _holds(one: Insertion, document: Document, found: Finding, selector: str) -> bool:
    """Whether the text with the comment reads the same, and the comment is about the finding."""
    data = one.into(document.source, "reason").encode("utf-8", "replace")
    after = next((item for item in read(Source(document.path, data)) if isinstance(item, Document) and item.part == document.part), None)
    if after is None or _said(after) != _said(document):
        return False
    mine = (s for s in read_suppressions(after) if s.rule == selector and not s.fault and s.place.start >= one.at)
    if found.place is None:
        return any(suppression.whole for suppression in mine)
    start = found.place.start + (len(one.before) + len("reason") + len(one.after) if one.at <= found.place.start else 0)
    return any(suppression.start <= start < suppression.end for suppression in mine)


def _said(document: Document) -> list[tuple[str, int, list[str]]]:
    """What a reader sees, block by block."""
    return [(block.kind, block.level, document.text[block.start : block.end].split()) for block in document.blocks]
