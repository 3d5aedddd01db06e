"""Tests of what holds for a document: overrides, the command line before them, which rules are on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lint.cli.options import settings_of
from lint.config import Config, Override
from lint.errors import LeaflintError
from lint.pipeline.review import Reviewer
from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.review import DocumentReview
from lint.types.rule import Rule
from lint.types.text import Document, Source

BAD = "Azathioprine is completely safe. It is neccessary to take it."


def reviewed(reviewer: Reviewer, settings: Settings, path: str = "a.txt") -> DocumentReview:
    document = next(iter(read(Source(path, BAD.encode()))))
    assert isinstance(document, Document)
    return replace(reviewer, settings=settings).review(document)


def codes(review: DocumentReview) -> set[str]:
    return {found.rule for found in review.findings if found.place}


def test_overrides_hold_for_their_files(reviewer: Reviewer) -> None:
    """A later override goes before an earlier one; lists of ignored rules add up; other files keep the project's values."""
    overrides = (
        Override(Path(), ("uk/**",), (("jurisdiction", "UK"), ("ignore", ("SPE",)))),
        Override(Path(), ("uk/short/**",), (("kind", "blurb"), ("ignore", ("CLM103",)), ("drug", "azathioprine"))),
    )
    settings = Settings(today="2026-11-24", kind="leaflet", overrides=overrides)
    assert reviewed(reviewer, settings).document.jurisdiction == "US"
    assert codes(reviewed(reviewer, settings)) >= {"SPE101", "CLM103"}
    assert codes(reviewed(reviewer, settings, "uk/a.txt")) & {"SPE101", "CLM103"} == {"CLM103"}
    short = reviewed(reviewer, settings, "uk/short/a.txt")
    assert (short.document.jurisdiction, short.document.kind) == ("UK", "blurb")
    assert codes(short) & {"SPE101", "CLM103"} == set()


def test_the_command_line_goes_before_overrides() -> None:
    """What is typed holds for every file."""
    config = Config(kind="article", overrides=(Override(Path(), ("uk/**",), (("jurisdiction", "UK"), ("severity", (("CLM", "info"),)))),))
    settings = settings_of(config, today="2026-11-24", jurisdiction="EU", severity=(("CLM", "error"),), kind=None)
    assert (settings.jurisdiction, settings.of("uk/a.md").jurisdiction, settings.of("uk/a.md").kind) == ("EU", "EU", "article")
    assert settings.of("uk/a.md").severity[-1] == ("CLM", "error")


def test_severity_of_families_and_rules(reviewer: Reviewer) -> None:
    """The last selector that means a rule decides its severity."""
    settings = Settings(today="2026-11-24", severity=(("CLM", "info"), ("absolute-safety", "warning"), ("SPE101", "info")))
    levels = {found.rule: found.severity for found in reviewed(reviewer, settings).findings}
    assert (levels["CLM103"], levels["SPE101"]) == ("warning", "info")


def test_select(reviewer: Reviewer) -> None:
    """Only what is selected is on, and less what is ignored."""
    settings = Settings(today="2026-11-24", select=("SPE", "CLM"), ignore=("misspelling",))
    assert {found.rule[:3] for found in reviewed(reviewer, settings).findings} == {"CLM"}


def test_preview_rules_are_opted_into() -> None:
    """A rule that is being tried is off, unless previews are on or it is selected by its own name."""
    rule = Rule("CLM901", "house-style", "claims", "info", "m", "w", (), (), status="preview")
    assert not Settings("2026-11-24").applies(rule)
    assert not Settings("2026-11-24", select=("CLM",)).applies(rule)
    assert Settings("2026-11-24", preview=True).applies(rule)
    assert Settings("2026-11-24", select=("house-style",)).applies(rule)


@pytest.mark.parametrize("values", [{"select": ("CLM9999",)}, {"ignore": ("absolute-efficacyy",)}, {"severity": (("XYZ", "info"),)}])
def test_selectors_that_mean_nothing_are_refused(reviewer: Reviewer, values: dict[str, tuple[str, ...]]) -> None:
    """A slip in the name of a rule is an error: it must not look like a clean result. Overrides are looked through too."""
    with pytest.raises(LeaflintError, match="there is no rule"):
        Settings("2026-11-24", **values).check_rules(reviewer.rulebook.rules)  # type: ignore[arg-type]
    override = Override(Path(), ("x",), tuple(values.items()))
    with pytest.raises(LeaflintError, match="there is no rule"):
        Settings("2026-11-24", overrides=(override,)).check_rules(reviewer.rulebook.rules)


def test_names_are_paths_below_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document has one name wherever the run is started."""
    (tmp_path / "content").mkdir()
    settings = Settings("2026-11-24", root=tmp_path)
    monkeypatch.chdir(tmp_path)
    names = [settings.name_of("content/a.md"), settings.name_of(str(tmp_path / "content/a.md"))]
    monkeypatch.chdir(tmp_path / "content")
    assert [*names, settings.name_of("a.md"), settings.name_of("./a.md")] == ["content/a.md"] * 4


def test_findings_across_documents_are_weighed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is ignored or weighed holds for what pages say of each other."""
    monkeypatch.chdir(tmp_path)
    page = (
        "Azathioprine is a medicine that lowers the activity of your immune system after a transplant of a kidney.\n\n" + BAD + "\n\n"
        "Your blood is tested every week in the first month of treatment, and less often once the dose stays the same.\n\n"
        "Bring the list of everything else that you take, herbal teas included, to each visit at the clinic.\n"
    )
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(page)
    found = [one for review in check(["."], Settings("2026-11-24")).reviews for one in review.findings]
    across = {one.rule for one in found if {other.place.path for other in one.related} - {one.path}}
    assert across
    ignored = check(["."], Settings("2026-11-24", ignore=tuple(across)))
    assert not across & {one.rule for review in ignored.reviews for one in review.findings}
    weighed = check(["."], Settings("2026-11-24", severity=tuple((rule, "info") for rule in across)))
    assert {one.severity for review in weighed.reviews for one in review.findings if one.rule in across} == {"info"}
