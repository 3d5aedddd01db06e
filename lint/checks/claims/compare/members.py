"""Medicines by the names that labels have for their class: “ibuprofen” where the label speaks of NSAIDs."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.evidence import LabelSearch

_IS = "is-"
_CALLED = "called"  # the part of a class's topic (rules/topics/medicine-classes.yaml) that holds its names


def class_stems(name: str, search: LabelSearch, brief: Brief) -> tuple[frozenset[str], ...]:
    """The stems of each name that the classes of a medicine (rules/classes.yaml) have; none where it is of no known class."""
    return search.kept(f"class:{name}", lambda: tuple(_stems(name, search, brief)))


def class_names(number: int, search: LabelSearch, brief: Brief) -> Iterator[frozenset[str]]:
    """For each class of medicines that a sentence of the text names: its other names, and its members, as stems."""
    for topic in brief.rulebook.topics:
        called = dict(topic.parts).get(_CALLED, ()) if topic.id.startswith(_IS) else ()
        named = [pattern for pattern in called if any(True for _ in brief.matches.within(pattern, number))]
        if named and topic.id not in _topics(search.reference.drug, brief):
            others = [stems for pattern in called if pattern not in named and (stems := _stems_of(pattern, search))]
            known = [one for one in brief.rulebook.classes if f"{_IS}{one.name}" == topic.id]
            members = [search.all_stems([name]) for one in known for name in one.drugs]
            yield from (stems for stems in (*others, *members) if not stems & search.names)


def _stems_of(pattern: str, search: LabelSearch) -> frozenset[str]:
    return search.all_stems(pattern.replace("~", "").split())


def _topics(name: str, brief: Brief) -> list[str]:
    return [f"{_IS}{known}" for known in brief.rulebook.classes_of(name)]


def _stems(name: str, search: LabelSearch, brief: Brief) -> list[frozenset[str]]:
    topics = [brief.rulebook.topic(topic) for topic in _topics(name, brief)]
    patterns = [pattern for topic in topics if topic is not None for pattern in dict(topic.parts).get(_CALLED, ())]
    return [_stems_of(pattern, search) for pattern in patterns]
