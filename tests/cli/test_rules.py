"""Tests of `leaflint rules`."""

from __future__ import annotations

from click.testing import CliRunner

from lint.cli import main


def test_a_rule_that_is_not_there_is_said() -> None:
    """Testing the examples of a rule that nobody knows ends with 2 and names it."""
    result = CliRunner().invoke(main, ["rules", "test", "CLM999"])
    assert result.exit_code == 2
    assert "no rule is called CLM999" in result.output
