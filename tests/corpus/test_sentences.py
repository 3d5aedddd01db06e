"""The labelled sentences are in good form: see corpus/sentences/README.md and GUIDE.md."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz import fuzz, process

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "corpus/sentences"
LEAST = 5_000  # sentences
LEAST_OF_A_RULE = 60  # claims
SAME = 92  # per cent of the characters, from which two sentences are one


@dataclass(frozen=True)
class Line:
    """One line of a set."""

    place: str
    number: int  # among all lines, in the order of the sets
    value: dict[str, Any]

    @property
    def text(self) -> str:
        """The sentence."""
        return str(self.value["text"])

    @property
    def claims(self) -> list[tuple[str, str]]:
        """Rule and quote of each claim."""
        return [(claim["rule"], claim["quote"]) for claim in self.value["claims"]]


def read(paths: list[Path]) -> Iterator[Line]:
    """The lines of some files, in order."""
    lines = ((path, n, row) for path in paths for n, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    for number, (path, n, row) in enumerate(lines):
        yield Line(f"{path.name}:{n}", number, json.loads(row))


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    """Every line of every set."""
    return list(read(sorted(FOLDER.glob("set*.jsonl"), key=lambda path: int(path.stem[3:]))))


def claim_rules() -> set[str]:
    """The names of the shipped claim rules."""
    return {rule["name"] for path in (ROOT / "rules/claims").glob("*.yaml") for rule in yaml.safe_load(path.read_text()).get("rules", ())}


def test_each_line_has_the_fields(lines: list[Line]) -> None:
    """A line is text, voice, drug or null, and claims of rule and quote; nothing else, nothing empty, no stray blanks."""
    bad = [
        line.place
        for line in lines
        if set(line.value) != {"text", "voice", "drug", "claims"}
        or not line.text
        or line.text != " ".join(line.text.split())
        or not line.value["voice"]
        or line.value["drug"] == ""
        or any(set(claim) != {"rule", "quote"} for claim in line.value["claims"])
    ]
    assert not bad


def test_quotes_stand_in_their_sentence_once_and_share_no_words(lines: list[Line]) -> None:
    """A quote is an exact substring that can be found again, and belongs to one claim."""
    bad = []
    for line in lines:
        spans = [(line.text.find(quote), line.text.find(quote) + len(quote)) for _, quote in line.claims]
        found_once = all(quote.strip() and line.text.count(quote) == 1 for _, quote in line.claims)
        if not found_once or any(a < d and c < b for (a, b), (c, d) in combinations(spans, 2)):
            bad.append(line.place)
    assert not bad


def test_rules_are_those_of_the_guide_and_of_the_checks(lines: list[Line]) -> None:
    """Labels, guide and rules name the same things, and each is met often enough to learn from."""
    used = Counter(rule for line in lines for rule, _ in line.claims)
    guide = set(re.findall(r"^\| ([a-z-]+) \|", (FOLDER / "GUIDE.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(used) == guide
    assert guide <= claim_rules()
    assert len(guide) == 24
    assert min(used.values()) >= LEAST_OF_A_RULE


def test_no_sentence_comes_twice(lines: list[Line]) -> None:
    """Two lines are never the same words, nor nearly so unless they stand together as a minimal pair."""
    texts = [line.text.casefold() for line in lines]
    assert [text for text, n in Counter(texts).items() if n > 1] == []
    near = []
    for start in range(0, len(texts), 500):
        alike = process.cdist(texts[start : start + 500], texts, scorer=fuzz.ratio, score_cutoff=SAME)
        for row, column in zip(*alike.nonzero(), strict=True):
            if column - (start + row) > 1:
                near.append((lines[start + row].place, lines[int(column)].place))
    assert not near


def test_there_are_enough_and_of_both_kinds(lines: list[Line]) -> None:
    """Claims and careful sentences are nearly as many, on many medicines."""
    with_claims = sum(bool(line.claims) for line in lines)
    assert len(lines) >= LEAST
    assert 0.44 <= with_claims / len(lines) <= 0.56
    assert len({line.value["drug"] for line in lines} - {None}) >= 500


def test_both_annotations_are_of_the_same_sentences() -> None:
    """Annotated twice means: the same 200 texts in the same order, with rules that exist and exact quotes."""
    first, second = (list(read([FOLDER / f"agreement/set11-{name}.jsonl"])) for name in ("first", "second"))
    rules = claim_rules()
    assert len(second) == 200
    assert [line.text for line in first] == [line.text for line in second]
    assert all(rule in rules and quote in line.text for line in first + second for rule, quote in line.claims)
