"""Kinds of wording."""

from __future__ import annotations

from lint.model.wording import Wording


def test_the_longest_run_of_each_kind_is_found() -> None:
    """A word may be of several kinds; of one kind the longest run at a form counts."""
    wording = Wording.of({"safe": ["safe", "safe as houses"], "praise": ["safe"]})
    assert wording.find("it is safe as houses".split()) == [("safe", 2, 5), ("praise", 2, 3)]


def test_entries_are_written_as_in_the_other_lists() -> None:
    """Alternatives, options and inflections."""
    wording = Wording.of({"ending": ["(wave|kiss) goodbye [to]", "vanish~"]})
    assert wording.find("wave goodbye to pain , it vanished".split()) == [("ending", 0, 3), ("ending", 6, 7)]


def test_the_shipped_kinds_can_be_read() -> None:
    """Every entry of the shipped file expands, and nothing of it is empty."""
    wording = Wording.shipped()
    longer = [kinds for seconds in wording.longer.values() for sizes in seconds.values() for _, rests in sizes for kinds in rests.values()]
    assert len({kind for kinds in (*wording.alone.values(), *longer) for kind in kinds}) > 50
    assert all(wording.alone)
    assert all(wording.longer)
