"""Tests of loading rules: what is refused, and that everything wrong is said at once."""

import pytest

from lint.errors import LeaflintError
from lint.rulebook.load import Rulebook, build

GOOD = """
rules:
  - code: CLM901
    name: try-out
    check: claims
    severity: warning
    message: "“{quote}” is not so."
    why: Because.
    sources: [somewhere]
    match: ["grand {thing}"]
    examples:
      - {text: A grand house., flags: [grand house]}
      - {text: A small house.}
lists:
  thing: [house, garden~]
"""


def load(text: str) -> Rulebook:
    return build([("rules/x.yaml", text)], "hash")


def faults(text: str) -> str:
    with pytest.raises(LeaflintError) as caught:
        load(text)
    return str(caught.value)


def test_a_rule_loads() -> None:
    """A complete rule is found by code and by name, with its limits filled in."""
    rule = load(GOOD).rule("try-out")
    assert rule.code == "CLM901"
    assert rule.matches[0].severity == "warning"
    assert len(load(GOOD).patterns.patterns) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code: CLM901", "code: SPE901", "does not fit the check"),
        ("severity: warning", "severity: grave", "rules/x.yaml:6:15: 'severity' cannot be 'grave'"),
        ("sources: [somewhere]", "sources: []", "needs `sources`"),
        ("{thing}", "{thin}", "a list {thin} that does not exist"),
        ("      - {text: A small house.}\n", "", "near miss"),
        ("    match:", "    mach:", "did you mean 'match'"),
        ("name: try-out", "name: Try Out", "must be words in lower case"),
        ("thing: [house, garden~]", "thing: [house, '{thing}']", "contains itself"),
        ("    why: Because.\n", "", "the key 'why' is required"),
    ],
)
def test_faults_are_named(old: str, new: str, said: str) -> None:
    """Each kind of mistake is refused with its place and what is wrong."""
    assert old in GOOD
    assert said in faults(GOOD.replace(old, new))


def test_repeated_codes_are_refused() -> None:
    """Two rules cannot share a code, even in different files."""
    with pytest.raises(LeaflintError, match=r"'CLM901' is taken already, in a\.yaml:3"):
        build([("a.yaml", GOOD), ("b.yaml", GOOD.replace("lists:\n  thing: [house, garden~]\n", ""))], "hash")


def test_no_rules_is_an_error() -> None:
    """A pack without rules does not pass for one that finds nothing."""
    assert "holds no rule" in faults("lists:\n  x: [y]\n")


def test_every_fault_at_once() -> None:
    """Faults in several places, even several files, come in one message."""
    said = faults(GOOD.replace("severity: warning", "severity: grave").replace("{thing}", "{thin}"))
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize(("given", "scopes"), [("", ("question",)), (", unless: []", ()), (", unless: [negated]", ("negated",))])
def test_what_excuses_a_topic(given: str, scopes: tuple[str, ...]) -> None:
    """A topic passes over questions unless it says otherwise; an empty list says that nothing excuses it."""
    topic = load(f"{GOOD}topics:\n  - {{id: house, title: A house, parts: {{said: [grand house]}}, full: [said]{given}}}\n").topic("house")
    assert topic is not None
    assert topic.unless == scopes
