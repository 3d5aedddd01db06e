"""The baseline: findings that were there when it was taken, so that only new ones count. Each document has a file of its own in it:
two branches that touch different documents never meet in one file.
"""

from lint.baseline.apply import NEW_RULE, baselined, stale
from lint.baseline.file import FOLDER, Baseline, Entry, Stamp
from lint.baseline.update import Plan, plan, renamed

__all__ = ["FOLDER", "NEW_RULE", "Baseline", "Entry", "Plan", "Stamp", "baselined", "plan", "renamed", "stale"]
