"""The reviewer of a run, and what it keeps from one text to the next."""

from __future__ import annotations

from dataclasses import replace

from lint.pipeline import review
from lint.pipeline.review import Reviewer, review_text
from lint.references import load_references, shipped_folders
from lint.types.label import Passage
from lint.types.text import Document, Text


def test_of_labels_those_asked_last_are_remembered(reviewer: Reviewer) -> None:
    """However many medicines a site is about, memory is bounded, and a label asked again and again is not worked out anew."""
    passage = Passage("p1", "dosage", ("Dosage",), "Take one tablet a day with food.", "line 1")
    known = replace(load_references(shipped_folders())[0], passages=(passage,))
    text = Text(Document("a.txt", "", "", (), (), "", "utf-8", "text", ""), (), ())
    own = replace(reviewer, _indexes={}, _memories={})
    labels = [replace(known, drug=f"drug{number}") for number in range(review._MEMORIES + 3)]
    first = own._search(labels[0], (labels[0],), text)
    for label in labels[1:]:
        own._search(label, (label,), text)
        assert own._search(labels[0], (labels[0],), text)._memory is first._memory
    assert len(own._memories) == review._MEMORIES
    first._memory.whole["told"] = 1
    assert own._search(labels[0], (labels[0],), text).kept("told", lambda: 2) == 1
    assert own._search(labels[1], (labels[1],), text)._memory.whole == {}


def test_a_name_beside_a_known_medicine_may_be_its_brand(reviewer: Reviewer) -> None:
    """Who is told that there is no reference for a name is told where it belongs if it is a brand."""
    note = review_text("# Imuran or Remicade\n\nAzathioprine and Remicade are old.", path="a.md", reviewer=reviewer).document.note
    assert "no US reference for remicade" in note
    assert "a brand of azathioprine goes under `brands` in the overlay of its reference" in note
