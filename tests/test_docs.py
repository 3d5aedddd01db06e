"""The pages for users name only what there is, and all there is: commands, options, links, keys, formats, rules."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from lint import __version__
from lint.cli import main
from lint.cli.group import COMMANDS
from lint.cluster import TABLES
from lint.config.model import KEYS, NOT_VALUES
from lint.pipeline.examples import run_examples
from lint.pipeline.review import Reviewer
from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.readers import READERS, RECORDS
from lint.reporters import REPORTERS
from lint.reporters.catalogue import catalogue
from lint.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "rules/README.md"])
GUIDES = [path for path in PAGES if path.name != "rules.md"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of every leaflint command on a page, in blocks and in running text."""
    for block in re.findall(r"^```(?:yaml)?\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in re.findall(r"^(?: *- )?(?:python3 dev\.py|leaflint) ([a-z].*)$", block.replace("\\\n", " "), re.MULTILINE):
            yield shlex.split(line, comments=True)
    running = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    for line in re.findall(r"`(?:python3? dev\.py|leaflint) ([a-z][^`]*)`", running):
        yield shlex.split(re.sub(r"\s+", " ", line))


def unknown(arguments: list[str]) -> list[str]:
    """What of a call the program does not have: a command, an option, a format."""
    command: click.Command = main
    context = click.Context(main)
    rest = list(arguments)
    while isinstance(command, click.Group) and rest:
        name = rest.pop(0)
        found = command.get_command(context, name.split("|")[0])
        if found is None:
            return [name]
        command = found
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
    wrong = [word for word in rest if word.startswith("--") and word.partition("=")[0] not in options]
    formats = [rest[at + 1].partition(":")[0] for at, word in enumerate(rest[:-1]) if word == "--format"]
    return wrong + [name for name in formats if name not in (*REPORTERS, *TABLES, "NAME", "PATH")]


@pytest.mark.parametrize("path", GUIDES, ids=of)
def test_commands_exist(path: Path) -> None:
    """Every command that a page shows is there, with its options and formats."""
    wrong = [(call, unknown(call)) for call in calls(path.read_text(encoding="utf-8")) if call[0] != "test"]
    assert [pair for pair in wrong if pair[1]] == []


def test_commands_are_found() -> None:
    """The test above sees what it should: commands of every guide, and a slip in one."""
    assert all(len(list(calls((ROOT / name).read_text(encoding="utf-8")))) >= 4 for name in ("README.md", "docs/ci.md", "docs/writer.md"))
    assert unknown(["check", "a.md", "--fixx"]) == ["--fixx"]
    assert unknown(["reference", "imprt"]) == ["imprt"]
    assert unknown(["check", "--format", "wrd:a"]) == ["wrd"]


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=of)
def test_links_lead_somewhere(path: Path) -> None:
    """Links within the project point to files that exist, and to headings in them."""
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text):
        if not target.startswith(("http://", "https://")):
            name, _, anchor = target.partition("#")
            file = path.parent / name if name else path
            assert file.exists(), target
            assert not anchor or anchor in anchors(file), target


def test_every_guide_is_linked() -> None:
    """A page that the README does not name is not found."""
    assert [path.name for path in (ROOT / "docs").glob("*.md") if f"docs/{path.name}" not in README] == []


def test_readme_names_all_formats() -> None:
    """What is read and what is written stands in the README, and so do the exit codes."""
    assert [suffix for suffix in (*READERS, *RECORDS) if f"`{suffix}`" not in README] == []
    assert [name for name in REPORTERS if f"`{name}`" not in README] == []
    assert re.findall(r"^\| (\d+) \|", README, re.MULTILINE) == ["0", "1", "2", "3", "130"]


def test_configuration_names_every_key() -> None:
    """The page has one row for each key of leaflint.toml, and for nothing else; “per file” is said where it holds."""
    text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w-]+)` \|(.*)$", text, re.MULTILINE))
    assert set(rows) == {*KEYS, *NOT_VALUES}
    assert {name for name, row in rows.items() if row.rstrip(" |").endswith("per file")} == {n for n, key in KEYS.items() if key.per_file}


def test_the_catalogue_is_current() -> None:
    """docs/rules.md is what `leaflint rules catalogue` prints; it has an entry for each rule, with examples of both kinds."""
    rules = load_rulebook().rules
    page = catalogue(rules)
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == page
    assert re.findall(r"^### (\w+) ", page, re.MULTILINE) == sorted(rule.code for rule in rules)
    entries = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "\nFlagged" not in entry or "\nNot flagged" not in entry] == []


def test_the_rule_of_the_guide_works(tmp_path: Path) -> None:
    """The rule that writing-a-rule.md shows loads, and its examples come out as written."""
    (block,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/writing-a-rule.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "tone.yaml").write_text(block, encoding="utf-8")
    (code,) = (rule["code"] for rule in yaml.safe_load(block)["rules"])
    reviewer = Reviewer.build(Settings(today="2026-11-25", rule_packs=(tmp_path,)))
    results = list(run_examples(reviewer, [code]))
    assert [result.faults for result in results] == [()] * 2


def test_the_example_of_the_guides_comes_out_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up page, reviewed by the made-up label, has the findings and verdicts that the guides show."""
    monkeypatch.chdir(ROOT / "docs/example")
    settings = Settings(today="2026-11-25", jurisdiction="EU", labels=(Path("label.md"),), drug="florizanib")
    (review,) = check(["page.md"], settings).reviews
    found = {(finding.rule, finding.place.line, finding.place.column) for finding in review.findings if finding.place}
    assert {("CLM203", 5, 37), ("CLM201", 7, 1), ("CLM103", 3, 103), ("SPE101", 10, 44)} <= found
    verdicts = {claim.place.quote: claim.verdict for claim in review.claims}
    assert verdicts["You may have live vaccines while you take Florizan."] == "contradicted"
    assert verdicts["Florizan is a tablet for adults with moderate to severe rheumatoid arthritis."] == "supported"


def test_the_list_of_commands_says_what_each_says() -> None:
    """The first page of the help has the short help of every command, which it does not import."""
    context = click.Context(main)
    said = {name: command.short_help for name in COMMANDS if (command := main.get_command(context, name))}
    assert said == {name: text for name, (_, text) in COMMANDS.items()}


def test_the_changelog_has_this_version() -> None:
    """What is released is told to users."""
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
