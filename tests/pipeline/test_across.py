"""The stage across documents in a run: from files to findings in the reviews they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.pipeline import across as stage
from lint.pipeline.run import CheckRun, check
from lint.pipeline.settings import Settings

FOOTER = "Do not stop taking DRUG unless your doctor tells you to do so. Call your doctor at once if you have a fever or a sore throat."
PAGE = """# Azathioprine

Azathioprine weakens the defences of the body. Swallow {} tablets of azathioprine with water after your evening meal.
"""


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], **settings: object) -> CheckRun:
    """Checks files in a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return check(["."], Settings(today="2026-11-24", **settings))  # type: ignore[arg-type]


def across(found: CheckRun) -> list[tuple[str, str]]:
    """The findings across documents: path and name."""
    return [(f.path, f.name) for review in found.reviews for f in review.findings if f.rule.startswith("DUP3")]


def test_findings_stand_in_the_review_of_their_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference between two files is reported in the later one, in order of place, with line and quote."""
    found = run(tmp_path, monkeypatch, {"a.md": PAGE.format(2), "b.md": PAGE.format(3)})
    assert across(found) == [("b.md", "dangerous-difference-across")]
    (finding,) = [f for f in list(found.reviews)[1].findings if f.rule == "DUP304"]
    assert finding.place is not None
    assert finding.place.line == 3
    assert finding.place.quote.startswith("Swallow 3 tablets")
    starts = [f.place.start for f in list(found.reviews)[1].findings if f.place]
    assert starts == sorted(starts)


def test_approved_texts_come_from_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DRUG stands for any medicine; a folder of approved texts that is checked too is no page beside others."""
    own = FOOTER.replace("DRUG", "azathioprine")
    files = {
        "standard/safety-footer.md": FOOTER,
        "a.md": PAGE.format(2) + "\n" + own,
        "b.md": "# Warfarin\n\nWarfarin thins the blood.\n\n" + FOOTER.replace("DRUG", "warfarin").replace("not stop", "stop"),
    }
    found = run(tmp_path, monkeypatch, files, boilerplate=(tmp_path / "standard",))
    assert across(found) == [("b.md", "other-than-approved")]


def test_a_leftover_that_is_known_learns_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the review of the document found already is not said twice: the page it came from is added."""
    sentence = "Take simvastatin in the evening with water, as the body makes its cholesterol at night."
    files = {
        "aza.md": f"# Azathioprine\n\nAzathioprine weakens the defences of the body. Azathioprine needs patience.\n\n{sentence}",
        "sim.md": f"# Simvastatin\n\nSimvastatin lowers cholesterol.\n\n{sentence}",
    }
    found = run(tmp_path, monkeypatch, files)
    assert across(found) == []
    (finding,) = [f for f in next(iter(found.reviews)).findings if f.name == "wrong-drug-leftover"]
    assert [other.place.path for other in finding.related] == ["sim.md"]


def test_rules_may_be_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule across documents is switched off like any other."""
    assert across(run(tmp_path, monkeypatch, {"a.md": PAGE.format(2), "b.md": PAGE.format(3)}, ignore=("DUP304",))) == []


def test_a_failure_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the comparison fails, the documents' own reviews stand and the run is incomplete."""

    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(stage, "join", broken)
    found = run(tmp_path, monkeypatch, {"a.md": PAGE.format(2), "b.md": PAGE.format(3)})
    assert len(found.reviews) == 2
    assert found.incomplete
    assert ["boom" in gap.reason for gap in found.run.skipped] == [True]


def test_approved_texts_that_are_not_there_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in the path of the approved texts must not look like a run without differences."""
    with pytest.raises(LeaflintError, match=r"boilerplate: .*nowhere"):
        run(tmp_path, monkeypatch, {"a.md": PAGE.format(2)}, boilerplate=(tmp_path / "nowhere",))


def test_an_approved_text_that_cannot_be_read_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty approved text is named among what was not checked."""
    found = run(
        tmp_path, monkeypatch, {"a.md": PAGE.format(2), "standard/x.md": ""}, boilerplate=(tmp_path / "standard",), exclude=("standard/*",)
    )
    assert [gap.what for gap in found.run.skipped] == ["approved text: document"]
