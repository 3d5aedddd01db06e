"""Tests of reading decisions.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.decisions import load_decisions
from lint.errors import LeaflintError

GOOD = (
    'schema = "leaflint-decisions/1"\n[[decision]]\nfingerprint = "ab"\npath = "a.docx"\nrule = "CLM101"\nquote = "cures"\n'
    'decision = "dismiss"\nreason = "quoted"\nby = "AB"\ndate = 2026-11-24\nuntil = "2027-01-01"\n'
)


def test_reads_entries(tmp_path: Path) -> None:
    """An entry is read as written; dates may be TOML dates or texts."""
    path = tmp_path / "decisions.toml"
    path.write_text(GOOD + '[[decision]]\nfingerprint = "cd"\ndecision = "accept"\n')
    one, other = load_decisions(path)
    assert (one.decision, other.decision) == ("dismiss", "accept")
    assert (one.date, one.until, one.source) == ("2026-11-24", "2027-01-01", "decisions.toml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not a file of decisions"),
        ("x = [", "not valid TOML"),
        ('schema = "leaflint-decisions/2"\n', "not a file of decisions"),
        ('schema = "leaflint-decisions/1"\ndecision = 3\n', "must be tables"),
        (GOOD + '[[decision]]\nfingerprint = "x"\ndecision = "maybe"\n', "decision 2: 'decision' must be accept or dismiss"),
        (GOOD + '[[decision]]\ndecision = "dismiss"\n', "decision 2: the key 'fingerprint' is required"),
        (GOOD.replace("2027-01-01", "soon"), "decision 1: 'until' must be a date"),
        (GOOD.replace("quote =", "qoute ="), "unknown key 'qoute'"),
        (GOOD.replace('"quoted"', "3"), "'reason' must be a text"),
    ],
)
def test_faults_name_file_and_entry(tmp_path: Path, content: str, said: str) -> None:
    """A damaged file is refused, with its place: decisions never get lost in silence."""
    path = tmp_path / "decisions.toml"
    path.write_text(content)
    with pytest.raises(LeaflintError) as error:
        load_decisions(path)
    assert said in str(error.value)
    assert "decisions.toml" in str(error.value)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """A file that is configured must be there."""
    with pytest.raises(LeaflintError, match="cannot be read"):
        load_decisions(tmp_path / "decisions.toml")
