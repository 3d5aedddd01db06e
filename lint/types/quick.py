"""Values of which there are many, between processes and on disk."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

_VALUES: dict[type[Any], Callable[[Any], tuple[Any, ...]]] = {}
_MAKERS: dict[type[Any], Callable[..., Any]] = {}


class Quick:
    """A dataclass with slots that is pickled by its values in order, and made of them again in a tenth of the usual time.

    It has at least two fields, and all of them are arguments of its constructor. What was checked when a value was made is not
    checked again.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        kind = type(self)
        if kind not in _VALUES:
            slots: tuple[str, ...] = kind.__slots__
            _VALUES[kind] = attrgetter(slots[0], *slots[1:])
        return remade, (kind, *_VALUES[kind](self))


def remade(kind: type[Any], *values: Any) -> Any:
    """A value of a Quick class by the values of its fields."""
    maker = _MAKERS.get(kind)
    if maker is None:
        maker = _MAKERS[kind] = _maker(kind)
    return maker(*values)


def _maker(kind: type[Any]) -> Callable[..., Any]:
    """A function that fills the slots of a twin of the class, which is not frozen, and says that it is one of the class."""
    slots: tuple[str, ...] = kind.__slots__
    twin = type(kind.__name__, (Quick,), {"__slots__": slots})
    lines = [f"def make({', '.join(slots)}):", "_value = _new(_twin)", *(f"_value.{name} = {name}" for name in slots)]
    known: dict[str, Any] = {"_new": object.__new__, "_twin": twin, "_kind": kind}
    exec("\n ".join([*lines, "_value.__class__ = _kind", "return _value"]), known)  # as dataclasses make their constructors
    maker: Callable[..., Any] = known["make"]
    return maker
