"""Tests of the decisions file as it is written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.decisions.file import decisions_text, merged
from lint.errors import LeaflintError
from lint.types.decision import FileDecision

ANSWER = FileDecision("f" * 32, "a.txt", "", "CLM101", "cures", "dismiss", "it is a quote", "Ann", "2026-11-24")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    """Whatever a reason holds, the file is TOML and holds the same reason."""
    from dataclasses import replace

    data = tomllib.loads(decisions_text([replace(ANSWER, reason=text, quote=text)]))
    assert data["schema"] == "leaflint-decisions/1"
    assert data["decision"][0]["reason"] == data["decision"][0]["quote"] == text


def test_new_decisions_go_before_old_ones(tmp_path: Path) -> None:
    """Adding keeps other decisions and the notes at the top; one on the same finding is replaced."""
    from dataclasses import replace

    file = tmp_path / "decisions.toml"
    other = replace(ANSWER, fingerprint="e" * 32, until="2027-01-31")
    file.write_text("# by: Ann\n" + decisions_text([ANSWER, other]), encoding="utf-8")
    text = merged(file, [replace(ANSWER, decision="accept", reason="")])
    data = tomllib.loads(text)
    assert text.startswith("# by: Ann\n")
    assert [(one["fingerprint"][0], one["decision"], one.get("until", "")) for one in data["decision"]] == [
        ("f", "accept", ""), ("e", "dismiss", "2027-01-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["not toml", 'schema = "other"\n', ""])
def test_other_files_are_not_overwritten(tmp_path: Path, content: str) -> None:
    """What is there and is no decisions file stays as it is."""
    file = tmp_path / "decisions.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LeaflintError, match="not a file of decisions"):
        merged(file, [ANSWER])
