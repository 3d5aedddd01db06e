"""When two reviews are made on the same terms."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint.pipeline import terms as module
from lint.pipeline.settings import Settings
from lint.pipeline.terms import folder_key, key_of, terms_of
from lint.types.settings import JudgeSettings

BASE = Settings(today="2026-11-24", root=Path("/project"), words=frozenset(["b", "a"]))


@pytest.mark.parametrize(
    "other",
    [
        {"today": "2026-11-25"}, {"jurisdiction": "UK"}, {"words": frozenset(["a"])}, {"severity": (("CLM", "info"),)},
        {"keep_text": True}, {"min_confidence": 0.5}, {"given": (("kind", "leaflet"),)}, {"root": Path("/elsewhere")},
    ],
)  # fmt: skip
def test_what_a_review_depends_on(other: dict[str, object]) -> None:
    """Another date, jurisdiction, word or severity is another review."""
    assert terms_of(replace(BASE, **other)) != terms_of(BASE)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [{"baseline": Path("b")}, {"diff_base": "main"}, {"exclude": ("x",)}, {"words": frozenset(["a", "b"])}])
def test_what_it_does_not_depend_on(other: dict[str, object]) -> None:
    """What becomes of findings later, which files are reviewed, and the order of words."""
    assert terms_of(replace(BASE, **other)) == terms_of(BASE)  # type: ignore[arg-type]


def test_what_cannot_be_known_has_no_terms() -> None:
    """A judge may answer otherwise tomorrow, and a plug-in may be another."""
    assert terms_of(replace(BASE, plugins=("x",))) is None
    assert terms_of(replace(BASE, judge=JudgeSettings("http://127.0.0.1:1", "m"))) is None


def change(path: Path) -> None:
    path.write_text("other")


def touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def rename(path: Path) -> None:
    path.rename(path.with_name("z.yaml"))


def add(path: Path) -> None:
    (path.parent / "deep").mkdir()
    (path.parent / "deep/new.yaml").touch()


@pytest.mark.parametrize("happens", [change, touch, rename, add, Path.unlink])
def test_files_that_are_read_belong_to_it(tmp_path: Path, happens: Callable[[Path], object]) -> None:
    """A reference that is changed, touched, renamed, added or gone."""
    (tmp_path / "a.yaml").write_text("text")
    settings = replace(BASE, references=(tmp_path,))
    before, of_folder = terms_of(settings), folder_key(b"k", paths=(tmp_path,))
    assert terms_of(settings) == before
    happens(tmp_path / "a.yaml")
    assert terms_of(settings) != before
    assert folder_key(b"k", paths=(tmp_path,)) != of_folder


def test_another_program_has_other_terms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another version, and another working folder, from which paths are read."""
    before = terms_of(BASE)
    monkeypatch.setattr(module, "__version__", "9.9")
    assert terms_of(BASE) != before
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert terms_of(BASE) != before


def test_the_key_of_a_document() -> None:
    """Terms, name and bytes, and none runs into the next."""
    keys = {
        key_of(b"t", "a.md", b"x"),
        key_of(b"u", "a.md", b"x"),
        key_of(b"t", "b.md", b"x"),
        key_of(b"t", "a.md", b"y"),
        key_of(b"t", "a.mdx", b""),
    }
    assert len(keys) == 5
    assert key_of(b"t", "caf\udce9.md", b"x")
