"""The duplicates check: passages said twice, and twins that differ in something dangerous."""

from lint.checks.duplicates.check import check, required_sentences

__all__ = ["check", "required_sentences"]
