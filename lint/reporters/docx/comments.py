"""Comments by leaflint: what a finding says, why, and on what evidence, with a last line by which answers are read back."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run as WordRun

from lint.reporters.visible import flat, said, visible, where
from lint.types.review import Evidence, Finding, Run

AUTHOR = "leaflint"
KEY = re.compile(r"leaflint:(\w+):([0-9a-f]+) (.*?)(?: § (.*))?")  # rule, fingerprint, path, part
_SOFT = RGBColor(0x55, 0x60, 0x6B)


def key_of(found: Finding) -> str:
    """The last line of a finding's comment: enough to tell which finding an answer is about."""
    part = f" § {found.part}" if found.part else ""
    return flat(f"leaflint:{found.rule}:{found.fingerprint} {found.path}{part}")


class Commenter:
    """Adds comments to a Word document, all dated with the day of the run."""

    def __init__(self, word: Word, run: Run) -> None:
        self._word = word
        self._date = f"{run.today}T00:00:00Z"

    def add(self, found: Finding, first: Any, last: Any) -> None:
        """Comments on the runs (w:r elements) from `first` to `last`."""
        comment = self._word.comments.add_comment("", AUTHOR, "ll")
        comment._comment_elm.set(qn("w:date"), self._date)
        head = comment.paragraphs[0].add_run(f"{found.severity}: {found.name} ({found.rule})")
        head.bold = True
        comment.add_paragraph(said(found))
        comment.add_paragraph(visible(f"Why: {found.why}"))
        for related in found.related:
            place = related.place
            comment.add_paragraph(flat(f"{related.note}: {place.path}, {where(place)}: “{place.quote}”"))
        for evidence in found.evidence:
            comment.add_paragraph(evidence_line(evidence))
        key = comment.add_paragraph().add_run(key_of(found))
        key.font.size, key.font.color.rgb = Pt(7), _SOFT
        WordRun(first, None).mark_comment_range(WordRun(last, None), comment.comment_id)  # type: ignore[arg-type]


def evidence_line(evidence: Evidence, *, address: bool = True) -> str:
    """An evidence in one paragraph: the label's words or the fact, then where it stands."""
    words = f"“{evidence.quote}” " if evidence.quote else f"{evidence.statement} " if evidence.fact else ""
    source = ", ".join(part for part in (evidence.source, evidence.section, evidence.date, evidence.url if address else "") if part)
    return flat(f"{words}[{source}{'; unconfirmed' if not evidence.confirmed else ''}]")
