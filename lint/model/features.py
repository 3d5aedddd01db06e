"""What the model sees of a sentence: its words and kinds of wording, and what the language step and the rules know of it.

A feature is a name and the words it rests on, so that a decision can be explained and narrowed to a clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from lint.model.wording import Run, Wording
from lint.rulebook.line import words_of
from lint.stems import stem
from lint.types.text import Sentence

Feature = tuple[str, int, int]  # name, first and last form of the line; (0, 0) for what is true of the sentence as a whole
MARKS = frozenset([",", ";", ":", "—", "–", "(", ")", "...", "…", ".", "!", "?"])
ENDS = frozenset([".", "!", "?", '"', ")"])  # of a whole sentence
FUNCTION = frozenset(
    "a an the of to in on at for from by with and or but as is are was were be been it its this that these those there here they them "
    "their he she his her him you your i my me we our us not no do does did have has had can will may so if when which who what than "
    "then at into over , . ; : ( ) ! ? - — – \" '".split()
)  # what they say together is a matter of tone
TELLING = tuple((form, f"has:{form}", f"no:{form}") for form in ("@drug", "@med", "you", "#", "i", "we", ",", ";", ":", '"'))
NEAR = 8  # forms between two kinds of wording that say something together


def forms_of(sentence: Sentence, drug_of: Callable[[str], str | None]) -> list[str]:
    """The forms of a sentence's line, other medicines as @med and numbers as #."""
    return [read(form, drug_of) for form in sentence.line.split()]


def read(form: str, drug_of: Callable[[str], str | None]) -> str:
    """A form as the model reads it."""
    if form[0].isdigit():
        return "#"
    return "@med" if len(form) > 4 and drug_of(form) else form


def features(sentence: Sentence, kind: str, forms: Sequence[str], wording: Wording, known: Sequence[Feature] = ()) -> list[Feature]:
    """All features of a sentence in a block of a kind; `known` is what the rules found in it."""
    stems = [stem(form) if form[0] != "@" else form for form in forms]
    return [*known, *_whole(sentence, kind, forms), *_words(stems), *_kinds(sentence, stems, wording.find(forms))]


def _whole(sentence: Sentence, kind: str, forms: Sequence[str]) -> list[Feature]:
    found = [
        (f"subject:{sentence.subject}", 0, 0), (f"block:{kind}", 0, 0), (length_of(forms), 0, 0),
        (f"last:{forms[-1]}", 0, 0), *[(has if form in forms else lacks, 0, 0) for form, has, lacks in TELLING],
    ]  # fmt: skip
    found += [(f"scope:{scope}", 0, 0) for scope in sorted({scope.kind for scope in sentence.scopes})]
    if kind == "heading" or forms[-1] not in ENDS:
        found.append(("open-ended", 0, 0))
    return found


def length_of(forms: Sequence[object]) -> str:
    """The feature that says how long a sentence is."""
    return f"length:{min(len(forms) // 5, 7)}"


def _words(stems: Sequence[str]) -> list[Feature]:
    """Words, and runs of up to three of which one at least says something."""
    dull = [form in FUNCTION for form in stems]
    found = [(form, at, at + 1) for at, form in enumerate(stems)]
    found.append((f"^{stems[0]}", 0, 1))
    for at, (one, two) in enumerate(pairwise(stems)):
        if not (dull[at] and dull[at + 1]):
            found.append((f"{one} {two}", at, at + 2))
        if two in MARKS:
            found.append((f"{one}$", at, at + 1))
        if one in MARKS:
            found.append((f"^{two}", at + 1, at + 2))
    if len(stems) > 1 and not (dull[0] and dull[1]):
        found.append((f"^{stems[0]} {stems[1]}", 0, 2))
    for at, (one, two, three) in enumerate(zip(stems, stems[1:], stems[2:], strict=False)):
        if not (dull[at] and dull[at + 2]):
            found += [(f"{one} {two} {three}", at, at + 3), (f"{one} _ {three}", at, at + 3)]
        elif not dull[at + 1]:
            found.append((f"{one} {two} {three}", at, at + 3))
    return found


def _kinds(sentence: Sentence, stems: Sequence[str], runs: Sequence[Run]) -> list[Feature]:
    scoped = [(scope.kind[:3], scope.first, scope.last) for scope in sentence.scopes if not scope.kind.startswith("subject:")]
    words = words_of(sentence, sentence.line.split()) if scoped and runs else []
    found = []
    for kind, first, last in runs:
        found.append((f"<{kind}>", first, last))
        under = [name for name, start, end in scoped if start <= words[first] < end]
        found += [(f"{name} <{kind}>", first, last) for name in under or ("plain",)]
        if first:
            found.append((f"{stems[first - 1]} <{kind}>", first - 1, last))
        if last < len(stems):
            found.append((f"<{kind}> {stems[last]}", first, last + 1))
    found += _pairs(runs)
    if len(runs) > 1:
        found += [(f"{min(3, count)} <{kind}>", 0, 0) for kind, count in Counter([kind for kind, _, _ in runs]).items() if count > 1]
    return found


def _pairs(runs: Sequence[Run]) -> list[Feature]:
    """Two kinds of wording near each other; runs are in order of their first form."""
    found = []
    for number, (one, first, end) in enumerate(runs, 1):
        for other, start, last in islice(runs, number, None):
            if start >= end + NEAR:
                break
            if start >= end:
                found.append((f"<{one}> .. <{other}>", first, last))
                if start == end:
                    found.append((f"<{one}><{other}>", first, last))
    return found
