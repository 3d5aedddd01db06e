"""The duplicates check: passages said twice, and twins that differ in something dangerous."""

from lint.checks.duplicates.check import check

__all__ = ["check"]
