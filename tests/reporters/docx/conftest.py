"""Word files as tests make and open them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from lint.readers import read
from lint.reporters import REPORTERS
from lint.types.review import DocumentInfo, DocumentReview, Run
from lint.types.text import Document, Source

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def reviewed(run: Run) -> Callable[..., bytes]:
    """Writes a review as a Word document."""

    def write(review: DocumentReview) -> bytes:
        out = io.BytesIO()
        REPORTERS["docx"](run, [review], out)
        return out.getvalue()

    return write


@pytest.fixture
def original(tmp_path: Path, make: Callable[..., DocumentReview]) -> Callable[..., DocumentReview]:
    """A review of a .docx on disk, whose text is its paragraphs in order."""

    def write(word: docx.document.Document, flagged: list[str]) -> DocumentReview:
        import hashlib

        file = tmp_path / "leaflet.docx"
        word.save(str(file))
        text = "\n\n".join(p.text for p in word.paragraphs if p.text.strip())
        review = make(text, flagged)
        info = replace(review.document, path=str(file), format="docx", sha256=hashlib.sha256(file.read_bytes()).hexdigest())
        return replace(review, document=info)

    return write


@pytest.fixture
def converted(tmp_path: Path) -> Callable[[bytes, str], bytes]:
    """Opens a Word file in LibreOffice and saves it in another format."""
    if OFFICE is None:
        if os.environ.get("LEAFLINT_REQUIRE_EXTRAS"):
            pytest.fail("LibreOffice is not installed, and LEAFLINT_REQUIRE_EXTRAS asks for it")
        pytest.skip("LibreOffice is not installed")

    def convert(data: bytes, suffix: str) -> bytes:
        source, out = tmp_path / "reviewed.docx", tmp_path / "out"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [str(OFFICE), profile, "--headless", "--convert-to", suffix, "--outdir", str(out), str(source)]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        return (out / f"reviewed.{suffix}").read_bytes()

    return convert


@pytest.fixture
def answered() -> Callable[..., bytes]:
    """A reviewed file as an editor sends it back: answers by number of comment, and comments that are resolved."""

    def answer(data: bytes, answers: dict[int, str], resolved: set[int]) -> bytes:
        word = docx.Document(io.BytesIO(data))
        entries = []
        comments = list(word.comments)
        for number, comment in enumerate(comments):
            _name(comment, f"{number + 1:08X}")
            entries.append((f"{number + 1:08X}", "", number in resolved))
        for number, text in answers.items():
            reply = word.comments.add_comment(text, "Ann Editor", "AE")
            _name(reply, f"A{number:07X}")
            entries.append((f"A{number:07X}", f"{number + 1:08X}", False))
        out = io.BytesIO()
        word.save(out)
        return _with_extended(out.getvalue(), entries)

    return answer


def _name(comment: object, paragraph: str) -> None:
    last = comment.paragraphs[-1]._p  # type: ignore[attr-defined]
    last.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", paragraph)


def _with_extended(data: bytes, entries: list[tuple[str, str, bool]]) -> bytes:
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    rows = "".join(
        f'<w15:commentEx w15:paraId="{name}" {f"w15:paraIdParent={chr(34)}{parent}{chr(34)} " if parent else ""}w15:done="{int(done)}"/>'
        for name, parent, done in entries
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{space}">{rows}</w15:commentsEx>')
    return out.getvalue()


@pytest.fixture
def read_back(tmp_path: Path) -> Callable[[docx.document.Document], DocumentReview]:
    """A review without findings of a .docx on disk, as leaflint reads it."""

    def review(word: docx.document.Document) -> DocumentReview:
        file = tmp_path / "read.docx"
        word.save(str(file))
        (document,) = read(Source(str(file), file.read_bytes()))
        assert isinstance(document, Document)
        info = DocumentInfo(str(file), "", document.sha256, "docx", "utf-8", "en-US", "article", "US", (), 1)
        return DocumentReview(info, (), (), (), original=document)

    return review
