"""Tests of `leaflint check`: every row of the exit table, and what must never look clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.checks import CHECKS
from lint.cli import main
from lint.pipeline import review as review_module
from lint.types.review import DocumentReview
from lint.types.text import Document

BAD = "Azathioprine is completely safe and cures lupus for good. Ask your doctor.\n"
CLEAN = "Ask your pharmacist.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def report(path: Path) -> dict[str, list[dict[str, str]]]:
    data: dict[str, list[dict[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
    return data


def test_findings_end_with_1(folder: Path) -> None:
    """A finding at the threshold ends the run with 1, and is printed with its place."""
    (folder / "a.txt").write_text(BAD)
    result = run("a.txt")
    assert result.exit_code == 1
    assert "a.txt:1:14: CLM103 [error] absolute-safety" in result.output
    assert "^" * len("is completely safe") in result.output


def test_nothing_at_the_threshold_ends_with_0(folder: Path) -> None:
    """`--fail-on never` ends with 0 whatever is found; a text without findings ends with 0."""
    (folder / "a.txt").write_text(BAD)
    (folder / "b.txt").write_text("Ask your pharmacist. This is for information only, it does not replace advice. Read the leaflet.\n")
    assert run("a.txt", "--fail-on", "never").exit_code == 0
    assert run("b.txt").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no path given"),
        (("nope.txt",), "nope.txt: there is no such file"),
        (("a.odt",), "unknown format (suffix .odt): save it as .docx"),
        (("empty",), "nothing to check"),
        (("a.txt", "--jurisdiction", "FR"), "FR"),
        (("a.txt", "--fail-on", "fatal"), "fatal"),
        (("a.txt", "--format", "pdf"), "'pdf' is not a format"),
        (("a.txt", "--today", "yesterday"), "is not a date"),
        (("a.txt", "--nonsense"), "nonsense"),
        (("a.txt", "--config", "nope.toml"), "nope.toml: cannot be read"),
        (("a.txt", "--format", "json:no/such/folder/x.json"), "cannot be written: there is no folder no/such/folder"),
    ],
)
def test_what_cannot_be_used_ends_with_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    """A bad option, path or configuration ends with 2 and a message that names it."""
    (folder / "a.txt").write_text(CLEAN)
    (folder / "a.odt").write_text("x")
    (folder / "empty").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \n\t\n", "empty"),
        (b"\x00\x01\x02binary", "binary content (a NUL byte at 0)"),
        ("Save it as UTF-8.".encode("utf-16-le"), "text in UTF-16 that does not say so (no byte-order mark): save it as UTF-8"),
        (b"caf\x81 \x8d\x8f", "neither UTF-8 nor Windows-1252 (byte 3)"),
        (b"\x01\x02\x03\x04\x05 text", "binary content"),
        (b"\xef\xbb\xbf\xff\xfe broken", "not valid UTF-8 at byte 3"),
    ],
)
def test_unreadable_documents_end_with_3(folder: Path, content: bytes, said: str) -> None:
    """A document that cannot be read is a gap in the report and outranks findings; the rest is reviewed."""
    (folder / "bad.txt").write_bytes(content)
    (folder / "good.txt").write_text(BAD)
    result = run(".", "--format", "json:out.json", "--format", "text")
    assert result.exit_code == 3
    assert said in result.output
    data = report(folder / "out.json")
    assert [d["path"] for d in data["documents"]] == ["good.txt"]
    assert [gap["path"] for gap in data["skipped"]] == ["bad.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that cannot be read")
def test_no_permission_ends_with_3(folder: Path) -> None:
    """A file without permission is a gap."""
    (folder / "a.txt").write_text(CLEAN)
    (folder / "a.txt").chmod(0)
    result = run("a.txt")
    assert result.exit_code == 3
    assert "cannot be read: Permission denied" in result.output


def test_unreadable_file_is_a_gap(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while reading a document becomes a gap, not a crash."""
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self)

    (folder / "a.txt").write_text(CLEAN)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("a.txt")
    assert result.exit_code == 3
    assert "cannot be read: Permission denied" in result.output


