"""Decisions on findings: suppressions in a text's comments, and a file of decisions beside the texts. None is without a reason."""

from lint.decisions.apply import Terms, suppress
from lint.decisions.file import load_decisions, merged
from lint.decisions.read import read_suppressions

__all__ = ["Terms", "load_decisions", "merged", "read_suppressions", "suppress"]
