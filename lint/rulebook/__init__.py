"""Rules, topics and word lists: loaded from YAML once, then kept compiled by the hash of their content."""

from lint.rulebook.cache import load_rulebook
from lint.rulebook.hits import Hit, Matches
from lint.rulebook.load import Rulebook

__all__ = ["Hit", "Matches", "Rulebook", "load_rulebook"]
