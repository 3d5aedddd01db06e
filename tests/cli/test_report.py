"""Tests of where reports are written: files whole or not at all, folders, and what needs a path."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from lint.errors import LeaflintError
from lint.files import replace_file
from lint.pipeline.review import Reviewer
from lint.reporters import REPORTERS
from lint.types.review import DocumentReview
from lint.types.text import Document

BAD = "Azathioprine is completely safe and cures lupus for good. Ask your doctor.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two texts."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BAD)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


@pytest.mark.parametrize("name", [name for name, reporter in REPORTERS.items() if reporter.needs_path])
def test_what_is_no_terminal_output_needs_a_path(folder: Path, name: str) -> None:
    """HTML and Word are refused without a path, with the way out."""
    result = run("check", "a.txt", "--format", name)
    assert result.exit_code == 2
    assert f"{name}:review.{name}" in result.output


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_is_written_to_a_file(folder: Path, name: str) -> None:
    """One document in any format, in a file; nothing else is left in the folder."""
    assert run("check", "a.txt", "--format", f"{name}:out.{name}").exit_code == 1
    assert (folder / f"out.{name}").stat().st_size > 50
    assert sorted(path.name for path in folder.iterdir()) == sorted(["a.txt", "b.txt", f"out.{name}"])


def test_formats_are_repeated(folder: Path) -> None:
    """Several formats in one run, one of them to standard output."""
    result = run("check", ".", "--format", "json:out.json", "--format", "html:out.html", "--format", "concise")
    assert "a.txt:1:14: error CLM103" in result.output
    assert len(json.loads((folder / "out.json").read_text())["documents"]) == 2
    assert (folder / "out.html").read_text().count('<article class="document"') == 2


@pytest.mark.parametrize("path", ["out/", "out", "deep/er/out/"])
def test_a_folder_gets_a_file_each(folder: Path, path: str) -> None:
    """A path without a suffix is a folder; it is made, and HTML has an index in it."""
    run("check", ".", "--format", f"html:{path}")
    assert sorted(file.name for file in (folder / path).iterdir()) == ["a.txt.html", "b.txt.html", "index.html"]
    run("check", "a.txt", "b.txt", "--format", f"docx:{path}")
    assert docx.Document(str(folder / path / "a.txt.docx")).paragraphs[0].text == BAD.strip()


@pytest.mark.parametrize("paths", [["."], ["a.txt", "b.txt"], ["records.csv"]])
def test_one_word_file_holds_one_document(folder: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]) -> None:
    """Several documents do not fit in one .docx: that is said as soon as it is known, with the way out; nothing is written."""
    (folder / "leaflint.toml").write_text('[[cms]]\nfields = ["body"]\nfiles = ["*.csv"]\n')
    (folder / "records.csv").write_text("id,body\n" + f"1,{BAD}" * 4)
    seen: list[str] = []
    review = Reviewer.review

    def watched(self: Reviewer, document: Document) -> DocumentReview:
        seen.append(document.path)
        return review(self, document)

    monkeypatch.setattr(Reviewer, "review", watched)
    result = run("check", *paths, "--format", "docx:out.docx", "--format", "json:out.json")
    assert result.exit_code == 2
    assert "out.docx: one such file holds one document, and there are several: name a folder instead" in result.output
    assert len(seen) <= (4 if paths == ["records.csv"] else 0)  # a file is reviewed as a whole
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "leaflint.toml", "records.csv"]


def test_a_word_file_of_a_text_that_cannot_be_read(folder: Path) -> None:
    """It says that there is nothing to put into it, and why; so does the other report."""
    (folder / "a.txt").write_bytes(b"")
    result = run("check", "a.txt", "--format", "docx:out.docx", "--format", "concise")
    assert result.exit_code == 2
    assert "out.docx: is not written: such a file holds one document, and none could be reviewed\na.txt: the file is empty" in result.output
    assert "a.txt" in result.stdout


def test_one_sentence_again_and_again(folder: Path) -> None:
    """Reports list the first places of each finding and say how many more there are; a baseline counts them all."""
    (folder / "a.txt").write_text(f"{BAD.strip()} " * 120)
    result = run("check", "a.txt", "--no-cache", "--format", "json:out.json", "--format", "concise")
    found = json.loads((folder / "out.json").read_text())["findings"]
    safe = [one for one in found if one["rule"] == "CLM103"]
    assert len(safe) == result.stdout.count("CLM103") == 50
    assert [one.get("note", "") for one in safe] == [""] * 49 + ["the same at 70 more places"]
    (passage,) = (one for one in found if one["name"] == "exact-sentence")
    assert passage["related"][-1]["note"] == "and here, and at 69 more places"
    assert result.stdout.count("the same at 70 more places") == 1
    run("baseline", "create", "a.txt")
    assert run("check", "a.txt", "--no-cache", "--baseline", ".leaflint-baseline").exit_code == 0
    (folder / "a.txt").write_text(f"{BAD.strip()} " * 121)
    assert run("check", "a.txt", "--no-cache", "--baseline", ".leaflint-baseline").exit_code == 1


def test_a_dash_is_standard_output(folder: Path) -> None:
    """`concise:-` writes no file of that name."""
    before = sorted(path.name for path in folder.iterdir())
    result = run("check", "a.txt", "--format", "concise:-")
    assert "a.txt" in result.stdout
    assert sorted(path.name for path in folder.iterdir()) == before


def test_files_are_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a report cannot be put in its place, the old one stays and no half one is left."""
    (folder / "out.json").write_text("old")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(LeaflintError, match="No space left"):
        replace_file(Path("out.json"), b"new")
    assert (folder / "out.json").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "out.json"]


