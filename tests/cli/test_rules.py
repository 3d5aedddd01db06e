"""Tests of `leaflint rules`, and of a command that is not there."""

from __future__ import annotations

from click.testing import CliRunner

from lint.cli import main


def test_a_rule_that_is_not_there_is_said() -> None:
    """Testing the examples of a rule that nobody knows ends with 2 and names it."""
    result = CliRunner().invoke(main, ["rules", "test", "CLM999"])
    assert result.exit_code == 2
    assert "no rule is called CLM999" in result.output


def test_a_mistyped_command_offers_the_nearest() -> None:
    """A command that is not there ends with 2 and names the one that was meant."""
    result = CliRunner().invoke(main, ["chek", "a.md"])
    assert result.exit_code == 2
    assert "No such command 'chek'. Did you mean 'check'?" in result.output
