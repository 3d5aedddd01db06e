"""Sentences that state the same facts in other words: “Take it with food” and “It should be taken with meals”.

Two sentences restate each other when the telling words of both are mostly the same ones: figures, and stems with the words of patients
and of labels as one (kidney, renal), each weighed by how rare it is in texts. What they deny, their figures and the medicines they name
must agree.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.duplicates.passages import Passage
from lint.checks.duplicates.repeat import Repeat
from lint.evidence.words import plain, stem
from lint.repeats.difference import is_number, values
from lint.repeats.likeness import edited
from lint.repeats.pairs import proposed
from lint.repeats.words import content
from lint.types.text import Text

_APART = 3  # sentences between the two; nearer ones explain each other, or are parallel
_SHARED = 4  # telling words that both must have
_LEAST = 3.5  # weight of these words together
_LIKE = 0.25  # the shared part of the one sentence's weight, times that of the other's
_TELLING, _MOST = 2.5, 5.0  # a word that is one in 10**2.5 of all words says nothing; the weight of the rarest
_FIGURE = 1.0  # the weight of a figure
_RUN = 1.5  # … and of what patients say in several words, such as “side effects”
_LONG_ITEM = 14  # words of a list item that is compared; shorter ones repeat rightly
_OFTEN = 2  # sentences of the text from which a word tells less the more of them have it
_LONGEST = 60  # words of a sentence; longer ones are lists
_SHOWN = 5  # shared words that are named
_DENYING = frozenset("not no never cannot n't nor neither avoid avoided avoids avoiding".split())


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a sentence tells."""

    unit: Passage
    words: dict[str, str]  # by stem: the word as it stands
    weights: dict[str, float]  # by stem
    figures: frozenset[str]
    drugs: frozenset[str]  # medicines named, other than the text's own
    denies: bool


def restated(text: Text, free: Sequence[Passage], brief: Brief) -> Iterator[Repeat]:
    """Each sentence that says again what an earlier one says, with that one; linear in the length of the text."""
    facts = [
        _facts(text, unit, brief) for unit in free if len(unit.forms) <= _LONGEST and not (unit.listed and len(unit.forms) < _LONG_ITEM)
    ]
    counts = Counter(key for each in facts for key in each.weights)
    told: set[int] = set()
    for one, other in proposed([each.weights.keys() for each in facts]):
        earlier, later = facts[one], facts[other]
        if other not in told and _may_restate(earlier, later):
            shared = _alike(earlier, later, counts)
            if shared:
                told.add(other)
                yield Repeat("semantic-repetition", (earlier.unit, later.unit), shared=tuple(later.words[key] for key in shared[:_SHOWN]))


def _facts(text: Text, unit: Passage, brief: Brief) -> _Facts:
    forms = [form.rstrip("-") for form in plain(text.sentences[unit.number].line) if form[0].isalnum()]
    names = [brief.corrector.drugs.exact(form) for form in unit.forms if form != "@drug"]
    words = {stem(form): form for form in forms if len(form) > 1 and content([form]) and not is_number(form)}
    own = frozenset(unit.forms)
    weights = {key: _weight(brief, form) if form in own else min(_RUN, _weight(brief, form)) for key, form in words.items()}
    figures = {value: form for form in unit.forms if is_number(form) and form != "one" for value in values([form])}
    words, weights = {**words, **figures}, {**weights, **dict.fromkeys(figures, _FIGURE)}
    denies = not _DENYING.isdisjoint(unit.forms)
    return _Facts(
        unit, words, {k: w for k, w in weights.items() if w}, frozenset(figures), frozenset(name for name in names if name), denies
    )


def _weight(brief: Brief, form: str) -> float:
    return max(0.0, min(_MOST, -math.log10(brief.corrector.share(form)) - _TELLING))


def _may_restate(one: _Facts, other: _Facts) -> bool:
    """Whether nothing speaks against two sentences being one statement; those of one frame are compared word for word elsewhere."""
    agree = one.denies == other.denies and (one.figures <= other.figures or other.figures <= one.figures)
    named = one.drugs <= other.drugs or other.drugs <= one.drugs
    apart = abs(other.unit.number - one.unit.number) > _APART and one.unit.block != other.unit.block
    return agree and named and apart and not edited(one.unit.forms, other.unit.forms)


def _alike(one: _Facts, other: _Facts, counts: Counter[str]) -> list[str]:
    """The telling words that both have, the weightiest first, where these are most of what each says; else none."""

    def weight(key: str) -> float:
        own = min(one.weights.get(key, _MOST), other.weights.get(key, _MOST))  # of the more usual form
        return own / (1 + math.log(counts[key] - 1)) if counts[key] > _OFTEN else own

    shared = one.weights.keys() & other.weights.keys()
    both = sum(map(weight, shared))
    if len(shared) < _SHARED or both < _LEAST:
        return []
    like = both * both / (sum(map(weight, one.weights)) * sum(map(weight, other.weights)))
    return sorted(shared, key=lambda key: (-weight(key), key)) if like >= _LIKE else []
