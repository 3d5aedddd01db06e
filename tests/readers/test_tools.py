"""Files that real programs write: a browser's PDF and an office's Word and PDF files give the passages of their source.

Skipped where the program is not installed, unless LEAFLINT_REQUIRE_EXTRAS=1, which makes that a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lint.readers import read
from lint.types.text import Document, Source
from tests.readers.conftest import passages, texts
from tests.readers.writers import as_word

LONG = (
    "Take this medicine every day with a glass of water, and do not stop taking it without asking your doctor, because your condition may "
    "come back. If you have a fever, a sore throat or bruises that you cannot explain, call your doctor at once."
)
PAGE = (
    "<meta charset=utf-8><style>body {{ {style} }}</style><h1>Taking it safely</h1><p>{0}</p><ul><li>with food</li><li>at bedtime</li></ul>"
    "<h2>When to call your doctor</h2><p>{0}</p><p>{0} {0}</p><p>{0}</p>"
).replace("{0}", LONG)


def program(*names: str) -> str:
    """The path of the first of some programs that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None and os.environ.get("LEAFLINT_REQUIRE_EXTRAS") == "1":
        pytest.fail(f"none of {', '.join(names)} is installed")
    if found is None:
        pytest.skip(f"none of {', '.join(names)} is installed")
    return found


def one(path: Path) -> Document:
    found = next(iter(read(Source(path.name, path.read_bytes()))))
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("style", ["width: 17cm", "columns: 2; text-align: justify", "columns: 2; font-size: 9pt; line-height: 1.4"])
def test_a_page_printed_by_a_browser(tmp_path: Path, style: str) -> None:
    """Its PDF has the passages of the page, in one column or two."""
    browser = program("chromium", "chromium-browser", "google-chrome")
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(PAGE.format(style=style), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/profile"]
    subprocess.run([*command, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True, timeout=120)
    assert texts(one(printed)) == texts(one(page))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_document_saved_by_an_office(tmp_path: Path, form: str) -> None:
    """Its Word and PDF files have the passages of the document that it opened."""
    office = program("soffice", "libreoffice")
    written = tmp_path / "text.docx"
    kinds = (("heading", "Taking it safely"), ("paragraph", LONG), ("list-item", "with food"), ("cell", "Two tablets"), ("paragraph", LONG))
    written.write_bytes(as_word([(kind, tuple(text.split())) for kind, text in kinds]))
    command = [
        office,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        f"{tmp_path}/out",
    ]
    subprocess.run([*command, str(written)], check=True, capture_output=True, timeout=180)
    saved = one(tmp_path / f"out/text.{form}")
    assert texts(saved) == texts(one(written))
    if form == "docx":
        assert [kind for kind, _ in passages(saved) if kind != "list-item"] == ["heading", "paragraph", "paragraph", "cell", "paragraph"]
