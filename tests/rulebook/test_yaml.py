"""Tests of reading YAML with places."""

import pytest

from lint.errors import LeaflintError
from lint.rulebook.yaml import Faults, Fields, parse


def test_values_stay_text() -> None:
    """What YAML 1.1 would turn into truth values, numbers or dates stays as it is written."""
    tree = parse("a: no\nb: 1:10\nc: 010\nd: 2026-11-24\ne: ~\n", "x.yaml")
    assert isinstance(tree.value, dict)
    assert {key: node.value for key, node in tree.value.items()} == {
        "a": "no",
        "b": "1:10",
        "c": "010",
        "d": "2026-11-24",
        "e": None,
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na: 2\n", "x.yaml:2:1"),
        ("a: [1, 2\n", "x.yaml:2:1"),
        ("a: &x 1\nb: *x\n", "x.yaml:1:4"),
        ("a: b: c\n", "x.yaml:1:5"),
    ],
)
def test_faults_name_their_place(text: str, place: str) -> None:
    """A repeated key, broken syntax or an alias is refused with file, line and column."""
    with pytest.raises(LeaflintError, match=place):
        parse(text, "x.yaml")


def test_all_faults_at_once() -> None:
    """Unknown keys and wrong types of one file are reported together, with what was probably meant."""
    faults = Faults()
    fields = Fields(parse("sverity: error\nmatch: {a: b}\nflag: perhaps\n", "r.yaml"), "r.yaml", faults, ("severity", "match", "flag"))
    fields.texts("match")
    fields.flag("flag")
    fields.text("severity", required=True)
    with pytest.raises(LeaflintError) as caught:
        faults.check()
    lines = str(caught.value).splitlines()
    assert lines[0] == "r.yaml:1:10: unknown key 'sverity'; did you mean 'severity'?"
    assert len(lines) == 4
