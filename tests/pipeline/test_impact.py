"""Tests of what a new label means for texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lint.cli import main
from lint.pipeline.impact import impact
from lint.pipeline.settings import Settings
from lint.types.text import Document

LABEL: dict[str, Any] = {
    "set_id": "s-1", "version": "3", "effective_time": "20250304",
    "indications_and_usage": ["1 INDICATIONS AND USAGE It is indicated for rheumatoid arthritis and for psoriasis."],
    "dosage_and_administration": ["The recommended starting dose is 20 mg once daily. The maximum is 60 mg daily."],
    "contraindications": ["Use with linezolid is contraindicated."],
    "adverse_reactions": ["The most common adverse reactions (≥10%) were nausea, dry mouth and headache."],
    "openfda": {"brand_name": ["Fictozac"], "generic_name": ["FICTOXETINE HYDROCHLORIDE"], "route": ["ORAL"]},
}  # fmt: skip
NEW: dict[str, Any] = {
    **LABEL, "version": "4", "effective_time": "20260304",
    "boxed_warning": ["WARNING: SUICIDAL THOUGHTS. Antidepressants increased the risk of suicidal thoughts and behavior."],
    "indications_and_usage": ["1 INDICATIONS AND USAGE It is indicated for rheumatoid arthritis. It is not indicated for psoriasis."],
    "dosage_and_administration": ["The recommended starting dose is 20 mg once daily. The maximum is 40 mg daily."],
}  # fmt: skip
TOUCHED = (
    "Fictozac is used to treat rheumatoid arthritis and psoriasis. Do not use it with linezolid. "
    "The maximum dose is 60 mg daily. Nausea, dry mouth and headache are very common. "
)
UNTOUCHED = (
    "Fictozac is used to treat rheumatoid arthritis. Do not use it with linezolid. "
    "If you have suicidal thoughts, call your doctor at once. "
)
FILLER = "It comes as tablets. Swallow them with a glass of water, with or without food, at the same time each day. " * 6


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of a label, and pages on the medicine and on another matter."""
    monkeypatch.chdir(tmp_path)
    for name, label in (("old", LABEL), ("new", NEW)):
        (tmp_path / f"{name}.json").write_text(json.dumps({"results": [label]}), encoding="utf-8")
    (tmp_path / "pages").mkdir()
    for name, text in (("touched", TOUCHED), ("untouched", UNTOUCHED)):
        (tmp_path / f"pages/{name}.txt").write_text(f"{text}\n\n{FILLER}\n", encoding="utf-8")
    (tmp_path / "pages/other.txt").write_text("Azathioprine is used after a kidney transplant.\n", encoding="utf-8")
    return tmp_path


def test_consequences_for_sentences_and_statements(folder: Path) -> None:
    """A use that was dropped, an amount that went down and a new boxed warning are told by page and sentence; other pages are quiet."""
    found, run = impact(["pages"], Settings("2026-11-24", kind="leaflet"), Path("old.json"), Path("new.json"))
    assert len(run.reviews) == 3
    told = [(one.path, one.before, one.after, one.text) for one in found]
    touched = [entry for entry in told if entry[0] == "pages/touched.txt"]
    assert any(before == "supported" and after != "supported" and "psoriasis" in text for _, before, after, text in touched), told
    assert any(before == "supported" and after == "contradicted" and "60 mg" in text for _, before, after, text in touched), told
    assert any(before == "" and after == "missing" and "uicid" in text for _, before, after, text in touched), told
    assert not any("Nausea" in text for *_, text in touched)
    assert not any(path == "pages/other.txt" for path, *_ in told)
    assert not any(after in ("missing", "contradicted") for path, _, after, _ in told if path == "pages/untouched.txt"), told


def test_the_same_label_changes_nothing(folder: Path) -> None:
    """Between equal versions there is no consequence."""
    assert impact(["pages"], Settings("2026-11-24"), Path("new.json"), Path("new.json"))[0] == ()


def test_the_command(folder: Path) -> None:
    """The facts that differ come first, then the consequences with the label's words; it ends with 1 when there is one."""
    result = CliRunner().invoke(main, ["reference", "diff", "old.json", "new.json", "--texts", "pages"], catch_exceptions=False)
    assert result.exit_code == 1
    assert "consequences in" in result.output
    assert "pages/touched.txt:1: supported → " in result.output
    same = CliRunner().invoke(main, ["reference", "diff", "new.json", "new.json", "--texts", "pages"], catch_exceptions=False)
    assert same.exit_code == 0
    assert "0 consequences in 0 of 3 texts" in same.output


@pytest.mark.parametrize("command", [("reference", "diff", "old.json", "new.json", "--texts", "pages"), ("baseline", "create", "pages")])
def test_half_a_review_is_compared_with_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    """What is interrupted ends with 130, says what follows, and leaves nothing behind."""

    def interrupt(self: object, document: Document) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lint.pipeline.review.Reviewer.review", interrupt)
    before = sorted(folder.rglob("*"))
    found = CliRunner().invoke(main, command)
    assert found.exit_code == 130
    assert found.stderr.startswith("leaflint: interrupted: ")
    assert sorted(folder.rglob("*")) == before
