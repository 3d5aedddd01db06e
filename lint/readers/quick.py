"""The quick way through Markdown: passages whose markup is plain to see, which most are, are read without the parser.

Taken are only passages about which CommonMark leaves no choice: text, headings and one-line list items that begin at the margin, with
**strong** and *stressed* words and [links](address). The parser gets all others, and an empty heading in place of each one taken, so
that what stands around it is read as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_CHARS = r"[^\\`*_\[\]<~@\n]"  # what is never markup
# How a line begins that is text and nothing else.
_TEXT = re.compile(r"(?!\d{1,9}[.)])(?:[^\W_]|[“”‘’\"'(•…£€$]|(?:\*\*?|__?)[^\W_]|\[[^\W_][^\[\]\n]*\]\()")
_HEADING = re.compile(r"(#{1,6})[ \t]")
_ITEM = re.compile(rf"([-*+]|\d{{1,9}}[.)]) {{1,3}}(?={_TEXT.pattern})")
_INTERRUPTS = ("-", "*", "+", "1.", "1)")  # items that may follow a line of text at once
# What may hold all that follows, across blank lines: code, scripts, comments, declarations.
_OPENS = re.compile(r"^[ \t>*+.)\d-]*(?:```|~~~|<(?:script|pre|style|textarea)|<!--(?!.*-->)|<[?!](?!--))", re.MULTILINE | re.IGNORECASE)
_MARK = re.compile(r"[\\`*_\[\]<~@\n]|://|www\.")
_ADDRESS = re.compile(r"://|www\.")
# Where stressed words end before a mark, a letter must stand before their end; before a space anything may.
_STRESSED = re.compile(rf"(\*\*?|__?)(?=[^\W_])(?P<words>{_CHARS}*(?:[^\W_](?=\1[.,;:!?)”’\"'–—/-])|(?!\s){_CHARS}(?=\1(?:\s|\Z))))\1")
_LINK = re.compile(
    rf"\[(?P<words>(?!\^){_CHARS}+)\]\((?P<address>[\w/:.?=&%#,;+$!'-]+)(?: \"(?P<title>[^\"\\`*_\[\]<~@\n]*)\")?\)"
)  # fmt: skip
_BEFORE = frozenset("(“‘\"'—–-/:")  # marks that may stand right before stressed words


class Step(NamedTuple):
    """A stretch of a passage: `raw` text, a `space` for the end of a line, or a `link` before its words."""

    kind: str
    start: int  # of a link: of its title
    end: int
    address: str = ""


class Passage(NamedTuple):
    """A block as the parser would find it."""

    kind: str  # heading | paragraph | list-item
    level: int  # of a heading
    steps: Sequence[Step]


class _Group(NamedTuple):
    """Lines that belong together: a heading, a paragraph, or the items of a list."""

    kind: str
    lines: Sequence[tuple[int, str]]  # start and text


Taken = Mapping[int, Sequence[Passage]]  # by where they begin


def take(text: str) -> tuple[Taken, str]:
    """The passages that can be read without the parser, and the text for the parser, of the same length."""
    if "\f" in text or "\0" in text:
        return {}, text  # the parser takes them for something else
    opens = _OPENS.search(text)
    limit = opens.start() if opens else len(text)
    taken: dict[int, Sequence[Passage]] = {}
    left, at = list[str](), 0
    for group, indented in _groups(text.split("\n"), limit):
        start, end = group.lines[0][0], group.lines[-1][0] + len(group.lines[-1][1])
        passages = None if group.kind == "list-item" and indented else _passages(group, text)
        if passages:
            taken[start] = passages
            left += [text[at:start], "#", "\n".join([" " * len(line) for line in text[start + 1 : end].split("\n")])]
            at = end
    return taken, "".join([*left, text[at:]])


def _groups(lines: Sequence[str], limit: int) -> Iterator[tuple[_Group, bool]]:
    """The groups up to a place, each with whether it is the last before a line that is indented and so may belong to it."""
    waiting = list[_Group]()
    section = list[tuple[int, str]]()
    at = 0
    for line in (*lines, ""):
        if line.strip():
            if not section:
                yield from ((group, line[0].isspace() and group is waiting[-1]) for group in waiting)
                waiting = []
            if at >= limit:
                return
            section.append((at, line))
        elif section:
            waiting, section = list(_sectioned(section)), []
        at += len(line) + 1
    yield from ((group, False) for group in waiting)


def _sectioned(lines: Sequence[tuple[int, str]]) -> Iterator[_Group]:
    """The groups of lines without a blank one between, as far as they are plain to see."""
    number = 0
    while number < len(lines):
        first, line = number, lines[number][1]
        item = _ITEM.match(line)
        if _HEADING.match(line):
            kind, number = "heading", number + 1
        elif item:
            kind = "list-item"
            while number < len(lines) and (other := _ITEM.match(lines[number][1])) and other[1][-1] == item[1][-1]:
                number += 1
        else:
            kind = "paragraph"
            while number < len(lines) and _TEXT.match(lines[number][1]):
                number += 1
        if number == first or not _ends(kind, lines[number][1] if number < len(lines) else "# "):
            return
        yield _Group(kind, lines[first:number])


def _ends(kind: str, following: str) -> bool:
    """Whether a group ends before a line, and not only where the line looks like something else."""
    if kind == "heading" or _HEADING.match(following):
        return True
    item = _ITEM.match(following)
    return kind == "paragraph" and item is not None and item[1] in _INTERRUPTS


def _passages(group: _Group, text: str) -> list[Passage] | None:
    """The passages of a group; None where one of them holds markup that only the parser reads."""
    found = list[Passage]()
    first, last = group.lines[0], group.lines[-1]
    spans = [(first[0], last[0] + len(last[1]))]
    level = 0
    if group.kind == "heading":
        heading = _HEADING.match(first[1])
        assert heading is not None
        level, said = len(heading[1]), first[1][heading.end() :]
        if "#" in said or not said.strip():
            return None
        start = first[0] + heading.end() + len(said) - len(said.lstrip())
        spans = [(start, start + len(said.strip()))]
    elif group.kind == "list-item":
        spans = [(at + item.end(), at + len(line)) for at, line in group.lines if (item := _ITEM.match(line))]
    for start, end in spans:
        steps = _steps(text, start, end)
        if steps is None:
            return None
        found.append(Passage(group.kind, level, steps))
    return found


def _steps(text: str, start: int, end: int) -> list[Step] | None:
    """The stretches of a passage; None where only the parser knows."""
    found, at = list[Step](), start
    while mark := _MARK.search(text, at, end):
        place, before = mark.start(), text[mark.start() - 1] if mark.start() > start else " "
        if mark[0] == "\n":
            last = at + len(text[at:place].rstrip(" "))
            found += [Step("raw", at, last), Step("space", last, place + 1)]
            at = place + 1
            continue
        link = _LINK.match(text, place, end) if before != "!" else None
        words = link or (_STRESSED.match(text, place, end) if before.isspace() or before in _BEFORE else None)
        if words is None or _ADDRESS.search(words["words"]):
            return None
        found.append(Step("raw", at, place))
        if link:
            found.append(Step("link", *(link.span("title") if link["title"] else (0, 0)), link["address"]))
        found.append(Step("raw", *words.span("words")))
        at = words.end()
    return [*found, Step("raw", at, end)]
