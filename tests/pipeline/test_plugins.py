"""Tests of rules and checks from elsewhere: applied, named, and never able to end a run or to hide that they failed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main
from lint.errors import LeaflintError
from lint.pipeline.plugins import load_plugins, load_reporter

PACK = """
rules:
  - code: CLM901
    name: house-tone
    check: claims
    severity: warning
    message: "“{quote}” is not how we speak."
    why: Our readers find it strange.
    sources: ["House style"]
    match: ["<mighty> tablet~"]
    examples:
      - {text: "These mighty tablets help.", flags: [mighty]}
      - {text: "These tablets help.", flags: []}
"""
MODULE = """
from pathlib import Path
from lint.checks import Outcome
from lint.checks.findings import finding
from lint.types.text import Span

RULES = Path(__file__).parent / "house_rules"

def check(text, brief):
    at = text.document.text.find("wow")
    rule = brief.rulebook.rule("house-tone")
    return Outcome((finding(text, rule, Span(at, at + 3)),) if at >= 0 else ())

def crash(text, brief):
    raise RuntimeError("boom")

def stranger(text, brief):
    import dataclasses
    found = check(text, brief).findings
    return Outcome(tuple(dataclasses.replace(one, rule="XXX1") for one in found))

def write(run, reviews, out):
    out.write("house report")

def fail(run, reviews, out):
    raise RuntimeError("boom")

broken = 3
"""
POINTS = """
[leaflint.rules]
house = house:RULES
bad-rules = house:BAD
bad-pack = house:BADPACK
[leaflint.checks]
house = house:check
crash = house:crash
stranger = house:stranger
missing = house:nothing
number = house:broken
[leaflint.reporters]
house = house:write
broken = house:broken
crashing = house:fail
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, with an installed package that offers rules, checks and a report."""
    site, work = tmp_path / "site", tmp_path / "work"
    (site / "house-1.dist-info").mkdir(parents=True)
    (site / "house-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1\n")
    (site / "house-1.dist-info/entry_points.txt").write_text(POINTS)
    (site / "house.py").write_text(MODULE + "\nBAD = RULES / 'none'\nBADPACK = Path(__file__).parent / 'bad_rules'\n")
    for name, text in (("house_rules", PACK), ("bad_rules", PACK.replace("house-tone", "House Tone").replace("CLM901", "CLM902"))):
        (site / name).mkdir()
        (site / name / "house.yaml").write_text(text)
    monkeypatch.syspath_prepend(str(site))
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "a.txt").write_text("These mighty tablets: wow.\n")
    return work


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


def flagged() -> tuple[int, list[str], list[str]]:
    """Exit code, quotes of the house's rule, and what could not be checked."""
    code = run("check", "a.txt", "--fail-on", "never", "--format", "json:out.json").exit_code
    data = json.loads(Path("out.json").read_text(encoding="utf-8"))
    gaps = [f"{gap['path']}: {gap['what']}: {gap['reason']}" for gap in data["skipped"] if "no medicine" not in gap["reason"]]
    return code, [one["quote"] for one in data["findings"] if one["rule"] == "CLM901"], gaps


def test_a_pack_by_path(project: Path) -> None:
    """A folder of rules beside leaflint's own: listed, tested, applied, and named in the report."""
    (project / "packs/house").mkdir(parents=True)
    (project / "packs/house/tone.yaml").write_text(PACK)
    (project / "leaflint.toml").write_text('rule-packs = ["packs/house"]\n')
    assert flagged()[:2] == (0, ["mighty"])
    assert "CLM901" in run("rules", "list").output
    assert "2 examples, 0 differ" in run("rules", "test", "house-tone").output
    packs = [pack["pack"] for pack in json.loads(Path("out.json").read_text(encoding="utf-8"))["run"]["rules"]]
    assert packs == ["default", "house"]


@pytest.mark.parametrize(
    ("change", "said"), [(("message:", "mesage:"), "house/tone.yaml:7:13: unknown key 'mesage'"), (("CLM901", "CLM101"), "taken already")]
)
def test_a_broken_pack_of_the_project_ends_with_2(project: Path, change: tuple[str, str], said: str) -> None:
    """The project's own pack is the project's to mend: the fault is named with its place."""
    (project / "house").mkdir()
    (project / "house/tone.yaml").write_text(PACK.replace(*change))
    (project / "leaflint.toml").write_text('rule-packs = ["house"]\n')
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert said in result.output


def test_plugins_are_asked_for(project: Path) -> None:
    """What is installed is not applied unasked; named in the configuration, its rules and checks are."""
    assert flagged() == (0, [], [])
    (project / "leaflint.toml").write_text('plugins = ["house"]\n')
    assert flagged() == (0, ["mighty", "wow"], [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("crash", "the crash check failed: RuntimeError: boom"),
        ("stranger", "the stranger check failed: KeyError: 'XXX1'"),
        ("missing", "missing: plugin: leaflint.checks: AttributeError"),
        ("number", "number: plugin: leaflint.checks: TypeError: 3 cannot be called"),
        ("bad-rules", "bad-rules: plugin: leaflint.rules: NotADirectoryError"),
        ("bad-pack", "bad-pack: plugin: leaflint.rules: bad_rules/house.yaml:"),
    ],
)
def test_a_plugin_that_fails_is_a_gap_of_its_own(project: Path, name: str, said: str) -> None:
    """The rest is checked, the plugin is named in the report, and the run ends with 3."""
    (project / "leaflint.toml").write_text(f'plugins = ["house", "{name}"]\n')
    code, quotes, gaps = flagged()
    assert (code, quotes) == (3, ["mighty", "wow"])
    assert any(said in gap for gap in gaps), gaps


def test_a_plugin_that_is_not_installed(project: Path) -> None:
    """A name that no installed package offers is a fault of the configuration."""
    (project / "leaflint.toml").write_text('plugins = ["hose"]\n')
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "there is no plugin 'hose' (installed: bad-pack" in result.output
    with pytest.raises(LeaflintError):
        load_plugins(["hose"])


def test_reporters_by_name(project: Path) -> None:
    """A report of an installed package is found by its name; one that cannot be loaded says why."""
    assert load_reporter("house") is not None
    assert load_reporter("unknown") is None
    with pytest.raises(LeaflintError, match="'broken' of an installed package does not load"):
        load_reporter("broken")


def test_reports_of_other_packages(project: Path) -> None:
    """It is written like any other; one that fails is named, and the others are still written."""
    assert "house report" in run("check", "a.txt", "--format", "house").output
    result = run("check", "a.txt", "--format", "crashing:x.txt", "--format", "house:out.txt")
    assert result.exit_code == 2
    assert "the format 'crashing' of an installed package failed: RuntimeError: boom" in result.output
    assert Path("out.txt").read_text() == "house report"
    assert not Path("x.txt").exists()
    assert run("check", "a.txt", "--format", "nobody").exit_code == 2
