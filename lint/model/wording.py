"""Kinds of wording (rules/language/wording.yaml): which runs of a sentence are of which kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lint.data import data_path
from lint.kept import code_of, hash_of, kept
from lint.language.cues import expand, load

_FILE = "wording.yaml"
Run = tuple[str, int, int]  # kind, first and last form


@dataclass(frozen=True)
class Wording:
    """The runs of all kinds by their first form; a run may be of several kinds, and runs may overlap."""

    runs: Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], tuple[str, ...]]], ...]]  # first form: (forms after it, kinds by them)

    @classmethod
    def of(cls, kinds: Mapping[str, Iterable[str]]) -> Wording:
        """From lists of entries, written as in the other files of rules/language."""
        index: dict[str, dict[int, dict[tuple[str, ...], dict[str, None]]]] = {}
        for kind, entries in kinds.items():
            for entry in entries:
                for run in expand(entry):
                    index.setdefault(run[0], {}).setdefault(len(run) - 1, {}).setdefault(run[1:], {})[kind] = None
        return cls(
            {
                first: tuple((size, {rest: tuple(kinds) for rest, kinds in rests.items()}) for size, rests in sorted(sizes.items())[::-1])
                for first, sizes in index.items()
            }
        )

    @classmethod
    def shipped(cls) -> Wording:
        """The kinds in rules/language. Raises LeaflintError naming the place of what is not text."""
        key = f"{hash_of([data_path('rules/language') / _FILE])} {code_of('language', 'model', 'rulebook')}"
        return kept("wording", key, cls, lambda: cls.of({k: lists.get("", ()) for k, lists in load(_FILE).items()}))

    def find(self, forms: Sequence[str]) -> list[Run]:
        """The longest run of each kind at each form."""
        found: list[Run] = []
        for at, form in enumerate(forms):
            sizes = self.runs.get(form)
            if sizes is None:
                continue
            here: tuple[str, ...] = ()
            for size, rests in sizes:
                kinds = rests.get(tuple(forms[at + 1 : at + 1 + size]) if size else (), ())
                new = [kind for kind in kinds if kind not in here]
                found += [(kind, at, at + 1 + size) for kind in new]
                here = (*here, *new)
        return found
