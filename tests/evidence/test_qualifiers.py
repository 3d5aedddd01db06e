"""Words that make a statement another one."""

from __future__ import annotations

from lint.evidence.qualifiers import QUALIFIERS


def test_a_qualifier_bears_itself_out() -> None:
    """What the label says in the claim's own words is always borne out."""
    said = "mild very severe moderate alone before after prevent lower easier elderly children always only can be given"
    assert all(each.claim.search(said) and each.label.search(said) for each in QUALIFIERS)
