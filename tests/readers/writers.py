"""Writes one text, given as passages, in every format."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence

from tests.readers.makers import docx, paragraph, pdf, word_run

Passage = tuple[str, tuple[str, ...]]  # kind of block, words
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~])")
_LINE = 86  # characters in a line of a PDF


def as_text(passages: Sequence[Passage]) -> bytes:
    """Plain text: an empty line between passages, a dash before items."""
    return "\r\n\r\n".join(("- " if kind == "list-item" else "") + " ".join(words) for kind, words in passages).encode()


def as_markdown(passages: Sequence[Passage]) -> bytes:
    """Markdown, with every fifth word in bold."""
    marks = {"heading": "## {}", "paragraph": "{}", "list-item": "- {}", "cell": "| {} |\n|---|\n"}
    said = [(kind, [_SPECIAL.sub(r"\\\1", word) for word in words]) for kind, words in passages]
    return "\n\n".join(
        marks[kind].format(" ".join(w if n % 5 or not w.isalnum() else f"**{w}**" for n, w in enumerate(words))) for kind, words in said
    ).encode()


def as_html(passages: Sequence[Passage]) -> bytes:
    """HTML, with every fifth word in bold."""
    tags = {"heading": "h2", "paragraph": "p", "list-item": "li", "cell": "td"}
    said = [
        (tags[kind], "\n ".join(html.escape(w) if n % 5 else f"<b>{html.escape(w)}</b>" for n, w in enumerate(words)))
        for kind, words in passages
    ]
    return "".join(f"<{tag}>{text}</{tag}>" for tag, text in said).encode()


def as_word(passages: Sequence[Passage]) -> bytes:
    """Word, each word a run of its own; a cell is a table."""
    styles = {"heading": "H1", "paragraph": "", "list-item": "Bullets", "cell": ""}
    made = []
    for kind, words in passages:
        one = paragraph(*(word_run(f"{word} ") for word in words), style=styles[kind])
        made.append(f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>" if kind == "cell" else one)
    return docx("".join(made))


def as_pdf(passages: Sequence[Passage]) -> bytes:
    """PDF pages of one column: headings larger, a bullet before items; only what the standard fonts have."""
    pages: list[list[tuple[float, float, float, str]]] = [[]]
    y = 780.0
    for kind, words in passages:
        shown = " ".join(printed(words))
        lines = textwrap.wrap(shown, _LINE if kind != "heading" else 60, break_long_words=False, break_on_hyphens=False)
        for number, line in enumerate(lines):
            if y < 60:
                pages, y = [*pages, []], 780.0
            pages[-1].append((50, y, 14 if kind == "heading" else 10, ("• " if kind == "list-item" and not number else "") + line))
            y -= 16 if kind == "heading" else 12
        y -= 10
    return pdf(pages)


def printed(words: Sequence[str]) -> list[str]:
    """The words of a passage that `as_pdf` writes."""
    return [word for word in words if in_pdf(word)] or ["nothing"]


def in_pdf(word: str) -> bool:
    """Whether the fonts of `as_pdf` have every letter of a word."""
    try:
        return bool(word.encode("cp1252")) and word.isprintable() and "\u00ad" not in word
    except UnicodeEncodeError:
        return False


WRITERS: Mapping[str, Callable[[Sequence[Passage]], bytes]] = {
    "a.txt": as_text, "a.md": as_markdown, "a.mdx": as_markdown, "a.html": as_html, "a.docx": as_word, "a.pdf": as_pdf,
}  # fmt: skip
