"""What others run leaflint by: the hook, the action, the page about CI. They name only what there is, and do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.cli.check import command
from lint.readers import READERS
from lint.reporters import REPORTERS

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
OPTIONS = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
GUIDE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def step(name: str) -> dict[str, Any]:
    return next(one for one in STEPS if one.get("name") == name)


def test_the_action_is_a_composite_one() -> None:
    """It has what GitHub requires of a composite action: a name, a description, and steps that use or run something in a shell."""
    assert ACTION["runs"]["using"] == "composite"
    assert ACTION["name"]
    assert ACTION["description"]
    for one in STEPS:
        assert ("uses" in one) != ("run" in one)
        assert ("run" in one) == ("shell" in one)
        assert re.search(r"@v?\d", one.get("uses", "@1")), "another's action has a version"
    for values in ACTION["inputs"].values():
        assert values["description"]
        assert values.get("required") or "default" in values


def test_the_action_uses_what_it_declares() -> None:
    """Every input is used, every used one declared; every output of a step that is named is set."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    used = set(re.findall(r"steps\.check\.outputs\.([\w-]+)", text))
    assert used == set(re.findall(r"^\s+echo \"([\w-]+)=", step("Check")["run"], re.MULTILINE))


def test_nothing_from_outside_is_put_into_a_script() -> None:
    """Inputs and names from a pull request reach a script as variables, where no shell obeys them."""
    assert [one["name"] for one in STEPS if "${{" in one.get("run", "")] == []


@pytest.mark.parametrize("text", [step("Check")["run"], HOOK["entry"], GUIDE], ids=["action", "hook", "guide"])
def test_options_and_formats_exist(text: str) -> None:
    """What is written after `leaflint check` is there."""
    calls = re.findall(r"leaflint check((?:[^\n`]|\\\n)*)", text)
    assert calls
    for call in calls:
        assert [option for option in re.findall(r"(?<![\w-])--[a-z][\w-]*", call) if option not in OPTIONS] == []
        assert [name for name in re.findall(r"--format \"?(\w+)", call) if name not in REPORTERS] == []


def test_the_hook_takes_what_can_be_read() -> None:
    """Every format that a hook can be given is one that leaflint reads; PDF needs an extra and is left to the repository."""
    pattern = re.compile(HOOK["files"])
    assert {suffix for suffix in READERS if pattern.search(f"a{suffix}")} == set(READERS) - {".pdf"}
    assert HOOK["language"] == "python"
    assert HOOK["require_serial"] is True


def test_the_guide_shows_files_that_work() -> None:
    """Its examples are YAML; the action has their inputs, and the hook written out is the one that is declared."""
    github, gitlab, hooks = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
    (step,) = (one for one in github["jobs"]["leaflint"]["steps"] if "leaflint" in one["uses"])
    assert step["uses"] == "./tools/leaflint"
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert "pip install ./tools/leaflint" in gitlab["leaflint"]["script"]
    ((hook,),) = (one["hooks"] for one in hooks["repos"])
    assert hook["entry"].startswith(HOOK["entry"])
    assert {name: hook[name] for name in ("id", "files", "require_serial")} == {
        name: HOOK[name] for name in ("id", "files", "require_serial")
    }


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("paths", "args", "code"),
    [
        ("pages", "", "1"), ("pages\nmore pages", "--fail-on\nnever", "2"), ("pages", "--fail-on never", "0"), ("none", "", "2"),
        ("$(touch pwned)", "", "2"), ("pages", "--nonsense", "2"),
    ],
)  # fmt: skip
def test_the_check_step_runs(tmp_path: Path, paths: str, args: str, code: str) -> None:
    """The script of the action gives its exit code, the summary and SARIF, and obeys nothing that stands in its inputs."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.md").write_text("Azathioprine is completely safe.\n")
    environment = {
        **os.environ, "PATHS": paths, "ARGS": args, "CHANGED_LINES": "false", "BASE_REF": "", "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"]]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    outputs = dict(line.split("=", 1) for line in (tmp_path / "output").read_text().splitlines())
    assert outputs["exit-code"] == code
    assert not (tmp_path / "pwned").exists()
    if code != "2":
        assert "::error file=pages/a.md" in done.stdout
        assert Path(outputs["sarif-file"]).is_file()
        assert "a.md" in (tmp_path / "summary").read_text()


def test_the_guide_ends_as_the_command_does() -> None:
    """The table of exit codes and the forms of suppressions are those of the program."""
    from lint.decisions.read import VERBS

    for verb in VERBS:
        assert f"`{verb}" in GUIDE
    assert re.findall(r"^\| (\d) \|", GUIDE, re.MULTILINE) == ["0", "1", "2", "3"]
