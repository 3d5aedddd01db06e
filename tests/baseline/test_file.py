"""Tests of the files of a baseline: readable, the same for the same findings, and never silently broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.baseline import Baseline, Entry, Stamp
from lint.errors import LeaflintError

STAMP = Stamp("0.1.0", "ab", ("CLM101", "SPE101"))
ENTRY = Entry("", "CLM101", "“cures” all\n\x7f", "f1", "absolute-efficacy", 'say "less"', 2)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def made(folder: Path) -> Baseline:
    baseline = Baseline(folder, STAMP)
    baseline.write_stamp()
    return baseline


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Entries come back as they were, sorted; a document without entries has no file, and empty folders go."""
    made(tmp_path).write("a/b/c.md", [ENTRY, Entry("", "CLM100", "", "f0", "x", "y")])
    found = Baseline.load(tmp_path)
    assert found.stamp == STAMP
    assert found.names() == ("a/b/c.md",)
    assert found.entries("a/b/c.md") == (Entry("", "CLM100", "", "f0", "x", "y"), ENTRY)
    assert found.entries("other.md") == ()
    found.write("a/b/c.md", [])
    assert [path.name for path in tmp_path.iterdir()] == ["baseline.toml"]


@given(quote=TEXT, message=TEXT, part=TEXT, count=st.integers(1, 9))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, quote: str, message: str, part: str, count: int) -> None:
    """Whatever a finding quotes, its entry can be read again."""
    baseline = Baseline(tmp_path_factory.mktemp("baseline"), STAMP)
    entry = Entry(part, "CLM101", quote, "f", "n", message, count)
    baseline.write("a.md", [entry])
    assert baseline.entries("a.md") == (entry,)


def test_the_order_of_findings_does_not_matter(tmp_path: Path) -> None:
    """The same findings give the same bytes."""
    entries = [ENTRY, Entry("", "CLM100", "q", "f0", "x", "y"), Entry("p", "CLM100", "q", "f2", "x", "y")]
    baseline = made(tmp_path)
    baseline.write("a.md", entries)
    first = (tmp_path / "a.md.toml").read_bytes()
    baseline.write("a.md", reversed(entries))
    assert (tmp_path / "a.md.toml").read_bytes() == first


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("baseline.toml", None, "there is no baseline"),
        ("baseline.toml", "x = [", "damaged"),
        ("baseline.toml", 'schema = "leaflint-baseline/9"', "schema"),
        ("baseline.toml", 'schema = "leaflint-baseline/1"\nrules = []', "'rules' must be"),
        ("a.md.toml", "<<<<<<< ours\n", "damaged"),
        ("a.md.toml", 'schema = "leaflint-baseline/1"\npath = "b.md"', "it says it is of 'b.md'"),
        ("a.md.toml", 'schema = "leaflint-baseline/1"\npath = "a.md"\n[[finding]]\nrule = "X"', "finding 1 is not as"),
        ("a.md.toml", 'schema = "leaflint-baseline/1"\npath = "a.md"\n[[finding]]\nrule = "X"\nfingerprint = "f"\ncount = 0', "finding 1"),
        (
            "a.md.toml",
            'schema = "leaflint-baseline/1"\npath = "a.md"\n[[finding]]\nrule = "X"\nfingerprint = "f"\ncount = true',
            "finding 1",
        ),
        ("a.md.toml", 'schema = "leaflint-baseline/1"\npath = "a.md"' + '\n[[finding]]\nrule = "X"\nfingerprint = "f"' * 2, "there twice"),
        ("a.md.toml", 'schema = "leaflint-baseline/1"\npath = "a.md"\nfinding = "x"', "finding 1"),
    ],
)
def test_damage_is_an_error(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    """A baseline that is missing, cut off or left in conflict by a merge is named, and is no empty one."""
    made(tmp_path)
    (tmp_path / name).unlink(missing_ok=True)
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(LeaflintError) as error:
        Baseline.load(tmp_path).entries("a.md")
    assert said in str(error.value)
    assert str(tmp_path) in str(error.value)


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "a/../../b.md"])
def test_documents_outside_have_none(tmp_path: Path, name: str) -> None:
    """What lies outside of the project cannot be named in its baseline."""
    with pytest.raises(LeaflintError, match="outside"):
        made(tmp_path).entries(name)
