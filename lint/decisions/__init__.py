"""Decisions on findings: suppressions in a text's comments, and a file of decisions beside the texts. None is without a reason."""

from lint.decisions.apply import Terms, suppress
from lint.decisions.file import FileDecision, load_decisions
from lint.decisions.read import read_suppressions

__all__ = ["FileDecision", "Terms", "load_decisions", "read_suppressions", "suppress"]
