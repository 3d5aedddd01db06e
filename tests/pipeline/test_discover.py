"""Tests of discovery: what is found, what is passed over and said, what is an error."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.pipeline import discover as module
from lint.pipeline.discover import discover, load_source
from lint.types.review import Skipped
from lint.types.settings import CmsFields


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a few texts."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "a.md",
        "docs/b.md",
        "docs/drafts/c.md",
        "docs/d.html",
        "docs/pic.png",
        "docs/data.json",
        "node_modules/e.md",
        ".hidden/f.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def names(*paths: str, **options: object) -> list[str]:
    return [path.as_posix() for path in discover([Path(path) for path in paths], **options).paths]  # type: ignore[arg-type]


def test_folders_files_and_globs(folder: Path) -> None:
    """Each document once, in order; hidden folders and unknown formats are passed over, the latter counted."""
    assert names(".") == ["a.md", "docs/b.md", "docs/d.html", "docs/drafts/c.md"]
    assert names("docs", "docs/b.md", "./docs") == ["docs/b.md", "docs/d.html", "docs/drafts/c.md"]
    assert names("docs/**/*.md") == ["docs/b.md", "docs/drafts/c.md"]
    assert names("docs/*") == ["docs/b.md", "docs/d.html", "docs/drafts/c.md"]
    assert discover([Path("docs")]).unknown == 2


def test_ignore_files_are_respected(folder: Path) -> None:
    """.gitignore and .leaflintignore hold from their folder down; the nearer one decides; a named file is wanted."""
    (folder / ".gitignore").write_text("drafts/\n*.html\n")
    assert names(".") == ["a.md", "docs/b.md"]
    (folder / "docs/.leaflintignore").write_text("!d.html\nb.md\n")
    assert names(".") == ["a.md", "docs/d.html"]
    assert names("docs") == ["docs/d.html"]
    assert names("docs/b.md") == ["docs/b.md"]


def test_ignore_files_above_end_with_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the repository's root, or above the working folder, says nothing."""
    (folder / ".gitignore").write_text("*.md\n")
    (folder / "docs/.git").mkdir()
    assert names("docs") == ["docs/b.md", "docs/d.html", "docs/drafts/c.md"]


def test_include_and_exclude(folder: Path) -> None:
    """Patterns are those of .gitignore, below the folder that is walked or the working folder."""
    assert names(".", exclude=["docs/drafts/"]) == ["a.md", "docs/b.md", "docs/d.html"]
    assert names("docs", exclude=["docs/drafts/*"]) == ["docs/b.md", "docs/d.html"]
    assert names("docs", exclude=["drafts"]) == ["docs/b.md", "docs/d.html"]
    assert names(".", include=["*.html"]) == ["docs/d.html"]
    assert names(".", include=["docs/**"], exclude=["*.md"]) == ["docs/d.html"]


def test_force_exclude_holds_for_named_files(folder: Path) -> None:
    """A named file that is excluded is left out and counted; that alone is no error."""
    found = discover([Path("docs/b.md")], exclude=["docs/"], force_exclude=True)
    assert (found.paths, found.excluded) == ((), 1)
    assert names("docs/b.md", "a.md", exclude=["b.md"], force_exclude=True) == ["a.md"]
    (folder / ".leaflintignore").write_text("a.md\n")
    assert discover([Path("a.md")], force_exclude=True).excluded == 1


def test_exports_count_when_their_fields_are_configured(folder: Path) -> None:
    """A .json file in a folder is a document only if its fields are named; a named one without is an error that says how."""
    cms = (CmsFields(("body",), ("docs/*.json",)),)
    assert names("docs", cms=cms) == ["docs/b.md", "docs/d.html", "docs/data.json", "docs/drafts/c.md"]
    assert names("docs", cms=(CmsFields(("body",), ("other/*",)),)) == names("docs")
    with pytest.raises(LeaflintError, match=r"which fields .* \[cms\] and fields"):
        discover([Path("docs/data.json")])
    with pytest.raises(LeaflintError, match=r"no .* table's files fit it"):
        discover([Path("docs/data.json")], cms=(CmsFields(("body",), ("other/*",)),))


@pytest.mark.parametrize(
    ("path", "said"),
    [("nope.md", "no such file"), ("docs/pic.png", "unknown format"), ("x*.md", "no file or folder fits"), ("empty", "nothing")],
)
def test_what_is_not_there_is_an_error(folder: Path, path: str, said: str) -> None:
    """A path that leads nowhere, or to what no reader knows, is named."""
    (folder / "empty").mkdir()
    with pytest.raises(LeaflintError, match=said):
        discover([Path(path)])


@pytest.mark.skipif(os.name == "nt", reason="needs links and sockets")
def test_links_and_sockets(folder: Path) -> None:
    """Links to folders are not followed, a loop of links is a gap, and so is what only looks like a file."""
    (folder / "docs/loop").symlink_to(folder / "docs")
    (folder / "self.md").symlink_to(folder / "self.md")
    (folder / "link.md").symlink_to(folder / "a.md")
    server = socket.socket(socket.AF_UNIX)
    server.bind("s.md")
    server.close()
    os.mkfifo(folder / "pipe.txt")
    found = names(".")
    assert [name for name in found if "loop" in name] == []
    gaps = {path: load_source(Path(path)) for path in found}
    assert {path for path, gap in gaps.items() if isinstance(gap, Skipped)} == {"self.md", "s.md", "pipe.txt"}


def test_unreadable_folders_are_gaps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is a gap; the rest is found."""
    real = os.scandir

    def refuse(path: str | os.PathLike[str]) -> object:
        if Path(path).name == "drafts":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([Path("docs")])
    assert [gap.path for gap in found.skipped] == ["docs/drafts"]
    assert len(found.paths) == 2


def test_files_too_large_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is a gap and not read into memory."""
    monkeypatch.setattr(module, "MOST_BYTES", 3)
    gap = load_source(Path("a.md"))
    assert isinstance(gap, Skipped)
    assert "split it" in gap.reason


@pytest.mark.skipif(os.name == "nt", reason="needs names of bytes")
def test_names_that_are_no_text(folder: Path) -> None:
    """A name with bytes that are no UTF-8 can be reported."""
    name = os.fsdecode(b"caf\xe9.md")
    (folder / name).write_text("text")
    source = load_source(Path(name))
    assert not isinstance(source, Skipped)
    assert source.path == "caf\ufffd.md"


def test_reviews_in_a_folder_are_no_texts(tmp_path: Path) -> None:
    """What leaflint wrote as HTML beside the texts is passed over, and counted; named itself, it is read."""
    (tmp_path / "page.html").write_text("<p>Take it with water.</p>")
    review = tmp_path / "review.html"
    review.write_text(
        '<!doctype html><html><head><meta name="generator" content="leaflint 0.1.0"></head><body><p>29 errors</p></body></html>'
    )
    found = discover([tmp_path])
    assert [path.name for path in found.paths] == ["page.html"]
    assert found.unknown == 1
    assert [path.name for path in discover([review]).paths] == ["review.html"]
