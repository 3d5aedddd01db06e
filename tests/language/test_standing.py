"""What a sentence is about where it stands: its reading is made once, "it" and "they" are filled in each time."""

from __future__ import annotations

import pytest

from lint.language.clause import Reading, SubjectCues
from lint.language.cues import load
from lint.language.standing import Standing

CUES = SubjectCues.of(load("subjects.yaml"))


def standing(line: str, thing: str = "other", plural: str = "other") -> Standing:
    return Standing(Reading(tuple(line.split()), CUES), thing, plural)


@pytest.mark.parametrize(
    ("line", "thing", "plural", "subject"),
    [
        ("@drug lowers the risk .", "other", "other", "drug"),
        ("it lowers the risk .", "drug", "other", "drug"),
        ("it lowers the risk .", "disease", "other", "disease"),
        ("they are swallowed whole .", "other", "drug", "drug"),
        ("take it with food .", "drug", "other", "reader"),
        ("your doctor will see you .", "drug", "drug", "professional"),
    ],
)
def test_it_and_they_are_what_came_before(line: str, thing: str, plural: str, subject: str) -> None:
    """The subject of the main clause."""
    assert standing(line, thing, plural).subject("other", in_list=False) == subject


def test_one_reading_stands_in_many_places() -> None:
    """A place leaves nothing behind in the reading."""
    reading = Reading(("it", "may", "harm", "you", "."), CUES)
    found = [Standing(reading, thing, "other").subject("other", in_list=False) for thing in ("drug", "disease", "drug")]
    assert found == ["drug", "disease", "drug"]


def test_an_item_takes_up_what_its_list_is_about() -> None:
    """Without a verb of its own, whatever it names; elsewhere such words are about what they name."""
    assert standing("your doctor and nurse").subject("drug", in_list=True) == "drug"
    assert standing("your doctor and nurse").subject("drug", in_list=False) == "professional"


def test_clauses_about_something_else() -> None:
    """Only those are told, by their words."""
    here = standing("@drug is strong , but your doctor will watch you .")
    assert here.subject("other", in_list=False) == "drug"
    clauses = list(here.clauses("drug"))
    assert [(owner, here.reading.line[first:last]) for owner, first, last in clauses] == [
        ("professional", ("your", "doctor", "will", "watch", "you", "."))
    ]
