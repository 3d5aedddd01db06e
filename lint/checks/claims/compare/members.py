"""Medicines by the names that labels have for their class: “ibuprofen” where the label speaks of NSAIDs."""

from __future__ import annotations

from lint.checks.brief import Brief
from lint.evidence import LabelSearch

_CALLED = "called"  # the part of a class's topic (rules/topics/medicine-classes.yaml) that holds its names


def class_stems(name: str, search: LabelSearch, brief: Brief) -> tuple[frozenset[str], ...]:
    """The stems of each name that the classes of a medicine (rules/classes.yaml) have; none where it is of no known class."""
    return search.kept(f"class:{name}", lambda: tuple(_stems(name, search, brief)))


def _stems(name: str, search: LabelSearch, brief: Brief) -> list[frozenset[str]]:
    topics = [brief.rulebook.topic(f"is-{known}") for known in brief.rulebook.classes_of(name)]
    patterns = [pattern for topic in topics if topic is not None for pattern in dict(topic.parts).get(_CALLED, ())]
    return [search.all_stems(pattern.replace("~", "").split()) for pattern in patterns]
