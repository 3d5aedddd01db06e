"""What stands after the text in Word: missing statements, the safety checklist, the claims ledger, and the sign-off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Mm, Pt

from lint.reporters.docx.comments import Commenter, evidence_line
from lint.reporters.visible import flat, said, short, where
from lint.types.review import SEVERITIES, Claim, DocumentReview, Finding, Requirement, Run

_HOW = (
    "Answer a comment of leaflint with “dismiss: …” or “accept: …” and the reason, or resolve it with the reason as answer. "
    "Then `leaflint decisions import FILE.docx` reads the answers back."
)
_SIGNED = ("Reviewed by", "Role", "Date", "Outcome", "Signature")


def write(
    word: Word, run: Run, review: DocumentReview, commenter: Commenter,
    missing: Sequence[Finding], elsewhere: Sequence[Finding], *, copied: bool,
) -> None:  # fmt: skip
    """Adds the pages at the end."""
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _heading(word, "Review by leaflint", 16)
    counts = Counter(found.severity if found.disposition == "open" else found.disposition for found in review.findings)
    word.add_paragraph("; ".join(f"{name}s: {counts[name]}" for name in reversed(SEVERITIES)) + _closed(counts))
    word.add_paragraph(_HOW)
    if review.document.format == "docx" and not copied:
        word.add_paragraph("The file changed after it was reviewed, or is not at its place: this is its text, not its copy.")
    _unchecked(word, run, review)
    _findings(word, "Missing statements", missing, commenter)
    _findings(word, "Findings whose words cannot carry a comment", elsewhere, commenter)
    _heading(word, "Safety checklist", 13)
    _table(
        word,
        ("Status", "Statement that is due", "What satisfies it, or why not", "Source"),
        map(_due, review.requirements),
        (0.12, 0.24, 0.34, 0.3),
    )
    _heading(word, "Claims ledger", 13)
    _table(
        word, ("Where", "What the text states", "Verdict", "What the reference says"), map(_claim, review.claims), (0.13, 0.33, 0.17, 0.37)
    )
    _sign_off(word, run, review)


def _closed(counts: Counter[str]) -> str:
    return "".join(f"; {name}: {counts[name]}" for name in ("suppressed", "baselined", "unchanged") if counts[name])


def _unchecked(word: Word, run: Run, review: DocumentReview) -> None:
    lines = [f"{gap.what}: {gap.reason}" for gap in review.skipped]
    lines += ["The run was interrupted: this review is partial."] * run.partial
    lines += [f"This text {review.document.note}."] * bool(review.document.note)
    _heading(word, "What was not checked", 13)
    for line in lines or ["Every check ran on the whole text."]:
        word.add_paragraph(flat(line))


def _findings(word: Word, title: str, findings: Sequence[Finding], commenter: Commenter) -> None:
    if not findings:
        return
    _heading(word, title, 13)
    for found in findings:
        paragraph = word.add_paragraph()
        words = f" ({where(found.place)}: “{short(found.place.quote, 120)}”)" if found.place else ""
        run = paragraph.add_run(f"{found.severity}: {said(found)}{words}")
        commenter.add(found, run._r, run._r)


def _due(requirement: Requirement) -> tuple[str, ...]:
    place = requirement.place
    near = f"{where(place)}: “{short(place.quote, 120)}” " if place else ""
    sources = "\n".join(evidence_line(evidence, address=False) for evidence in requirement.evidence)
    return requirement.status, requirement.title, flat(near + requirement.note), sources


def _claim(claim: Claim) -> tuple[str, ...]:
    facts = "\n".join(evidence_line(evidence, address=False) for evidence in claim.evidence)
    kind = f"{claim.kind}; {claim.note}" if claim.note else claim.kind
    return where(claim.place), f"“{short(claim.place.quote, 300)}” ({kind})", claim.verdict, facts


def _sign_off(word: Word, run: Run, review: DocumentReview) -> None:
    info = review.document
    _heading(word, "Sign-off", 13)
    rows = [
        ("Document", f"{info.path} {info.part}".strip() + f"\nsha256 {info.sha256}"),
        ("Reviewed", f"{run.today} by leaflint {run.version}, as {info.kind} for {info.jurisdiction}"),
        *(("Rules", f"{pack}\nsha256 {sha256}") for pack, sha256 in run.rules),
        *(
            ("Reference", f"{drug} ({jurisdiction}), version {version}\nsha256 {sha256}")
            for drug, jurisdiction, version, sha256 in run.references
            if drug in info.drugs
        ),
        ("Labels and sources cited", "\n".join(_sources(review))),
        *((name, "") for name in _SIGNED),
    ]
    _table(word, ("", ""), rows, (0.25, 0.75))


def _sources(review: DocumentReview) -> list[str]:
    held = [e for holder in (review.findings, review.claims, review.requirements) for item in holder for e in item.evidence]
    return list(dict.fromkeys(", ".join(filter(None, (e.source, e.date))) for e in held if e.fact))


def _heading(word: Word, title: str, size: int) -> None:
    """A heading that needs no style of the document."""
    paragraph = word.add_paragraph()
    run = paragraph.add_run(title)
    run.bold, run.font.size = True, Pt(size)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(14), True


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="B8BEC4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _table(word: Word, titles: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[float]) -> None:
    """A ruled table whose columns take these shares of the page's width."""
    filled = [*([titles] if any(titles) else []), *rows]
    section = word.sections[-1]
    room = (section.page_width or Mm(210)) - (section.left_margin or Mm(25)) - (section.right_margin or Mm(25))
    table = word.add_table(rows=0, cols=len(titles))
    table.autofit = False
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{_BORDERS}</w:tblBorders>"))
    for row in filled:
        for cell, text, share in zip(table.add_row().cells, row, shares, strict=True):
            cell.width = Emu(int(room * share))
            run = cell.paragraphs[0].add_run("\n".join(map(flat, text.split("\n"))))
            run.font.size, run.bold = Pt(8.5), row is titles or None
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(int(room * share))
