"""The label as it is searched."""

from __future__ import annotations

from lint.evidence.search import introductions
from lint.types.label import Passage


def passage(section: str, text: str) -> Passage:
    return Passage("p", section, (), text, "")


def test_items_of_a_list_know_what_introduces_them() -> None:
    """Up to the end of the list: a passage with a verb of its own, or another section."""
    found = introductions(
        [
            passage("interactions", "Other medicines. Tell your doctor if you take:"),
            passage("interactions", "certain antidepressants (such as fluoxetine)"),
            passage("interactions", "Pethidine. You must wait two weeks."),
            passage("interactions", "Smoking is a matter of its own."),
            passage("interactions", "grapefruit"),
            passage("pregnancy", "Do not use it if you are"),
            passage("storage", "in the fridge"),
        ]
    )
    assert found == ["", *2 * ["Tell your doctor if you take:"], "", "", "", ""]
