"""The rows of a sentence's features in the table of weights: those of the names in `features` that training knew, without making a name.

What is known of a form or of a kind of wording is worked out once; a sentence then only asks which of its neighbours go with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, zip_longest
from sys import intern

from lint.model.features import ENDS, MARKS, NEAR, TELLING, length_of, read
from lint.model.known import SHUT, Known
from lint.model.runs import After, Row, Runs, say
from lint.model.wording import Wording
from lint.rulebook.hits import Found
from lint.stems import stem
from lint.types.text import Sentence

_FORMS = 50_000  # of which what is known is remembered


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a line, and the features it can be part of."""

    read: str  # other medicines as @med, numbers as #
    stem: str
    own: Row
    mark: bool
    opening: Row  # at the beginning of a sentence or clause
    closing: Row  # at the end of a clause
    last: Row  # at the end of the sentence
    after: Mapping[str, After]  # by the stem that follows
    around: Mapping[str, int]  # by the stem after the next: the two with any word between


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of wording, and the features it can be part of."""

    name: str
    own: Row
    plain: Row  # outside all scopes
    after: Mapping[str, After]  # by the stem that follows
    near: Mapping[str, int]  # by a kind that follows at some distance
    touching: Mapping[str, int]  # by a kind that follows at once


class Rows:
    """Finds the rows of sentences."""

    def __init__(self, rows: Mapping[str, int], wording: Wording, known: Known, drug_of: Callable[[str], str | None]) -> None:
        """`rows`: the row of each name; the others as `features` and `forms_of` are given them."""
        self._runs = Runs(rows)
        self._row = row = rows.get
        self._wording = wording
        self._drug_of = drug_of
        self._patterns = {
            pattern: (
                tuple(number for name, _ in names if (number := row(name)) is not None),
                tuple(number for _, excused in names if (number := row(excused)) is not None),
            )
            for pattern, names in known.named.items()
        }
        self._telling = tuple((form, row(has), row(lacks)) for form, has, lacks in TELLING)
        self._forms: dict[str, _Form] = {}
        self._kinds: dict[str, _Kind] = {}

    def of(self, sentence: Sentence, kind: str, found: Found) -> set[int]:
        """The rows of a sentence in a block of a kind; `found` is what the rules found in it."""
        forms = [self._forms.get(form) or self._form(form) for form in sentence.line.split()]
        rows: set[Row] = {
            *self._known(sentence, found), *self._whole(sentence, kind, forms), *self._words(forms), *self._wordings(sentence, forms),
        }  # fmt: skip
        rows.discard(None)
        return rows  # type: ignore[return-value]

    def _known(self, sentence: Sentence, found: Found) -> list[int]:
        shut = [(scope.first, scope.last) for scope in sentence.scopes if scope.kind in SHUT] if found else ()
        rows: list[int] = []
        for pattern, place in found:
            named = self._patterns.get(pattern)
            if named is not None:
                rows += named[0]
                for first, last in shut:
                    if first <= place[2] < last:
                        rows += named[1]
        return rows

    def _whole(self, sentence: Sentence, kind: str, forms: Sequence[_Form]) -> list[Row]:
        row, said = self._row, {form.read for form in forms}
        rows = [has if form in said else lacks for form, has, lacks in self._telling]
        rows += row(f"subject:{sentence.subject}"), row(f"block:{kind}"), row(length_of(forms)), forms[-1].last
        for scope in sentence.scopes:
            rows.append(row(f"scope:{scope.kind}"))
        if kind == "heading" or forms[-1].read not in ENDS:
            rows.append(row("open-ended"))
        return rows

    def _words(self, forms: Sequence[_Form]) -> list[Row]:
        stems = [form.stem for form in forms]
        rows = [form.own for form in forms]
        rows.append(forms[0].opening)
        for one, two, third in zip_longest(forms[:-1], stems[1:], stems[2:]):
            after = one.after.get(two)
            if after is not None:
                rows.append(after.row)
                rows.append(after.third.get(third))
            rows.append(one.around.get(third))
        for at, form in enumerate(forms):
            if form.mark:
                if at:
                    rows.append(forms[at - 1].closing)
                if at + 1 < len(forms):
                    rows.append(forms[at + 1].opening)
        if len(forms) > 1 and say(stems[0], stems[1]):
            rows.append(self._row(f"^{stems[0]} {stems[1]}"))
        return rows

    def _wordings(self, sentence: Sentence, forms: Sequence[_Form]) -> list[Row]:
        found, kinds = self._wording.find([form.read for form in forms]), self._kinds
        runs = [(kinds.get(name) or self._kind(name), first, last) for name, first, last in found]
        scoped = [(scope.kind[:3], scope.first, scope.last) for scope in sentence.scopes if not scope.kind.startswith("subject:")]
        rows: list[Row] = []
        for number, (kind, first, last) in enumerate(runs, 1):
            rows.append(kind.own)
            if not scoped:
                rows.append(kind.plain)
            if first:
                before = forms[first - 1].after.get(kind.name)
                rows.append(before and before.row)
            if last < len(forms):
                after = kind.after.get(forms[last].stem)
                rows.append(after and after.row)
            for other, start, _ in islice(runs, number, None):
                if start >= last:
                    if start >= last + NEAR:
                        break
                    rows.append(kind.near.get(other.name))
                    if start == last:
                        rows.append(kind.touching.get(other.name))
        if scoped and runs:
            rows += self._scoped(sentence, runs, scoped)
        if len(runs) > 1:
            counts = Counter([kind.name for kind, _, _ in runs])
            rows += [self._row(f"{min(3, count)} {name}") for name, count in counts.items() if count > 1]
        return rows

    def _scoped(self, sentence: Sentence, runs: Sequence[tuple[_Kind, int, int]], scoped: Sequence[tuple[str, int, int]]) -> Iterator[Row]:
        """Kinds of wording with the scopes they stand under, or outside all of them."""
        starts = tuple(accumulate((len(form) + 1 for form in sentence.line.split()), initial=1))
        for kind, first, _ in runs:
            word = max(0, bisect_right(sentence.offsets, starts[first]) - 1)
            under = [scope for scope, begin, end in scoped if begin <= word < end]
            yield from [self._row(f"{scope} {kind.name}") for scope in under] or [kind.plain]

    def _form(self, form: str) -> _Form:
        if len(self._forms) >= _FORMS:
            self._forms.clear()
        told, row = read(form, self._drug_of), self._row
        own = intern(stem(told) if told[0] != "@" else told)
        rows = row(f"^{own}"), row(f"{own}$"), row(f"last:{told}")
        self._forms[form] = _Form(told, own, row(own), own in MARKS, *rows, *self._runs.after(own))
        return self._forms[form]

    def _kind(self, kind: str) -> _Kind:
        name, row = intern(f"<{kind}>"), self._row
        after, _ = self._runs.after(name)
        near = after[".."].third if ".." in after else {}
        touching = {intern(f"<{other}"): number for other, number in self._runs.beginning(f"{name}<")}
        self._kinds[kind] = _Kind(name, row(name), row(f"plain {name}"), after, near, touching)
        return self._kinds[kind]