def test_the_text_is_kept_only_when_a_format_shows_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without HTML, Word or rdjson the reviews do not carry their documents."""
    kept: list[bool] = []
    real = Reviewer.review

    def spy(self, document, **options):  # type: ignore[no-untyped-def]
        review = real(self, document, **options)
        kept.append(review.original is not None)
        return review

    monkeypatch.setattr(Reviewer, "review", spy)
    run("check", "a.txt", "--format", "json")
    run("check", "a.txt", "--format", "html:out.html")
    assert kept == [False, True]


def test_a_decision_comes_back_from_word(folder: Path) -> None:
    """The whole way: a review in Word, an answer to a comment, the decisions file, and the next run is quiet on it."""
    run("check", "a.txt", "--format", "docx:a.docx")
    word = docx.Document("a.docx")
    comments = list(word.comments)
    assert "CLM103" in comments[0].paragraphs[0].text
    _answer(word, comments[0], "dismiss: quoted from a patient")
    result = run("decisions", "import", "a.docx")
    assert result.exit_code == 0
    assert f"a.docx: 1 dismissed, 0 accepted, {len(comments) - 1} not answered" in result.output
    data = json.loads(run("check", "a.txt", "--format", "json").output)
    assert [f["disposition"] for f in data["findings"] if f["rule"] == "CLM103"] == ["suppressed"]


def test_decisions_saved_in_the_page_are_gathered(folder: Path) -> None:
    """Files that the HTML report saved for several documents become one."""
    for name in "ab":
        entry = f'fingerprint = "{name}"\npath = "{name}.txt"\nrule = "CLM103"\ndecision = "dismiss"\nreason = "quoted"\n'
        (folder / f"{name}.toml").write_text(f'schema = "leaflint-decisions/1"\n\n[[decision]]\n{entry}')
    assert "b.toml: 1 dismissed" in run("decisions", "import", "a.toml", "b.toml").output
    assert (folder / "decisions.toml").read_text().count("[[decision]]") == 2


def test_importing_from_other_files_ends_with_2(folder: Path) -> None:
    """A file that is missing or not from leaflint is named, and no decisions file is written."""
    assert "gone.docx: cannot be read" in run("decisions", "import", "gone.docx").output
    result = run("decisions", "import", "a.txt")
    assert result.exit_code == 2
    assert "a.txt: not a Word document" in result.output
    assert not (folder / "decisions.toml").exists()


def _answer(word, comment, text: str) -> None:  # type: ignore[no-untyped-def]
    """Saves the document with an answer to a comment, as Word does."""
    import zipfile

    reply = word.comments.add_comment(text, "Ann Editor", "AE")
    for number, one in enumerate((comment, reply), 1):
        one.paragraphs[-1]._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")
    out = io.BytesIO()
    word.save(out)
    rows = '<w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
    with zipfile.ZipFile(out, "a") as package:
        space = "http://schemas.microsoft.com/office/word/2012/wordml"
        package.writestr("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{space}">{rows}</w15:commentsEx>')
    Path("a.docx").write_bytes(out.getvalue())
