"""Runs with a store and with several processes: the same reviews, whatever the way."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from lint.pipeline.discover import load_source
from lint.types.review import Skipped
from lint.types.text import Source

PAGE = "# Azathioprine\n\nAzathioprine {word} lupus. Ask your doctor.\n\nIt is taken as a tablet once a day after a meal, with water.\n"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.md").write_text(PAGE.format(word="cures" if number % 3 else "may ease"), encoding="utf-8")
    return folder


def run(*arguments: str) -> Result:
    """A check that writes JSON to out.json."""
    return CliRunner().invoke(main, ["check", *arguments, "--today", "2026-11-24", "--format", "json:out.json"], catch_exceptions=False)


def test_the_same_bytes_whatever_the_way(pages: Path) -> None:
    """One process or three, cached or not, in any order of arguments."""
    outputs = set()
    for arguments in (
        ("pages", "--no-cache"), ("pages",), ("pages",), ("pages", "--workers", "3", "--no-cache"),
        tuple(f"pages/{number:02}.md" for number in reversed(range(12))),
    ):  # fmt: skip
        assert run(*arguments).exit_code == 1
        outputs.add(Path("out.json").read_bytes())
    assert len(outputs) == 1


def test_what_changes_is_reviewed_anew(pages: Path) -> None:
    """Another text, other words of the project, another jurisdiction: no old review is shown."""
    run("pages")
    before = json.loads(Path("out.json").read_text(encoding="utf-8"))
    (pages / "01.md").write_text(PAGE.format(word="eases and cures"), encoding="utf-8")
    run("pages")
    after = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert [one["sha256"] for one in before["documents"]] != [one["sha256"] for one in after["documents"]]
    run("pages", "--jurisdiction", "UK")
    assert {one["jurisdiction"] for one in json.loads(Path("out.json").read_text(encoding="utf-8"))["documents"]} == {"UK"}
    (pages / "01.md").write_text("Azathioprine is a tablet. It is neccesary.\n", encoding="utf-8")
    run("pages/01.md")
    assert "SPE101" in Path("out.json").read_text(encoding="utf-8")
    Path("leaflint.toml").write_text('words = ["neccesary"]\n', encoding="utf-8")
    run("pages/01.md")
    assert "SPE101" not in Path("out.json").read_text(encoding="utf-8")


def test_a_cache_that_cannot_be_used_is_said(pages: Path) -> None:
    """The run goes on without it; the note names it."""
    Path("cache").mkdir(exist_ok=True)
    (Path("cache") / "leaflint").write_text("in the way")
    result = run("pages")
    assert result.exit_code == 1
    assert "the cache cannot be used" in result.output


def test_statistics_and_clean(pages: Path) -> None:
    """Findings by rule, the slowest documents and rules on request; clean empties the cache."""
    first, second = run("pages", "--statistics").output, run("pages", "--statistics").output
    assert "guarantee-cure" in first
    assert "slowest rules" in first
    assert " ms  SAF" in first
    assert "12 of 12 came from the cache" in second
    assert "slowest rules" not in second, "no document was reviewed"
    assert "MB freed" in CliRunner().invoke(main, ["cache", "clean"]).output
    assert "0 of 12 came from the cache" in run("pages", "--statistics").output


@pytest.mark.parametrize("held", [0, 10_000_000])
def test_what_is_kept_is_what_was_read(pages: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    """A file is read once while there is room for it; one that changes before it is read again is kept as what it says then."""
    page, reads = pages / "00.md", list[str]()
    old, new = page.read_text(encoding="utf-8"), PAGE.format(word="eases and cures")

    def loaded(path: Path) -> Source | Skipped:
        source = load_source(path)
        reads.append(path.name)
        if path.name == "00.md" and reads.count("00.md") == 1:
            page.write_text(new, encoding="utf-8")
        return source

    with monkeypatch.context() as watched:
        watched.setattr("lint.pipeline.reviews.HELD", held)
        watched.setattr("lint.pipeline.reviews.load_source", loaded)
        run("pages")
    assert set(Counter(reads).values()) == {1 if held else 2}
    for text in (old, new):
        page.write_text(text, encoding="utf-8")
        run("pages")
        kept = Path("out.json").read_bytes()
        run("pages", "--no-cache")
        assert Path("out.json").read_bytes() == kept


def test_a_full_cache_serves_the_run_that_fills_it(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known when a run begins comes from the cache, though new reviews need its room meanwhile."""
    run("pages")
    monkeypatch.setattr("lint.pipeline.store.MOST_BYTES", 1)
    monkeypatch.setattr("lint.pipeline.store._BATCH", 1)
    (pages / "00.md").write_text(PAGE.format(word="eases and cures"), encoding="utf-8")
    assert "11 of 12 came from the cache" in run("pages", "--statistics").output
    assert "11 of 12 came from the cache" not in run("pages", "--statistics").output, "it was read, and made room"


def test_a_failed_comparison_is_made_again(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong between documents is a gap of that run, and is not kept."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("lint.pipeline.across.join", full)
        assert run("pages").exit_code == 3
    assert run("pages").exit_code == 1
    kept = Path("out.json").read_bytes()
    run("pages", "--no-cache")
    assert Path("out.json").read_bytes() == kept


def test_the_comparison_comes_from_the_cache(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same documents are not compared twice, in whatever order they are named and beside a file that cannot be read."""
    (pages / "broken.docx").write_bytes(b"PK")
    assert run("pages").exit_code == 3

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("lint.pipeline.across.join", never)
    assert run("pages").exit_code == 3
    (pages / "broken.docx").unlink()
    assert run(*(f"pages/{number:02}.md" for number in reversed(range(12)))).exit_code == 1