def test_a_crashing_check_ends_with_3(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that fails is named in the report, and the other checks still report."""

    def crash(text: object, brief: object) -> None:
        raise RuntimeError("boom")

    (folder / "a.txt").write_text(BAD)
    monkeypatch.setattr(review_module, "CHECKS", {**CHECKS, "duplicates": crash})
    result = run("a.txt")
    assert result.exit_code == 3
    assert "the duplicates check failed: RuntimeError: boom" in result.output
    assert "CLM103" in result.output


def test_no_reference_is_said(folder: Path) -> None:
    """A text about an unknown medicine says what was not checked; it ends with 3 only if that is asked for."""
    text = "Fictomab is a medicine. Take Fictomab daily. " * 20 + "Ask your doctor."
    (folder / "a.txt").write_text(text)
    assert "no US reference for fictomab" in run("a.txt", "--fail-on", "never").output
    assert run("a.txt", "--fail-on", "never").exit_code == 0
    assert run("a.txt", "--fail-on", "never", "--require-reference").exit_code == 3


def test_jurisdiction_without_facts_is_said(folder: Path) -> None:
    """The jurisdiction decides: what is a contradiction in one may hold in another."""
    (folder / "a.txt").write_text("Azathioprine is used to treat lupus. " + "It is a tablet to swallow. " * 20)
    us, uk = run("a.txt", "--jurisdiction", "US").output, run("a.txt", "--jurisdiction", "UK").output
    assert "off-label-undisclosed" in us
    assert "off-label-undisclosed" not in uk


def test_files_of_unknown_format_in_folders_are_counted(folder: Path) -> None:
    """Walking a folder passes over what no reader knows, and says how many."""
    (folder / "a.txt").write_text(CLEAN)
    (folder / "b.xyz").write_text("x")
    assert "passed over 1 files" in run(".").output


def test_interrupted_ends_with_130(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt writes what there is, marked partial."""

    def interrupt(self: object, document: Document) -> DocumentReview:
        raise KeyboardInterrupt

    (folder / "a.txt").write_text(CLEAN)
    monkeypatch.setattr(review_module.Reviewer, "review", interrupt)
    result = run("a.txt", "--format", "json:out.json", "--format", "text")
    assert result.exit_code == 130
    assert "this review is partial" in result.output
    assert report(folder / "out.json")["run"]["partial"] is True  # type: ignore[call-overload]


def test_broken_rules_end_with_2(folder: Path) -> None:
    """A broken rule names file, line and column, and nothing is reviewed."""
    (folder / "a.txt").write_text(BAD)
    (folder / "rules").mkdir()
    (folder / "rules" / "x.yaml").write_text("rules:\n  - code: CLM101\n    nome: x\n")
    (folder / "leaflint.toml").write_text('rules = "rules"\n')
    result = run("a.txt", "--format", "json:out.json")
    assert result.exit_code == 2
    assert "rules/x.yaml:3:11: unknown key 'nome'" in result.output
    assert not (folder / "out.json").exists()


def test_empty_rule_pack_ends_with_2(folder: Path) -> None:
    """A pack without rules never makes a text look clean."""
    (folder / "a.txt").write_text(BAD)
    (folder / "rules").mkdir()
    (folder / "leaflint.toml").write_text('rules = "rules"\n')
    assert run("a.txt").exit_code == 2


def test_broken_reference_ends_with_2(folder: Path) -> None:
    """A broken reference names its place; a folder that is missing is named too."""
    (folder / "a.txt").write_text(BAD)
    (folder / "leaflint.toml").write_text('references = ["refs"]\n')
    assert "there is no such folder of references" in run("a.txt").output
    (folder / "refs").mkdir()
    (folder / "refs" / "x.yaml").write_text("schema: leaflint-reference/1\ndrug: x\nfacts:\n  - id: a\n")
    result = run("a.txt")
    assert result.exit_code == 2
    assert "refs/x.yaml:4:5: the key 'kind' is required" in result.output


def test_as_a_process(folder: Path) -> None:
    """The installed command behaves the same: findings on standard output, notes on standard error, bytes without colour."""
    (folder / "a.txt").write_text(BAD)
    (folder / "b.xyz").write_text("x")
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-m", "lint", "check", "."], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "CLM103" in done.stdout
    assert "passed over" in done.stderr
    assert "\x1b" not in done.stdout
    assert "?" * 3 not in done.stdout


def test_a_label_of_another_medicine_is_told_of(folder: Path) -> None:
    """A label that was given and that no text is about is named, and one of another jurisdiction too."""
    (folder / "a.txt").write_text("Azathioprine is used for rheumatoid arthritis. Ask your doctor.\n")
    (folder / "b.txt").write_text("Florizanib is used for rheumatoid arthritis. Ask your doctor about florizanib.\n")
    openfda = {"generic_name": ["FLORIZANIB"]}
    (folder / "l.json").write_text(json.dumps({"results": [{"indications_and_usage": ["For arthritis."], "openfda": openfda}]}))
    assert "the label of florizanib was not used: the texts are about azathioprine" in run("a.txt", "--label", "l.json").output
    assert "was not used" not in run("a.txt", "b.txt", "--label", "l.json").output
    assert "there is one for US: see --jurisdiction" in run("b.txt", "--label", "l.json", "--jurisdiction", "EU").output


def test_a_list_of_words_is_no_text(folder: Path) -> None:
    """A word list of the configuration is passed by where a folder is checked; one that is not there is said plainly."""
    (folder / "a.txt").write_text(CLEAN)
    (folder / "leaflint.toml").write_text('word-lists = ["words [1].txt"]\n')
    assert "words [1].txt: cannot be read as a list of words: No such file or directory" in run(".").output
    (folder / "words [1].txt").write_text("Zorbacare\n")
    assert "words" not in run(".", "--format", "concise").output.replace("words:", "")
