"""The spelling check: misspelt words and drug names, repeated words, mixed spelling."""

from lint.checks.spelling.check import check

__all__ = ["check"]
