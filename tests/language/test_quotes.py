"""Words between quotation marks."""

from __future__ import annotations

import pytest

from lint.language.quotes import LONGEST, quoted
from lint.types.text import Word


def within(text: str, first: int = 0, last: int | None = None) -> list[str]:
    """The quoted words of a block, seen by a sentence of some of its words."""
    forms = text.split()
    words = [Word(number, number + 1, form, form) for number, form in enumerate(forms)]
    norms = ['"' if form in '“”«»"' else form for form in forms]
    found = quoted(words, norms).within(first, len(forms) if last is None else last)
    return [" ".join(forms[first + scope.first : first + scope.last]) for scope in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("he said “ it cures me ” and left", ["it cures me"]),
        ("“ one ” and « two »", ["one", "two"]),
        ('" straight ones " too', ["straight ones"]),
        ("“ ” nothing", []),
        ("a lone “ mark", []),
        ("a ” closing one , then “ an opening one ”", ["an opening one"]),
        ("no marks at all", []),
        (f'5 " {"far " * LONGEST}" wide', []),
    ],
)
def test_pairs_of_marks(text: str, wanted: list[str]) -> None:
    """A mark and the next that may close it, unless that is too far off."""
    assert within(text) == wanted


def test_a_quotation_over_two_sentences() -> None:
    """Each sentence sees its part."""
    text = "he said “ it works . it is safe ” to me"
    assert within(text, 0, 6) == ["it works ."]
    assert within(text, 6) == ["it is safe"]
