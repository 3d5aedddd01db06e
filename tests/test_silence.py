"""What was not checked never looks clean: every way in which a run could end with 0 though nothing, or less, was looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint import language, readers
from lint.checks import CHECKS
from lint.cli import main
from lint.types.review import Skipped
from lint.types.text import Document, Source

BAD = "Azathioprine is completely safe and cures lupus for good. Ask your doctor.\n"
LABEL = (
    "Fluoxetine tablets\n\n4.1 Therapeutic indications\n\nFluoxetine is indicated for the treatment of epilepsy in adults.\n\n"
    "4.3 Contraindications\n\nFluoxetine is contraindicated in severe liver disease.\n\nThe MHRA Yellow Card Scheme.\n"
)
ALL_OFF = ("SPE", "DUP", "CLM", "SAF", "SUP")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one bad text, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    (tmp_path / "a.txt").write_text(BAD)
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({}, ("--ignore", "SPE", "--ignore", "DUP", "--ignore", "CLM", "--ignore", "SAF"), "every rule is off"),
        ({"leaflint.toml": f"ignore = {list(ALL_OFF)}\n"}, (), "every rule is off"),
        ({}, ("--select", ""), "there is no rule ''"),
        ({}, ("--select", "CLM999"), "there is no rule 'CLM999'"),
        ({"leaflint.toml": 'jurisdiction = "FR"\n'}, (), "'jurisdiction' must be one of US, UK, EU"),
        ({"leaflint.toml": 'rules = "none"\n', "none/readme.txt": ""}, (), "there is no rule in this folder"),
        ({"leaflint.toml": "[[overrides]]\nfiles = 'a.txt'\nignroe = ['CLM']\n"}, (), "unknown key 'ignroe'"),
        ({"leaflint.toml": 'references = "none"\n'}, (), "there is no such folder of references"),
        ({"references/a.yaml/x.txt": ""}, (), "a.yaml: cannot be read"),
        (
            {"decisions.toml": 'schema = "leaflint-decisions/1"\n[[decision]]\nfingerprint = "x"\ndecision = "dismis"\n'},
            (),
            "'decision' must",
        ),
        ({"leaflint.toml": 'decisions = "decisons.toml"\n'}, (), "the decisions cannot be read"),
        ({"leaflint.toml": 'baseline = "elsewhere"\n'}, (), "there is no baseline"),
        ({}, ("--diff-base", "HEAD"), "changed lines"),
        ({}, ("--label", "label.xml"), "there is no such label"),
        ({"label.txt": "Not a label at all.\n"}, ("--label", "label.txt"), "is it a label?"),
    ],
)
def test_what_would_leave_nothing_to_check_is_refused(
    folder: Path, files: dict[str, str], arguments: tuple[str, ...], said: str
) -> None:  # fmt: skip
    """Rules that are all off, a slip in a setting, and files that are not there or say nothing end with 2, named."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    result = run("a.txt", *arguments)
    assert result.exit_code == 2, result.output
    assert said in result.output


def test_an_override_that_turns_every_rule_off_is_said(folder: Path) -> None:
    """The file is named among what was not checked; other files are checked as ever."""
    (folder / "leaflint.toml").write_text(f"[[overrides]]\nfiles = 'a.txt'\nignore = {list(ALL_OFF)}\n")
    assert "a.txt: all checks: every rule is off for this file" in run("a.txt").output
    (folder / "b.txt").write_text(BAD)
    assert run(".").exit_code == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (
            "Dieses Medikament wird bei Erwachsenen angewendet und darf nicht von Kindern eingenommen werden, wenn es " * 3,
            "another language",
        ),
    ],
)
def test_texts_that_hold_nothing_to_check_end_with_3(folder: Path, content: bytes | str, said: str) -> None:
    """An empty text and one in another language are gaps, from a file and from standard input."""
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "a.txt").write_bytes(data)
    for result in (run("a.txt"), run("-", stdin=data)):
        assert result.exit_code == 3
        assert said in result.output


def test_a_text_of_headings_alone_still_lacks_its_statements(folder: Path) -> None:
    """Headings are no statements: what is due is missing."""
    (folder / "a.md").write_text("# Azathioprine\n\n## Cancer risk\n\n## Ask your doctor\n")
    result = run("a.md")
    assert result.exit_code == 1
    assert "Missing safety statements" in result.output


