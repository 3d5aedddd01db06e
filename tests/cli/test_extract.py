"""Tests of `leaflint extract` and of texts on standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from tests.readers.makers import docx, paragraph


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)


def test_extract_prints_what_offsets_count_in(folder: Path) -> None:
    """Offsets of a Word file's findings lead into the text that extract prints."""
    (folder / "a.docx").write_bytes(docx(paragraph("Uses", style="H1") + paragraph("• It is completley safe.")))
    printed = run("extract", "a.docx").stdout
    assert printed == "Uses\n• It is completley safe.\n"
    run("check", "a.docx", "--format", "json:out.json")
    found = json.loads((folder / "out.json").read_text())["findings"]
    misspelt = next(f for f in found if f["quote"] == "completley")
    assert printed[misspelt["start"] : misspelt["end"]] == "completley"
    assert misspelt["location"] == "paragraph 2"


def test_extract_prints_the_text_as_checked(folder: Path) -> None:
    """Of other formats the words without markup, and on standard error what is left out."""
    (folder / "a.html").write_text("<h1>Uses</h1><nav>Home</nav><p>One &amp; <b>two</b>.")
    result = run("extract", "a.html")
    assert result.stdout == "Uses\n\nOne & two.\n"
    assert "navigation (line 1)" in result.stderr


def test_extract_says_what_it_cannot_read(folder: Path) -> None:
    """A broken file ends with 3, a file that is not there with 2."""
    (folder / "a.docx").write_bytes(b"PK broken")
    assert run("extract", "a.docx").exit_code == 3
    assert "damaged" in run("extract", "a.docx").stderr
    assert run("extract", "b.docx").exit_code == 2


def test_fields_are_printed_with_their_part(folder: Path) -> None:
    """Each document of an export stands under its part."""
    (folder / "leaflint.toml").write_text('[cms]\nfields = ["body"]\n')
    (folder / "a.json").write_text('[{"body": "One."}, {"body": "Two."}]')
    assert run("extract", "a.json").stdout == "== /0/body\nOne.\n== /1/body\nTwo.\n"


def test_check_reads_standard_input(folder: Path) -> None:
    """The text given as - is called as told, and read as what its name says."""
    result = run("check", "-", "--stdin-filename", "page.md", text="# Uses\n\nIt is **completely safe**.\n")
    assert result.exit_code == 1
    assert "page.md:3:" in result.output
    assert run("check", "-", text="It is completely safe.\n").exit_code == 1
    assert run("check", "-", "--stdin-filename", "page.xyz", text="x").exit_code == 2
    assert run("check", "-", text="").exit_code == 3


def test_excluded_files_are_said(folder: Path) -> None:
    """With --force-exclude a named file that is excluded is left out, said, and no error."""
    (folder / "leaflint.toml").write_text('exclude = ["old/"]\n')
    (folder / "old").mkdir()
    (folder / "old/a.txt").write_text("It is completely safe.\n")
    assert run("check", "old/a.txt").exit_code == 1
    result = run("check", "old/a.txt", "--force-exclude")
    assert result.exit_code == 0
    assert "left out 1 named files" in result.stderr


def test_fields_are_configured(folder: Path) -> None:
    """Findings in an export point to record and field."""
    (folder / "leaflint.toml").write_text('[[cms]]\nfiles = ["x/*"]\nfields = ["text"]\n[[cms]]\nfields = ["body"]\nformat = "html"\n')
    (folder / "a.jsonl").write_text('{"body": "<p>Fine.</p>"}\n{"body": "<p>It is completely safe.</p>"}\n')
    run("check", "a.jsonl", "--format", "json:out.json")
    found = next(f for f in json.loads((folder / "out.json").read_text())["findings"] if f["rule"] == "CLM103")
    assert (found["part"], found["location"]) == ("/1/body", "line 2")
    assert "<p>It is completely safe.</p>"[found["start"] : found["end"]] == found["quote"]


@pytest.mark.parametrize("table", ["cms = 1", '[cms]\nfield = ["x"]', "[cms]\nfields = []", '[cms]\nfields = ["a"]\nformat = "pdf"'])
def test_wrong_configuration_is_named(folder: Path, table: str) -> None:
    """A table of fields that cannot be used ends with 2 and names the file."""
    (folder / "leaflint.toml").write_text(table)
    (folder / "a.txt").write_text("x")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "leaflint.toml" in result.output
