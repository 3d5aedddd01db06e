"""Measures the readers: how fast large files are read, and whether real pages give the same findings in every format.

    python tests/benchmarks/measure_readers.py DATA

DATA holds texts (clean_texts.jsonl) and Markdown pages (pages/*.md). HTML is made from the pages by marko, Word by an office and PDF
by a browser, where they are installed. Each large file is read in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import marko

from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.text import Document, Source

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.makers import pdf  # noqa: E402
from tests.readers.writers import as_html, as_text, as_word  # noqa: E402


def words_of(data: Path, count: int) -> list[str]:
    """Real words, again and again."""
    lines = (data / "clean_texts.jsonl").read_text(encoding="utf-8").splitlines()[:40]
    words = " ".join(json.loads(line)["text"] for line in lines).encode("cp1252", "ignore").decode("cp1252").split()
    return [words[number % len(words)] for number in range(count)]


def large_files(data: Path, folder: Path) -> Iterator[Path]:
    """A PDF of 300 pages, 5 MB of HTML, a Word file of 100,000 words, and 5 MB of text."""
    words = words_of(data, 900_000)
    passages = [("list-item" if n % 5 == 4 else "paragraph", tuple(words[60 * n : 60 * n + 60])) for n in range(15_000)]
    page = [[(50, 790 - 16 * y, 10, " ".join(words[585 * p + 13 * y :][:13])) for y in range(45)] for p in range(300)]
    for name, made in (
        ("large.pdf", pdf(page)), ("large.html", as_html(passages)[:5_000_000]), ("large.docx", as_word(passages[: 100_000 // 60 + 1])),
        ("large.txt", as_text(passages)[:5_000_000]),
    ):  # fmt: skip
        (folder / name).write_bytes(made)
        yield folder / name


def measure(path: Path) -> None:
    """Reads one file and prints what that takes."""
    start = time.process_time()
    found = next(iter(read(Source(path.name, path.read_bytes()))))
    seconds = time.process_time() - start
    assert isinstance(found, Document), found
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    size, words = path.stat().st_size / 1e6, len(found.text.split())
    print(
        f"{path.name}: {size:.1f} MB, {words} words, {len(found.blocks)} passages: {seconds:.1f} s of processor, {memory:.0f} MB of memory"
    )


def forms_of(page: Path, folder: Path) -> Iterator[Path]:
    """A Markdown page in other formats."""
    body = marko.Markdown(extensions=["gfm"]).convert(page.read_text(encoding="utf-8").split("\n---\n", 1)[-1])
    written = folder / f"{page.stem}.html"
    written.write_text(f"<meta charset=utf-8><body>{body}", encoding="utf-8")
    yield written
    office, browser = shutil.which("soffice"), shutil.which("chromium") or shutil.which("google-chrome")
    if office:
        profile = f"-env:UserInstallation=file://{folder}/office"
        form = ["--convert-to", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", str(folder)]
        subprocess.run([office, profile, "--headless", *form, str(written)], check=True, capture_output=True)
        yield folder / f"{page.stem}.docx"
    if browser:
        for name, style in (("one", ""), ("two", "<style>body {columns: 2; text-align: justify}</style>")):
            styled, printed = folder / f"{page.stem}-{name}.html", folder / f"{page.stem}-{name}.pdf"
            styled.write_text(style + written.read_text(encoding="utf-8"), encoding="utf-8")
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/browser"]
            subprocess.run([browser, *options, f"--print-to-pdf={printed}", styled.as_uri()], check=True, capture_output=True)
            yield printed


def compare(data: Path, folder: Path) -> None:
    """Prints, for each page and format, how many findings are the same as those of the Markdown, and which are not."""
    reviewer = Reviewer.build(Settings(today="2026-11-24"))
    for page in sorted((data / "pages").glob("*.md")):
        expected = findings(reviewer, page)
        for path in forms_of(page, folder):
            found = findings(reviewer, path)
            print(f"{path.name}: {(found & expected).total()} of {expected.total()} findings the same")
            for sign, rest in (("-", expected - found), ("+", found - expected)):
                for rule, quote in rest:
                    print(f"  {sign} {rule} {quote[:100]}")


def findings(reviewer: Reviewer, path: Path) -> Counter[tuple[str, str]]:
    """Rule and words of each finding of a file."""
    document = next(iter(read(Source(path.name, path.read_bytes()))))
    assert isinstance(document, Document), document
    review = reviewer.review(document)
    return Counter((f.rule, " ".join(f.place.quote.split()) if f.place else f.requirement or "") for f in review.findings)


def main() -> None:
    """Runs all measurements."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(Path(sys.argv[2]))
        return
    data = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        for path in large_files(data, Path(name)):
            subprocess.run([sys.executable, __file__, "--one", str(path)], check=True)
        compare(data, Path(name))


if __name__ == "__main__":
    main()
