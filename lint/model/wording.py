"""Kinds of wording (rules/language/wording.yaml): which runs of a sentence are of which kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.data import data_path
from lint.kept import code_of, hash_of, kept
from lint.language.cues import expand, load

_FILE = "wording.yaml"
Run = tuple[str, int, int]  # kind, first and last form
_Seconds = Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], tuple[str, ...]]], ...]]


@dataclass(frozen=True)
class Wording:
    """The runs of all kinds by their first form; a run may be of several kinds, and runs may overlap."""

    alone: Mapping[str, tuple[str, ...]]  # a form: the kinds it is of by itself
    longer: Mapping[str, _Seconds]
    # first form, second form: (forms after these, kinds by them), the most forms first

    @classmethod
    def of(cls, kinds: Mapping[str, Iterable[str]]) -> Wording:
        """From lists of entries, written as in the other files of rules/language."""
        alone: dict[str, dict[str, None]] = {}
        longer: dict[str, dict[str, dict[int, dict[tuple[str, ...], dict[str, None]]]]] = {}
        for kind, entries in kinds.items():
            for run in (run for entry in entries for run in expand(entry)):
                if len(run) == 1:
                    alone.setdefault(run[0], {})[kind] = None
                else:
                    sizes = longer.setdefault(run[0], {}).setdefault(run[1], {})
                    sizes.setdefault(len(run) - 2, {}).setdefault(run[2:], {})[kind] = None
        return cls(
            {form: tuple(kinds) for form, kinds in alone.items()},
            {
                first: {
                    second: tuple((size, {rest: tuple(kinds) for rest, kinds in sizes[size].items()}) for size in sorted(sizes)[::-1])
                    for second, sizes in seconds.items()
                }
                for first, seconds in longer.items()
            },
        )

    @classmethod
    def shipped(cls) -> Wording:
        """The kinds in rules/language. Raises LeaflintError naming the place of what is not text."""
        key = f"{hash_of([data_path('rules/language') / _FILE])} {code_of('language', 'model', 'rulebook')}"
        return kept("wording", key, cls, lambda: cls.of({k: lists.get("", ()) for k, lists in load(_FILE).items()}))

    @cached_property
    def _begins(self) -> Mapping[str, tuple[tuple[str, ...], _Seconds]]:
        """Every form that a run begins with: the kinds it is of by itself, and what may follow."""
        return {form: (self.alone.get(form, ()), self.longer.get(form, {})) for form in (*self.alone, *self.longer)}

    def find(self, forms: Sequence[str]) -> list[Run]:
        """The longest run of each kind at each form."""
        found: list[Run] = []
        begins = self._begins
        for at, form in enumerate(forms):
            if form not in begins:
                continue
            kinds, longer = begins[form]
            sizes = longer.get(forms[at + 1]) if longer and at + 1 < len(forms) else None
            if sizes is None:
                for kind in kinds:
                    found.append((kind, at, at + 1))
                continue
            here: dict[str, int] = {}
            for size, rests in sizes:
                for kind in rests.get(tuple(forms[at + 2 : at + 2 + size]), ()):
                    here.setdefault(kind, at + 2 + size)
            for kind in kinds:
                here.setdefault(kind, at + 1)
            found += [(kind, at, end) for kind, end in here.items()]
        return found
