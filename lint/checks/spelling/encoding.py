"""Finds text that was read in the wrong encoding, with what it should read, and files that do not say which encoding they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.types.review import Finding
from lint.types.text import Span, Text

# What Windows-1252 makes of a byte; five bytes it leaves out stand for themselves.
_LETTERS = {byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(128, 256)}
_BYTES = {letter: byte for byte, letter in _LETTERS.items()}
_CONTINUES = "[" + "".join(re.escape(_LETTERS[byte]) for byte in range(0x80, 0xC0)) + "]"
# The beginnings that stand for the signs, accents and Greek letters of these texts; others are letters of real words too often.
_GARBLED = re.compile(f"[ÂÃÎÏ]{_CONTINUES}|[âï]{_CONTINUES}{{2}}|ð{_CONTINUES}{{3}}")
_SURELY = re.compile(f"[Â-ß]{_CONTINUES}|[à-ï]{_CONTINUES}{{2}}|[ð-ô]{_CONTINUES}{{3}}")  # where another sign is garbled
_PASSES = 4  # signs that were garbled twice need up to three
_WORD = re.compile(r"\S+")
_AFTER = ".,;:!?)\"'"  # marks that follow a word
_LOST = "\ufffd"


def check_encoding(text: Text, brief: Brief) -> Iterator[Finding]:
    """Garbled words, each with its repair, and the one finding of a file whose encoding had to be guessed."""
    document = text.document
    rule = brief.rulebook.rule("garbled-text")
    for block in document.blocks:
        passage = document.text[block.start : block.end]
        if not passage.isascii() and (_LOST in passage or _GARBLED.search(passage)):
            for start, end in _words(document.text, block.start, block.end):
                word = document.text[start:end]
                repaired = repair(word)
                if repaired != word and _LOST not in word:
                    yield finding(text, rule, Span(start, end), suggestions=(repaired,), fields=[("hint", f"it should read “{repaired}”")])
                elif _LOST in word:
                    yield finding(text, rule, Span(start, end), fields=[("hint", "a letter was lost here for good: write it again")])
    if document.guessed:
        yield from _undeclared(text, brief)


def repair(text: str) -> str:
    """The text with what was read in the wrong encoding, once or twice, read in the right one."""
    pattern = _GARBLED
    for _ in range(_PASSES):
        again = pattern.sub(lambda found: _reread(found[0]), text)
        if again == text:
            break
        text, pattern = again, _SURELY
    return text


def _reread(garbled: str) -> str:
    try:
        return bytes(_BYTES[letter] for letter in garbled).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return garbled


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a passage; a hard space that is half of a garbled sign does not end its word."""
    at = start
    while at < end:
        found = _WORD.search(text, at, end)
        if not found:
            return
        last = found.end()
        while last < end and (sign := _GARBLED.match(text, last - 1, end)):
            rest = _WORD.match(text, sign.end(), end)
            last = rest.end() if rest else sign.end()
        yield found.start(), last - len(text[found.start() : last]) + len(text[found.start() : last].rstrip(_AFTER))
        at = last


def _undeclared(text: Text, brief: Brief) -> Iterator[Finding]:
    document = text.document
    first = next((n for block in document.blocks for n in range(block.start, block.end) if not document.text[n].isascii()), None)
    if first is None:
        return
    start = max(document.text.rfind(" ", 0, first), document.text.rfind("\n", 0, first)) + 1
    found = _WORD.match(document.text, start)
    word = found[0].rstrip(_AFTER) if found else ""
    yield finding(text, brief.rulebook.rule("undeclared-encoding"), Span(start, start + max(len(word), first + 1 - start)))
