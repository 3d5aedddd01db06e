"""Tests of what Git says changed: real histories with edits, renames, line ends, merges and unusual names."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.changes import changes_since
from lint.errors import LeaflintError
from tests.changes import history
from tests.changes.conftest import Repository
from tests.changes.history import numbered


def changed(path: str, lines: list[str]) -> list[str]:
    """The lines that count as changed since `main`."""
    found = changes_since("main").of(path)
    return [line for number, line in enumerate(lines, 1) if found.hold(number, number)]


@pytest.mark.parametrize("seed", range(12))
def test_exactly_the_new_lines_change(repository: Repository, seed: int) -> None:
    """Over a generated history with renames, a change of line ends and a merge, the changed lines are those that are new."""
    name, before, now = history.make(repository, seed)
    new = [line for line in now if line not in before]
    if len(set(before) & set(now)) > 25:  # Git calls it a rename while more than half of the text is the same
        assert changed(name, now) == new
    assert set(changed(name, now)) >= set(new)
    assert changed("other.md", ["x"]) == []


def test_what_main_did_since_is_not_ours(repository: Repository) -> None:
    """The comparison is with the merge base: what changed on main alone does not count, before and after it is merged."""
    lines = numbered(9)
    repository.write("a.md", "\n".join(lines))
    repository.commit()
    repository.git("checkout", "-q", "-b", "work")
    repository.write("a.md", "\n".join([*lines[:8], "Ours."]))
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("a.md", "\n".join(["Theirs.", *lines[1:]]))
    repository.commit()
    repository.git("checkout", "-q", "work")
    assert changed("a.md", [*lines[:8], "Ours."]) == ["Ours."]
    repository.git("merge", "-q", "--no-edit", "main")
    assert changed("a.md", ["Theirs.", *lines[1:8], "Ours."]) == ["Ours."]


@pytest.mark.parametrize("bare", ["\r", "\r\n", "\n"])
def test_line_ends_alone_are_no_change(repository: Repository, bare: str) -> None:
    """Going from LF to CRLF or back changes no line; a text of bare CRs is one line for Git, and all of it counts."""
    lines = numbered(5)
    repository.write("a.md", "\n".join(lines) + "\n")
    repository.commit()
    repository.write("a.md", bare.join(lines) + bare)
    assert changed("a.md", lines) == (lines if bare == "\r" else [])


def test_bare_carriage_returns_shift_no_line(repository: Repository) -> None:
    """Where a text holds bare CRs, Git's lines are counted as leaflint's."""
    repository.write("a.md", "one\rtwo\nthree\nfour\n")
    repository.commit()
    repository.write("a.md", "one\rtwo\nthree\nnew\n")
    assert changed("a.md", ["one", "two", "three", "new"]) == ["new"]


def test_not_committed_and_not_known(repository: Repository) -> None:
    """Changes in the working tree and the index count; a file that Git does not know, or ignores, counts as a whole."""
    repository.write("a.md", "one\ntwo\n")
    repository.write(".gitignore", "ignored.md\n")
    repository.commit()
    repository.write("a.md", "one\nnew\n")
    repository.write("fresh.md", "one\ntwo\n")
    repository.write("ignored.md", "one\n")
    assert changed("a.md", ["one", "new"]) == ["new"]
    assert changed("fresh.md", ["one", "two"]) == ["one", "two"]
    assert changed("ignored.md", ["one"]) == ["one"]
    repository.git("add", "-A")
    assert changed("a.md", ["one", "new"]) == ["new"]
    assert changed("fresh.md", ["one", "two"]) == ["one", "two"]


@pytest.mark.parametrize(
    "name", ["a b.md", 'quo"te.md', "tab\there.md", "ünï.md", "back\\slash.md", "new\nline.md", "b/b/b.md", " lead.md"]
)
def test_unusual_names(repository: Repository, name: str) -> None:
    """Whatever a file is called, its lines are found, also after a rename and from another folder."""
    repository.write(name, "\n".join(numbered(20)) + "\n")
    repository.commit()
    lines = [*numbered(19), "--- a/x.md", "+++ b/y.md", "@@ -1 +1 @@", "diff --git a/x b/x"]
    repository.write(name, "\n".join(lines) + "\n")
    assert changed(name, lines) == lines[19:]
    assert changed(str(repository.folder / name), lines) == lines[19:]
    repository.git("mv", name, f"x{Path(name).name}")
    assert changed(f"x{Path(name).name}", lines) == lines[19:]


def test_only_lines_taken_out(repository: Repository) -> None:
    """A text that only lost lines has none that changed, and yet it changed; a pure rename changed nothing."""
    repository.write("a.md", "\n".join(numbered(9)) + "\n")
    repository.write("b.md", "\n".join(numbered(9, 50)) + "\n")
    repository.commit()
    repository.write("a.md", "\n".join(numbered(8)) + "\n")
    repository.git("mv", "b.md", "c.md")
    found = changes_since("main")
    assert found.of("a.md")
    assert not found.of("a.md").hold(1, 99)
    assert not found.of("c.md")


def test_what_git_cannot_compare_counts_as_a_whole(repository: Repository) -> None:
    """A binary file, such as one of Word, has no lines for Git: all of it counts, under whatever name."""
    repository.write("x and y.docx", b"PK\0\1")
    repository.write("same.docx", b"PK\0\1")
    repository.commit()
    repository.write("x and y.docx", b"PK\0\2")
    found = changes_since("main")
    assert found.of("x and y.docx").whole
    assert not found.of("same.docx")


def test_context(repository: Repository) -> None:
    """Lines around a changed one count where that is asked for."""
    repository.write("a.md", "\n".join(numbered(9)) + "\n")
    repository.commit()
    repository.write("a.md", "\n".join([*numbered(4), "new", *numbered(4, 5)]) + "\n")
    lines = changes_since("main").of("a.md")
    assert [number for number in range(1, 10) if lines.hold(number, number, 1)] == [4, 5, 6]
    assert lines.hold(1, 5)


def test_settings_of_the_user_change_nothing(repository: Repository) -> None:
    """Colours, prefixes, external tools and more context in the user's configuration do not reach the comparison."""
    repository.write("a.md", "\n".join(numbered(9)) + "\n")
    repository.commit()
    for key, value in (
        ("color.ui", "always"), ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.external", "false"),
        ("diff.context", "9"), ("diff.renames", "false"), ("diff.interHunkContext", "9"), ("core.quotePath", "false"),
        ("diff.algorithm", "patience"),
    ):  # fmt: skip
        repository.git("config", key, value)
    repository.write("a.md", "\n".join(["new", *numbered(8, 1)]) + "\n")
    assert changed("a.md", ["new", *numbered(8, 1)]) == ["new"]


@pytest.mark.parametrize(
    ("ref", "said"), [("nowhere", "there is no 'nowhere'"), ("--all", "there is no '--all'"), ("other", "fetch-depth: 0")]
)
def test_references_that_cannot_be_used(repository: Repository, ref: str, said: str) -> None:
    """An unknown reference, an option in disguise and a history without common ground are errors."""
    repository.write("a.md", "x\n")
    repository.commit()
    repository.git("checkout", "-q", "--orphan", "other")
    repository.write("a.md", "y\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    with pytest.raises(LeaflintError, match=said):
        changes_since(ref)


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, or without Git, the run says so."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(LeaflintError, match="not a git repository"):
        changes_since("main", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LeaflintError, match="no `git` on the PATH"):
        changes_since("main", tmp_path)
