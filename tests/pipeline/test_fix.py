"""Tests of fixing files: what changes, what never does, and that a second run finds nothing left."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.cli import main
from lint.pipeline.fix import fix_source
from lint.pipeline.review import Reviewer
from lint.pipeline.stages import Stages
from lint.types.text import Source

ROOT = Path(__file__).parent.parent.parent
WRONG = ("neccessary", "recieve", "the the", "experiances", "medicinefor", "Occassionally", "significanlty", "tumour", "anemia", "and and")
KEPT = (
    "azathioprine", "Imuran", "azathiaprine", "Imuram", "predsinolone", "not", "not not", "never", "without", "don't", "no", "cannot",
    "50 mg", "2.5 ml", "1,000 units", "twice twice", "two two", "three times a day", "10%", "mg mg", "once daily", "tabelt", "milligrm",
    "hypetension", "unecessary", "iregular", "half half", "6-mercaptopurine",
)  # fmt: skip
PLAIN = ("doctor", "is taken", "by people", "after", "a transplant", ".", ",", "; ask", "your pharmacist", "🙂", "café")
_PROTECTED = re.compile("|".join(sorted(map(re.escape, KEPT), key=len, reverse=True)) + r"|\d+")


def fixed(reviewer: Reviewer, data: bytes, *, path: str = "a.md", unsafe: bool = False) -> bytes:
    """The file after fixing; the same where there is nothing to fix."""
    found = fix_source(Source(path, data), reviewer, Stages(reviewer.settings), unsafe=unsafe)
    return data if found is None else found.after.encode(found.encoding)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([*WRONG, *KEPT, *PLAIN]), min_size=1, max_size=30),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["a.md", "a.txt"]),
    st.booleans(),
)
def test_fixes_keep_what_matters(reviewer: Reviewer, words: list[str], end: str, encoding: str, path: str, unsafe: bool) -> None:
    """Over generated texts: medicines, numbers, units and negations stay in their order, line ends and encoding stay, and twice is once."""
    text = "".join(word + (end * 2 if number % 7 == 6 else " ") for number, word in enumerate(words))
    before = text.encode(encoding)
    after = fixed(reviewer, before, path=path, unsafe=unsafe)
    read = after.decode(encoding)
    assert _PROTECTED.findall(read) == _PROTECTED.findall(text)
    assert re.findall(r"\r\n|\n|\r", read) == re.findall(r"\r\n|\n|\r", text)
    assert after[:3] == before[:3] or encoding == "utf-8"
    assert fixed(reviewer, after, path=path, unsafe=unsafe) == after


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_the_corrected_imuran_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It differs from the original in exactly the seven misspelt words; a claim with a misspelling in it is still reported."""
    monkeypatch.chdir(tmp_path)
    original = (ROOT / "corpus/documents/imuran.txt").read_bytes()
    Path("imuran.txt").write_bytes(original)
    gold = json.loads((ROOT / "corpus/gold/imuran.json").read_text(encoding="utf-8"))["findings"]
    slips = [one for one in gold if one["check"] == "spelling" and one["level"] == "core"]
    expected, at = "", 0
    text = original.decode("utf-8")
    for one in sorted(slips, key=lambda one: one["start"]):
        expected += text[at : one["start"]] + one["correction"]
        at = one["end"]
    preview = run("imuran.txt", "--diff")
    assert preview.exit_code == 1
    assert Path("imuran.txt").read_bytes() == original
    result = run("imuran.txt", "--fix", "--format", "json:out.json")
    assert len(slips) == 7
    assert Path("imuran.txt").read_bytes().decode("utf-8") == expected + text[at:]
    assert "7 fixes in 1 file" in result.output
    claims = [one["quote"] for one in json.loads(Path("out.json").read_text(encoding="utf-8"))["findings"] if one["check"] == "claims"]
    assert any("significantly" in quote for quote in claims)
    assert run("imuran.txt", "--diff").exit_code == 0


def test_old_encodings_and_modes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in Windows-1252 stays one; its mode and what links to it stay."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes("It is neccessary \x96 ask at the caf\xe9.\r\n".encode("latin-1"))
    Path("a.txt").chmod(0o640)
    Path("link.txt").symlink_to("a.txt")
    run("link.txt", "--fix")
    assert Path("a.txt").read_bytes() == "It is necessary \x96 ask at the caf\xe9.\r\n".encode("latin-1")
    assert Path("a.txt").stat().st_mode & 0o777 == 0o640
    assert Path("link.txt").is_symlink()


def test_suppressed_and_unchanged_words_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A spelling that is set aside with a reason is not put right behind its author's back."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("<!-- leaflint ignore-next SPE101: a quotation -->\n\nIt is neccessary.\n\nIt is neccessary.\n")
    run("a.md", "--fix")
    assert Path("a.md").read_text().count("neccessary") == 1


def test_a_file_that_cannot_be_written_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the file; it is left whole."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("It is neccessary.\n")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("a.txt", "--fix")
    assert result.exit_code == 2
    assert "a.txt: cannot be written" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_unsafe_needs_to_be_asked_for_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--unsafe-fixes` alone is refused: it says what to fix with, not to fix."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x\n")
    assert run("a.txt", "--unsafe-fixes").exit_code == 2
