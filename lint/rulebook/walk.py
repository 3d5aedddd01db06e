"""Finding a pattern in a line by walking along it: slow, and ready at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.rulebook.line import Line, Place, tail_end
from lint.rulebook.pattern import END_MARKS, Items, Pattern, is_number

_State = tuple[int, int, int]  # next form, first and last form of the marked words (-1: none)


class Walk:
    """A pattern, as it is."""

    def __init__(self, pattern: Pattern) -> None:
        self._pattern = pattern

    def places(self, line: Line, begins: Iterable[int]) -> list[Place]:
        """Where the pattern stands, of the forms at which it may begin; the places do not overlap."""
        end = 0
        places: list[Place] = []
        for at in begins:
            if at >= end:
                state = next(_walk(self._pattern.items, 0, line.forms, (at, -1, -1)), None)
                if state is not None and state[0] > at:
                    end, opened, closed = state
                    places.append(line.place(at, end, opened, closed))
        return places


def _walk(items: Items, step: int, forms: list[str], state: _State) -> Iterator[_State]:
    """All ways to match items[step:] from a state, the preferred one first. Gaps are bounded, so this stays small."""
    if step == len(items):
        yield state
        return
    item, (at, opened, closed) = items[step], state
    kind = item.kind
    if kind in ("word", "any", "number"):
        if at < len(forms) and _fits(item.words, item.prefixes, kind, forms[at]):
            yield from _walk(items, step + 1, forms, (at + 1, opened, closed))
    elif kind == "gap":
        for skip in range(item.most + 1):
            yield from _walk(items, step + 1, forms, (at + skip, opened, closed))
            if at + skip >= len(forms) or forms[at + skip] in item.words:
                return
    elif kind == "tail":
        yield from _walk(items, step + 1, forms, (tail_end(item, forms, at), opened, closed))
    elif kind in ("choice", "optional"):
        here = item.first.get(forms[at], ()) if at < len(forms) else ()
        for option in (*here, *item.options):
            for after in _walk(option, 0, forms, state):
                yield from _walk(items, step + 1, forms, after)
        if kind == "optional":
            yield from _walk(items, step + 1, forms, state)
    elif kind == "open":
        yield from _walk(items, step + 1, forms, (at, at, closed))
    elif kind == "close":
        yield from _walk(items, step + 1, forms, (at, opened, at))
    elif kind == "start":
        if at == 0:
            yield from _walk(items, step + 1, forms, state)
    elif all(form in END_MARKS for form in forms[at:]):
        yield from _walk(items, step + 1, forms, state)


def _fits(words: frozenset[str], prefixes: tuple[str, ...], kind: str, form: str) -> bool:
    if kind == "word":
        return form in words or (bool(prefixes) and form.startswith(prefixes))
    if kind == "number":
        return is_number(form)
    return True
