"""Rules, topics and word lists: loaded from YAML once, then kept compiled by the hash of their content."""

from lint.rulebook.cache import load_rulebook
from lint.rulebook.load import Rulebook
from lint.rulebook.matching import Hit, Matches

__all__ = ["Hit", "Matches", "Rulebook", "load_rulebook"]
