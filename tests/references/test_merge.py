"""One reference out of several: the first goes before, the others fill its gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lint.references.merge import reference_for
from lint.types.reference import Fact, Reference, Required


def fact(name: str, kind: str = "caution", **more: Any) -> Fact:
    return Fact(
        **{"id": name, "kind": kind, "topic": "", "jurisdictions": ("US",), "statement": name, "severity": "error", "citations": (), **more}
    )


def reference(version: str, *facts: Fact, **more: Any) -> Reference:
    values: dict[str, Any] = {
        "drug": "aza", "brands": (), "classes": (), "never_call": (), "reviewed": "2026-11-24", "jurisdictions": ("US", "UK"),
        "requires": (), "sha256": version * 4,
    }  # fmt: skip
    return Reference(version=version, facts=facts, **{**values, **more})


def ids(found: Reference | None) -> list[str]:
    assert found is not None
    return [one.id for one in found.facts]


def test_which_references_count() -> None:
    """Those of the drug that know the jurisdiction; one alone stays as it is."""
    one = reference("1", fact("a"))
    assert reference_for([one, replace(one, drug="other")], "aza", "US") is one
    assert reference_for([one], "aza", "EU") is None
    assert reference_for([one], "other", "US") is None


def test_the_first_goes_before() -> None:
    """A fact of the same id is the first one's; what it does not have comes from those behind, as far as it holds in the jurisdiction."""
    label = reference("label", fact("a", statement="the label's"))
    shipped = reference("shipped", fact("a"), fact("b"), fact("uk", jurisdictions=("UK",)))
    found = reference_for([label, reference("project", fact("b", statement="the project's")), shipped], "aza", "US")
    assert found is not None
    assert [(one.id, one.statement) for one in found.facts] == [("a", "the label's"), ("b", "the project's")]
    assert (found.version, found.sha256) == ("label", "label" * 4)


def test_approved_uses_are_the_newer_labels_alone() -> None:
    """An older use that it does not name is no use; one that was off-label and is approved now is not off-label."""
    label = reference("label", fact("new", "indication", conditions=("lupus",)))
    old = [fact("old", "indication", conditions=("gout",)), fact("any", "indication"), fact("off", "off-label", conditions=("lupus",))]
    shipped = reference("shipped", *old, fact("still", "off-label", conditions=("eczema",)))
    assert ids(reference_for([label, shipped], "aza", "US")) == ["new", "any", "still"]
    silent = reference("label", fact("a"))
    assert ids(reference_for([silent, shipped], "aza", "US")) == ["a", "old", "any", "off", "still"]


def test_names_and_statements_that_are_due_add_up() -> None:
    """Brands by jurisdiction, classes and names that it is never called; a statement is due only where its fact is still there."""
    due = (Required("cancer-risk", "a", "error", ("US",)), Required("gout", "old", "error", ("US",)))
    label = reference("label", fact("new", "indication", conditions=("lupus",)), brands=(("US", ("Azasan",)),), classes=("x",))
    facts = fact("a"), fact("old", "indication", conditions=("gout",))
    shipped = reference("shipped", *facts, brands=(("US", ("Imuran", "Azasan")), ("UK", ("Y",))), classes=("x", "y"), requires=due)
    found = reference_for([label, shipped], "aza", "US")
    assert found is not None
    assert dict(found.brands) == {"US": ("Azasan", "Imuran"), "UK": ("Y",)}
    assert found.classes == ("x", "y")
    assert found.requires == due[:1]
