"""Passages that say the same: what makes two of them alike, what tells them apart, and which belong together."""
