"""Fixes: what can be put right without changing what a text says."""

from lint.fixes.apply import apply, difference
from lint.fixes.guard import Guard
from lint.fixes.plan import Edit, edits

__all__ = ["Edit", "Guard", "apply", "difference", "edits"]
