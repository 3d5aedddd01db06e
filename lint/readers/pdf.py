"""PDF: the text of each page in reading order; offsets count in the text that is taken from it.

A page that is a picture, or whose fonts do not say which letters they draw, is a gap of its own.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from lint.readers import layout
from lint.readers.layout import Line
from lint.readers.pages import Page, assemble
from lint.types.review import Skipped
from lint.types.text import Document, Omitted, Source

MOST_PAGES = 5_000
MOST_CHARACTERS = 500_000  # of one page
_UNREADABLE = 0.2  # share of letters without a meaning from which a page is a gap
_MOST_OBJECTS = 50_000  # of one page that are looked at
_LARGE = 5_000  # square points from which a picture may hold words
_WORD = re.compile(r"([^\s\ufffe\0]+)(\ufffe?)")  # the library gives U+FFFE for a hyphen at the end of a line
_BOLD = (b"bold", b"black", b"heavy")


def read(source: Source) -> Iterator[Document | Skipped]:
    """The one document of a PDF, then its gaps, or why there is none. Raises nothing for damaged files."""
    try:
        import pypdfium2
    except ImportError:
        yield Skipped(source.path, source.part, "document", "PDF needs a library that is not installed: pip install 'leaflint[pdf]'")
        return
    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        yield Skipped(source.path, source.part, "document", _refusal(source, str(error)))
        return
    try:
        if len(pdf) > MOST_PAGES:
            yield Skipped(source.path, source.part, "document", f"{len(pdf)} pages, more than {MOST_PAGES}: split it")
            return
        pages = [_page(pdf, number) for number in range(len(pdf))]
        title = pdf.get_metadata_dict(skip_empty=True).get("Title", "")
        document = assemble(source, pages, [("title", title)] if title else [])
        document = replace(document, omitted=(*document.omitted, *_besides(pdf)))
    finally:
        pdf.close()
    if document.blocks:
        yield document
    gaps = [(number, page.gap) for number, page in enumerate(pages, 1) if page.gap]
    if gaps and not document.blocks and len({gap for _, gap in gaps}) == 1:
        which = f"all of its {len(gaps)} pages" if len(gaps) > 1 else "its one page"
        yield Skipped(source.path, source.part, "document", f"{which}: {gaps[0][1]}")
    elif gaps:
        yield from (Skipped(source.path, f"page {number}", "page", gap) for number, gap in gaps)
    elif not document.blocks:
        yield document


def _refusal(source: Source, error: str) -> str:
    if "assword" in error:
        return "protected by a password: save it without one"
    if not source.data[:1024].lstrip().startswith(b"%PDF"):
        return "not a PDF, whatever its name says"
    return f"damaged: it cannot be opened as a PDF ({error})"


def _besides(pdf: Any) -> Iterator[Omitted]:
    """What a file holds besides its pages."""
    if pdf.get_formtype():
        yield Omitted("form", "what is entered in form fields is not read", 0, 0)
    if pdf.count_attachments():
        yield Omitted("embedded object", "attached files are not read", 0, 0)


def _page(pdf: Any, number: int) -> Page:
    import pypdfium2

    found = Page()
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return Page(gap="damaged: the page cannot be opened")
    try:
        text = page.get_textpage()
        words, unreadable, total = _words(text)
        text.close()
        drawn = [_drawn(item) for item in islice(page.get_objects(max_depth=3), _MOST_OBJECTS)]
        found.images = sum(1 for kind, _, _ in drawn if kind == "large image")
        found.told = list(_notes(page))
    except (pypdfium2.PdfiumError, ValueError) as error:
        return Page(gap=f"damaged: the page cannot be read ({error})")
    finally:
        page.close()
    if total > MOST_CHARACTERS:
        found.gap = f"refused: {total} letters on one page"
    elif unreadable > _UNREADABLE * total:
        found.gap = "its fonts do not say which letters they draw: make the PDF anew with a text layer"
    elif not words and drawn:
        found.gap = "it shows pictures or shapes and holds no text: a scan needs a text layer (OCR)"
    else:
        bullets = [(right, y) for kind, right, y in drawn if kind == "bullet"]
        lines = layout.with_bullets(layout.lines_of(words), bullets)
        found.columns = [column for column in layout.columns(lines) if column]
    return found


def _drawn(item: Any) -> tuple[str, float, float]:
    """What an object of a page is, its right edge, and the height of its middle."""
    import pypdfium2.raw as raw

    if item.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
        return "other", 0.0, 0.0
    left, bottom, right, top = item.get_bounds()
    width, height = right - left, top - bottom
    if item.type == raw.FPDF_PAGEOBJ_IMAGE:
        kind = "large image" if width * height >= _LARGE else "image"
    else:
        kind = "bullet" if 1 < width < 8 and 0.7 < width / max(height, 0.1) < 1.4 else "other"
    return kind, right, (bottom + top) / 2


def _words(text: Any) -> tuple[list[Line], int, int]:
    """The words of a page in the order in which it draws them, how many letters cannot be read, and how many there are."""
    count = text.count_chars()
    if count > MOST_CHARACTERS:
        return [], 0, count
    letters = _letters(text, count)
    measure = _Measure(text)
    words = [measure.word(*found.span(1), found[1], hyphen=bool(found[2])) for found in _WORD.finditer(letters)]
    unreadable = sum(1 for letter in letters if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff")
    return words, unreadable, sum(len(word.text) for word in words)


def _letters(text: Any, count: int) -> str:
    """The letters of a page, as many as the library counts, so that an index into them is the library's."""
    import pypdfium2.raw as raw

    whole: str = text.get_text_range()
    if len(whole) != count:
        codes = (raw.FPDFText_GetUnicode(text, index) for index in range(count))
        whole = "".join("\ufffe" if code == 2 else chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
    return whole


class _Measure:
    """Measures the words of a page; what the library fills is made once."""

    def __init__(self, text: Any) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.text = text
        self.numbers = [ctypes.c_double() for _ in range(6)]
        self.box = raw.FS_RECTF()
        self.name, self.flags = ctypes.create_string_buffer(64), ctypes.c_int()

    def word(self, first: int, end: int, letters: str, *, hyphen: bool) -> Line:
        """The word of the letters [first, end)."""
        raw, text = self.raw, self.text
        x, y, left, right, bottom, top = self.numbers
        raw.FPDFText_GetCharOrigin(text, first, x, y)
        raw.FPDFText_GetCharBox(text, end - 1, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(text, first, self.box)
        size = abs(self.box.top - self.box.bottom) or abs(raw.FPDFText_GetFontSize(text, first)) or 1.0
        raw.FPDFText_GetFontInfo(text, first, self.name, 64, self.flags)
        bold = any(mark in self.name.value.lower() for mark in _BOLD)
        plain = letters.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not letters.isascii() else letters
        return Line(plain + "-" * hyphen, x.value, right.value, y.value, size, bold, hyphen or plain.endswith(("-", "‐")))


def _notes(page: Any) -> Iterator[tuple[float, str]]:
    """The notes on a page that speak to leaflint, with their height."""
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 1_000)):
        note = raw.FPDFPage_GetAnnot(page, index)
        size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
        if 2 < size < 2_000:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAnnot_GetStringValue(note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
            said = buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
            box = raw.FS_RECTF()
            if re.match(r"leaflint\b", said) and raw.FPDFAnnot_GetRect(note, box):
                yield box.top, said
        raw.FPDFPage_CloseAnnot(note)
