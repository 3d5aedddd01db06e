"""Changed lines: findings on lines that did not change since a Git reference are set aside."""

from lint.changes.apply import WHOLE, on_changed_lines
from lint.changes.git import Changes, changes_since

__all__ = ["WHOLE", "Changes", "changes_since", "on_changed_lines"]
