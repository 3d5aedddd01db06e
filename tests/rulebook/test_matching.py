"""Tests of finding patterns in sentences."""

from collections.abc import Sequence

import pytest

from lint.rulebook.line import Line, Place
from lint.rulebook.matching import PatternSet
from lint.rulebook.pattern import Item, compile_list, compile_pattern
from lint.rulebook.walk import Walk
from lint.types.text import Sentence, Word

LISTS: dict[str, Item] = {}
LISTS["drug"] = compile_list(("@drug [(tablet~|treatment)]", "this medicine"), LISTS)
LISTS["harm"] = compile_list(("pain", "flare up~", "swelling"), LISTS)


def sentence(line: str) -> Sentence:
    forms = line.split()
    offsets, at = [], 1
    for form in forms:
        offsets.append(at)
        at += len(form) + 1
    words = tuple(Word(o, o + len(f), f, f) for f, o in zip(forms, offsets, strict=True))
    return Sentence(0, 0, at, words, f" {line} ", tuple(offsets), (), "drug")


def found(pattern: str, line: str) -> list[str]:
    """The quotes of a pattern in a line."""
    matches = PatternSet([compile_pattern(pattern, LISTS)]).match([sentence(line)])
    forms = line.split()
    return [" ".join(forms[hit.quote_first : hit.quote_last]) for hit in matches.of(pattern)]


@pytest.mark.parametrize(
    ("pattern", "line", "quotes"),
    [
        ("no side effects", "it has no side effects at all", ["no side effects"]),
        ("eliminate~ .. {harm}", "it eliminated all of your swelling", ["eliminated all of your swelling"]),
        ("eliminate~ .. {harm}", "it eliminates a very great deal of pain", []),
        ("eliminate~ .. {harm}", "it eliminates waste , pain", []),
        ("eliminate~ ... {harm}", "it eliminates waste , pain", ["eliminates waste , pain"]),
        ("eliminate~ ... {harm}", "it eliminates waste . pain", []),
        ("{drug} is [very] safe", "@drug tablets is safe", ["@drug tablets is safe"]),
        ("{drug} is [very] safe", "this medicine is very safe", ["this medicine is very safe"]),
        ("lympho*", "a lymphoma or lymphocytes", ["lymphoma", "lymphocytes"]),
        ("take # mg", "take two mg or take 50 mg", ["take two mg", "take 50 mg"]),
        ("^ remember ...", "remember to ask your doctor", ["remember to ask your doctor"]),
        ("^ remember", "always remember", []),
        ("pain $", "no pain or less pain .", ["pain"]),
        ("is <a cure> for", "it is a cure for pain", ["a cure"]),
        ("cure _ disease", "cure your disease", ["cure your disease"]),
        ("cure~ ..", "it cures pain of the", ["cures pain"]),
    ],
)
def test_patterns_find(pattern: str, line: str, quotes: list[str]) -> None:
    """Each element of the language finds what rules/README.md says, and no more."""
    assert found(pattern, line) == quotes


def test_only_anchored_patterns_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand patterns a sentence meets the one whose words it has, and only where it can begin."""
    tried: list[list[int]] = []
    real = Walk.places

    def counting(walk: Walk, line: Line, begins: Sequence[int]) -> list[Place]:
        tried.append(list(begins))
        return real(walk, line, begins)

    monkeypatch.setattr(Walk, "places", counting)
    patterns = [compile_pattern(f"zz{number} .. word{number}", LISTS) for number in range(1000)]
    PatternSet(patterns).match([sentence("you may take zz7 with food or word7"), sentence("you may take zz8 without")])
    assert tried == [[3]]


def test_what_no_other_text_has_is_not_remembered() -> None:
    """Sentences that are remembered are bounded in number and in length, so that memory does not grow with the texts."""
    patterns = PatternSet([compile_pattern("zz1 .. word1", LISTS)])
    patterns.match([sentence("zz1 word1"), sentence("zz1 word1"), sentence("zz1 " + "word1 " * 2000)])
    assert patterns._remembered.cache_info().currsize == 1
    assert patterns._remembered.cache_info().hits == 1