def test_a_label_of_another_medicine_does_not_answer_for_this_one(folder: Path) -> None:
    """A text on a medicine without a reference stays unchecked, whatever label was given, and the report names the medicine."""
    (folder / "label.txt").write_text(LABEL)
    (folder / "b.txt").write_text(
        "Metformin tablets are for diabetes. Take metformin with food. Metformin lowers sugar. Ask your doctor.\n"
    )
    result = run("b.txt", "--label", "label.txt", "--jurisdiction", "UK")
    assert "no UK reference for metformin" in result.output
    assert run("b.txt", "--label", "label.txt", "--jurisdiction", "UK", "--require-reference").exit_code == 3


def _broken_reader(source: Source) -> Iterator[Document | Skipped]:
    raise RecursionError("too deep")


def test_a_reader_that_fails_loses_its_file_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is a gap and ends the run with 3; the others are reviewed."""
    (folder / "b.md").write_text(BAD)
    monkeypatch.setattr(readers, "READERS", {**readers.READERS, ".md": _broken_reader})
    result = run(".")
    assert result.exit_code == 3
    assert "b.md: document: reading it failed: RecursionError" in result.output
    assert "CLM103" in result.output


def test_a_preview_of_fixes_names_what_it_could_not_look_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--diff` ends with 3 where a file could not be read, though nothing would be changed in the others."""
    (folder / "b.md").write_text(BAD)
    monkeypatch.setattr(readers, "READERS", {**readers.READERS, ".md": _broken_reader})
    result = run(".", "--diff")
    assert result.exit_code == 3
    assert "b.md: document: it cannot be fixed: RecursionError" in result.output


def test_a_language_step_that_fails_loses_its_document_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is a gap, is not kept as reviewed, and the others are reviewed."""

    def analyse(document: Document, *arguments: object, **options: object) -> object:
        if document.path == "b.txt":
            raise ZeroDivisionError
        return language.analyse(document, *arguments, **options)  # type: ignore[arg-type]

    (folder / "b.txt").write_text(BAD)
    with monkeypatch.context() as broken:
        broken.setattr("lint.pipeline.review.analyse", analyse)
        result = run(".")
    assert result.exit_code == 3
    assert "b.txt: document: its review failed: ZeroDivisionError" in result.output
    assert run(".").exit_code == 1


def test_a_check_that_failed_once_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a failed check left open is not kept for the next run."""

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr("lint.pipeline.review.CHECKS", {**CHECKS, "claims": fail})
        assert run("a.txt").exit_code == 3
    assert run("a.txt").exit_code == 1


def test_a_baseline_of_another_project_hides_nothing(folder: Path) -> None:
    """Its entries are of other documents; rules that it does not know are told besides."""
    (folder / "base").mkdir()
    (folder / "base" / "baseline.toml").write_text(
        'schema = "leaflint-baseline/1"\nversion = "0.1.0"\nsha256 = "x"\nrules = ["CLM101", "CLM103"]\n'
    )
    result = run("a.txt", "--baseline", "base")
    assert result.exit_code == 1
    assert "CLM103 [error]" in result.output
    assert "of rules that the baseline does not know count as information" in result.output


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices as Unix has them")
@pytest.mark.parametrize("arguments", [("a.txt",), ("a.txt", "--format", "json"), ("a.txt", "--format", "csv")])
def test_output_that_nobody_reads_or_that_has_no_room(folder: Path, arguments: tuple[str, ...]) -> None:
    """A reader that went away ends with 141, as with other programs; a full disk with 2 and a message."""
    command = [sys.executable, "-m", "lint", "check", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(60) == 141
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
        assert done.returncode == 2
        assert b"No space left on device" in done.stderr
        assert b"Traceback" not in done.stderr


def test_a_folder_is_not_extracted_as_its_first_file(folder: Path) -> None:
    """`extract` prints one file; of a folder it would show a part as the whole."""
    result = CliRunner().invoke(main, ["extract", "."])
    assert result.exit_code == 2
    assert "name one file" in result.output
