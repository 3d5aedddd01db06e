"""Which rules take longest."""

from __future__ import annotations

from pathlib import Path

from lint.pipeline.settings import Settings
from lint.pipeline.timing import seconds_by_rule


def test_rules_with_patterns_are_timed(tmp_path: Path) -> None:
    """On files that can be read, for rules that apply; one without patterns is not told of."""
    (tmp_path / "a.md").write_text("Azathioprine cures lupus for good. Ask your doctor.\n" * 20, encoding="utf-8")
    seconds = seconds_by_rule([tmp_path / "a.md", tmp_path / "gone.md"], Settings(today="2026-11-24", ignore=("SAF",)))
    assert seconds["CLM102 guarantee-cure"] > 0
    assert not any(name.startswith(("SAF", "SPE")) for name in seconds)
