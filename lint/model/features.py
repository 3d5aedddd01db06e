"""What the model sees of a sentence: its words and kinds of wording, and what the language step and the rules know of it.

A feature is a name and the words it rests on, so that a decision can be explained and narrowed to a clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import snowballstemmer

from lint.model.wording import Run, Wording
from lint.rulebook.line import words_of
from lint.types.text import Sentence

Feature = tuple[str, int, int]  # name, first and last form of the line; (0, 0) for what is true of the sentence as a whole
_MARKS = frozenset([",", ";", ":", "—", "–", "(", ")", "...", "…", ".", "!", "?"])
FUNCTION = frozenset(
    "a an the of to in on at for from by with and or but as is are was were be been it its this that these those there here they them "
    "their he she his her him you your i my me we our us not no do does did have has had can will may so if when which who what than "
    "then at into over , . ; : ( ) ! ? - — – \" '".split()
)  # what they say together is a matter of tone
_STEMMER = snowballstemmer.stemmer("english")
_NEAR = 8  # forms between two kinds of wording that say something together


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its inflection."""
    return str(_STEMMER.stemWord(word))


def forms_of(sentence: Sentence, drug_of: Callable[[str], str | None]) -> list[str]:
    """The forms of a sentence's line, other medicines as @med and numbers as #."""
    return [_form(form, drug_of) for form in sentence.line.split()]


def _form(form: str, drug_of: Callable[[str], str | None]) -> str:
    if form[0].isdigit():
        return "#"
    return "@med" if len(form) > 4 and drug_of(form) else form


def features(sentence: Sentence, kind: str, forms: Sequence[str], wording: Wording, known: Sequence[Feature] = ()) -> Iterator[Feature]:
    """All features of a sentence in a block of a kind; `known` is what the rules found in it."""
    yield from known
    yield from _whole(sentence, kind, forms)
    stems = [stem(form) if form[0] != "@" else form for form in forms]
    runs = wording.find(forms)
    yield from _words(stems)
    yield from _kinds(sentence, stems, runs)


def _whole(sentence: Sentence, kind: str, forms: Sequence[str]) -> Iterator[Feature]:
    present = frozenset(forms)
    yield f"subject:{sentence.subject}", 0, 0
    yield f"block:{kind}", 0, 0
    yield f"length:{min(len(forms) // 5, 7)}", 0, 0
    yield f"last:{forms[-1]}", 0, 0
    for form in ("@drug", "@med", "you", "#", "i", "we", ",", ";", ":", '"'):
        yield f"{'has' if form in present else 'no'}:{form}", 0, 0
    for scope in sorted({scope.kind for scope in sentence.scopes}):
        yield f"scope:{scope}", 0, 0
    if kind == "heading" or forms[-1] not in (".", "!", "?", '"', ")"):
        yield "open-ended", 0, 0


def _words(stems: Sequence[str]) -> Iterator[Feature]:
    """Words, and runs of up to three of which one at least says something."""
    size = len(stems)
    dull = [form in FUNCTION for form in stems]
    yield f"^{stems[0]}", 0, 1
    for at, form in enumerate(stems):
        yield form, at, at + 1
        if at + 1 < size:
            following = stems[at + 1]
            if not (dull[at] and dull[at + 1]):
                yield f"{form} {following}", at, at + 2
                if not at:
                    yield f"^{form} {following}", 0, 2
            if following in _MARKS:
                yield f"{form}$", at, at + 1
            if form in _MARKS:
                yield f"^{following}", at + 1, at + 2
        if at + 2 < size:
            if not (dull[at] and dull[at + 1] and dull[at + 2]):
                yield f"{form} {stems[at + 1]} {stems[at + 2]}", at, at + 3
            if not (dull[at] and dull[at + 2]):
                yield f"{form} _ {stems[at + 2]}", at, at + 3


def _kinds(sentence: Sentence, stems: Sequence[str], runs: Sequence[Run]) -> Iterator[Feature]:
    scoped = [(scope.kind[:3], scope.first, scope.last) for scope in sentence.scopes if not scope.kind.startswith("subject:")]
    words = words_of(sentence, sentence.line.split())
    for kind, first, last in runs:
        yield f"<{kind}>", first, last
        under = [name for name, start, end in scoped if start <= words[first] < end]
        for name in under:
            yield f"{name} <{kind}>", first, last
        if not under:
            yield f"plain <{kind}>", first, last
        if first:
            yield f"{stems[first - 1]} <{kind}>", first - 1, last
        if last < len(stems):
            yield f"<{kind}> {stems[last]}", first, last + 1
    yield from _pairs(runs)
    for kind, count in Counter(kind for kind, _, _ in runs).items():
        if count > 1:
            yield f"{min(3, count)} <{kind}>", 0, 0


def _pairs(runs: Sequence[Run]) -> Iterator[Feature]:
    """Two kinds of wording near each other; runs are in order of their first form."""
    for number, (one, first, end) in enumerate(runs):
        for other, start, last in islice(runs, number + 1, None):
            if start >= end + _NEAR:
                break
            if start >= end:
                yield f"<{one}> .. <{other}>", first, last
                if start == end:
                    yield f"<{one}><{other}>", first, last
