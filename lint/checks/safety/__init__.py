"""The safety check: which statements are due in this text, and whether they are there."""

from lint.checks.safety.check import check

__all__ = ["check"]
