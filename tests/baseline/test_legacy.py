"""A repository of old pages, reviewed as its team would: taken into a baseline, edited, moved about, merged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from tests.baseline import legacy
from tests.changes.conftest import Repository, repository  # noqa: F401 - a fixture

PAGES = 8


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


def open_findings(*arguments: str) -> list[tuple[str, str]]:
    """(path, quote) of the findings that count."""
    run("check", "pages", "--fail-on", "never", "--format", "json:out.json", *arguments)
    found = json.loads(Path("out.json").read_text(encoding="utf-8"))["findings"]
    return [(one["path"], one["quote"] or one["requirement"]) for one in found if one["disposition"] == "open"]


@pytest.fixture
def pages(repository: Repository) -> Path:  # noqa: F811
    """The pages, with a baseline that the configuration names, all committed."""
    folder = repository.folder / "pages"
    for number in range(PAGES):
        legacy.write(folder, number, legacy.paragraphs(number))
    made = run("baseline", "create", "pages")
    assert made.exit_code == 0, made.output
    assert 'baseline = ".leaflint-baseline"' in made.output
    repository.write("leaflint.toml", 'baseline = ".leaflint-baseline"\n')
    repository.write(".gitignore", "out.json\n")
    repository.commit()
    return folder


def test_only_what_is_new_counts(pages: Path) -> None:
    """Nothing is new at first; after edits exactly what was written; after moving every paragraph of every page nothing."""
    assert open_findings() == []
    assert run("check", "pages", "--fail-on", "info").exit_code == 0
    for number in (1, 4, 6):
        legacy.write(pages, number, [*legacy.paragraphs(number)[:3], legacy.new_sentence(number), *legacy.paragraphs(number)[3:]])
    found = open_findings()
    assert {path for path, _ in found} == {f"pages/ward{number % 7}/page{number}.md" for number in (1, 4, 6)}
    assert [quote for _, quote in found if quote not in legacy.new_sentence(1)] == []
    for number in range(PAGES):
        legacy.write(pages, number, legacy.moved(number))
    assert open_findings() == []


def test_update_is_a_ratchet(pages: Path) -> None:
    """What was put right leaves the baseline; what is new is refused and named; accepted, it no longer counts."""
    number = next(n for n in range(PAGES) if any(bad in " ".join(legacy.paragraphs(n)) for bad in legacy.BAD[:1]))
    mended = [text.replace(legacy.BAD[0], "").strip() for text in legacy.paragraphs(number)]
    legacy.write(pages, number, [*mended, legacy.new_sentence(number)])
    shown = run("baseline", "check", "pages")
    assert shown.exit_code == 1
    assert "no longer found" in shown.output
    refused = run("baseline", "update", "pages")
    assert refused.exit_code == 1
    assert "! pages/" in refused.output
    assert "- pages/" in refused.output
    assert len(open_findings()) > 0
    again = run("baseline", "check", "pages", "--strict")
    assert "- pages/" not in again.output
    assert run("baseline", "update", "pages", "--accept-new").exit_code == 0
    assert open_findings() == []
    assert run("baseline", "check", "pages", "--strict").exit_code == 0


def test_a_renamed_page_keeps_its_entries(pages: Path) -> None:
    """After a page is renamed, an update moves its entries with it and accepts nothing else; a new fault in it is still refused."""
    (pages / "ward3").rename(pages / "moved")
    legacy.write_to(pages / "moved/page3.md", 3, [*legacy.paragraphs(3), legacy.new_sentence(3)])
    update = run("baseline", "update", "pages")
    assert update.exit_code == 1
    assert [line.split(":")[0] for line in update.output.splitlines() if line.startswith("!")] == ["! pages/moved/page3.md"]
    assert [quote in legacy.new_sentence(3) for _, quote in open_findings()] == [True]


def test_branches_merge(pages: Path, repository: Repository) -> None:  # noqa: F811
    """Two branches that take in findings of different pages meet without a conflict, and what they meet in holds for both."""
    for branch, number in (("one", 2), ("two", 3)):
        repository.git("checkout", "-q", "-b", branch, "main")
        legacy.write(pages, number, [*legacy.paragraphs(number), legacy.new_sentence(number)])
        assert run("baseline", "update", "pages", "--accept-new").exit_code == 0
        repository.commit()
    repository.git("merge", "-q", "--no-edit", "one")
    assert open_findings() == []


def test_changed_lines_of_a_branch(pages: Path, repository: Repository) -> None:  # noqa: F811
    """Without a baseline, what a branch wrote counts, after a rename too; what concerns a changed page as a whole says so."""
    repository.git("checkout", "-q", "-b", "work")
    repository.write("leaflint.toml", "")
    legacy.write(pages, 5, [*legacy.paragraphs(5), legacy.new_sentence(5)])
    (pages / "ward5").rename(pages / "new")
    repository.commit()
    run("check", "pages", "--diff-base", "main", "--fail-on", "never", "--format", "json:out.json")
    found = json.loads(Path("out.json").read_text(encoding="utf-8"))["findings"]
    opened = [one for one in found if one["disposition"] == "open"]
    assert {one["path"] for one in opened} == {"pages/new/page5.md"}
    plain = [one for one in opened if not one.get("note")]
    assert plain
    assert [one["quote"] for one in plain if one["quote"] not in legacy.new_sentence(5)] == []
    assert all(one["quote"] is None or one["related"] for one in opened if one.get("note"))
    assert all("as a whole" in one["note"] for one in opened if one.get("note"))
