"""Values of which there are many, between processes and on disk."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

_VALUES: dict[str, Callable[[Any], tuple[Any, ...]]] = {}  # by class


class Quick:
    """A dataclass with slots that is pickled by its values in order: in half the time that such a class takes by itself.

    It has at least two fields, and all of them are arguments of its constructor, which is given them again.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Any], tuple[Any, ...]]:
        kind = type(self)
        name = f"{kind.__module__}.{kind.__qualname__}"
        if name not in _VALUES:
            slots: tuple[str, ...] = kind.__slots__
            _VALUES[name] = attrgetter(slots[0], *slots[1:])
        return kind, _VALUES[name](self)
