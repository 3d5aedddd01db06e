"""Reads back what an editor made of leaflint's comments in Word: answers, and comments marked as resolved."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from lint.errors import LeaflintError
from lint.reporters.docx.comments import AUTHOR, KEY
from lint.types.decision import FileDecision

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MOST = 64 * 1024 * 1024  # bytes of a part, unpacked
_SAID = re.compile(
    r"\s*(?P<word>accept(?:ed)?|stands|agree(?:d)?|dismiss(?:ed)?|reject(?:ed)?)\b[\s:;,.–—-]*(?P<reason>.*)", re.DOTALL | re.IGNORECASE
)
_DISMISSED = ("dismiss", "reject")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reviewed document holds."""

    decided: tuple[FileDecision, ...]
    undecided: tuple[str, ...]  # answered, but neither resolved nor begun with accept or dismiss: each in a sentence
    untouched: int  # comments that nobody answered or resolved


@dataclass(slots=True)
class _Comment:
    id: str
    author: str
    date: str
    lines: list[str]
    paragraph: str  # id of its last paragraph, by which Word links answers
    answers: list[_Comment]
    done: bool = False


def read_answers(data: bytes, name: str) -> Answers:
    """The decisions in a reviewed .docx. Raises LeaflintError naming the file when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            comments = _comments(_part(package, "word/comments.xml"))
            _link(comments, _part(package, "word/commentsExtended.xml"))
            quotes = _quotes(_part(package, "word/document.xml"))
    except (zipfile.BadZipFile, SyntaxError, ValueError) as error:
        raise LeaflintError(f"{name}: not a Word document that can be read: {error}") from None
    asked = [(comment, key) for comment in comments if comment.author == AUTHOR and (key := KEY.fullmatch(comment.lines[-1]))]
    if not asked:
        raise LeaflintError(f"{name}: no comment of leaflint is in it: write it with `leaflint check --format docx:PATH`")
    decided, undecided, untouched = [], [], 0
    for comment, key in asked:
        made = _decision(comment)
        if made:
            decision, reason, by, date = made
            quote = " ".join(quotes.get(comment.id, "").split())
            decided.append(FileDecision(key[2], key[3], key[4] or "", key[1], quote, decision, reason, by, date))
        elif comment.answers:
            undecided.append(f"{key[1]} “{comment.answers[-1].lines[0]}”: begin with accept or dismiss, or resolve the comment")
        else:
            untouched += 1
    return Answers(tuple(decided), tuple(undecided), untouched)


def _decision(comment: _Comment) -> tuple[str, str, str, str] | None:
    """(decision, reason, by, date). The last answer that decides counts; nothing is dismissed without a reason."""
    for answer in reversed(comment.answers):
        found = _SAID.fullmatch(" ".join(answer.lines))
        if found:
            reason = found["reason"].strip()
            dismissed = found["word"].lower().startswith(_DISMISSED) and bool(reason)
            if dismissed or not found["word"].lower().startswith(_DISMISSED):
                return "dismiss" if dismissed else "accept", reason, answer.author, answer.date
    if comment.done and comment.answers:
        last = comment.answers[-1]
        bare = bool(_SAID.fullmatch(" ".join(last.lines)))  # "dismiss" alone gives no reason
        return None if bare else ("dismiss", " ".join(last.lines), last.author, last.date)
    return ("accept", "resolved in Word without an answer", "", "") if comment.done else None


def _comments(root: Any) -> list[_Comment]:
    found = []
    for element in root.iter(f"{_W}comment") if root is not None else ():
        paragraphs = list(element.iter(f"{_W}p"))
        lines = [line for line in ("".join(t.text or "" for t in p.iter(f"{_W}t")).strip() for p in paragraphs) if line] or [""]
        last = paragraphs[-1].get(f"{_W14}paraId", "") if paragraphs else ""
        date = element.get(f"{_W}date", "")[:10]
        found.append(_Comment(element.get(f"{_W}id", ""), element.get(f"{_W}author", ""), date, lines, last, []))
    return found


def _link(comments: list[_Comment], root: Any) -> None:
    """Gives each comment its answers and whether it is resolved, from Word's extended part."""
    by_paragraph = {comment.paragraph: comment for comment in comments if comment.paragraph}
    for element in root.iter(f"{_W15}commentEx") if root is not None else ():
        comment = by_paragraph.get(element.get(f"{_W15}paraId", ""))
        if comment is None:
            continue
        comment.done = element.get(f"{_W15}done", "0") in ("1", "true")
        parent = by_paragraph.get(element.get(f"{_W15}paraIdParent", ""))
        if parent is not None:
            parent.answers.append(comment)


def _quotes(root: Any) -> dict[str, str]:
    """The words that each comment stands at."""
    open_at: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        if element.tag == f"{_W}commentRangeStart":
            open_at[element.get(f"{_W}id", "")] = []
        elif element.tag == f"{_W}commentRangeEnd":
            closed[element.get(f"{_W}id", "")] = "".join(open_at.pop(element.get(f"{_W}id", ""), []))
        elif element.tag == f"{_W}t" and open_at:
            for words in open_at.values():
                words.append(element.text or "")
    return closed


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """A part of the package as XML, without entities; None where it is not there. Raises ValueError for one too large."""
    from lxml import etree

    try:
        info = package.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _MOST:
        raise ValueError(f"{name} is larger than {_MOST} bytes")
    return etree.fromstring(package.read(info), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
