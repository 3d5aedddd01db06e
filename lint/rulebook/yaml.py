"""Strict YAML with positions: every value is text, a mapping or a list, as YAML 1.2 would read `no`, `1:10` or `010`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lint.errors import LeaflintError

if TYPE_CHECKING:
    import yaml

_NULLS = ("", "~", "null", "Null", "NULL")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands; line and column count from 1."""

    value: str | dict[str, Node] | list[Node] | None
    line: int
    column: int


@dataclass(slots=True)
class Faults:
    """Everything wrong with some files, gathered so that all of it is reported at once."""

    messages: list[str] = field(default_factory=list)

    def add(self, path: str, node: Node, message: str) -> None:
        """Notes a fault at a node."""
        self.messages.append(f"{path}:{node.line}:{node.column}: {message}")

    def check(self) -> None:
        """Raises LeaflintError with all faults, if there are any."""
        if self.messages:
            raise LeaflintError("\n".join(self.messages))


def parse(text: str, path: str) -> Node:
    """The text's one document as a tree. Raises LeaflintError naming every repeated key, or the first syntax fault."""
    import yaml  # what is kept between runs is not parsed again

    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LeaflintError(_syntax_fault(error, path)) from None
    except (UnicodeEncodeError, RecursionError):
        raise LeaflintError(f"{path}:1:1: not readable as YAML: broken characters or too deeply nested") from None
    faults = Faults()
    tree = _convert(root, path, faults, set()) if root is not None else Node(None, 1, 1)
    faults.check()
    return tree


def _syntax_fault(error: yaml.YAMLError, path: str) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
    return f"{path}:{place}: not valid YAML: {getattr(error, 'problem', None) or error}"


def _convert(node: Any, path: str, faults: Faults, seen: set[int]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        faults.add(path, Node(None, line, column), "anchors and aliases are not supported: write the value out")
        return Node(None, line, column)
    seen.add(id(node))
    if node.id == "scalar":
        plain = not node.style
        return Node(None if plain and node.value in _NULLS else str(node.value), line, column)
    if node.id == "sequence":
        return Node([_convert(item, path, faults, seen) for item in node.value], line, column)
    values: dict[str, Node] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, path, faults, seen)
        if not isinstance(key.value, str):
            faults.add(path, key, "a key must be text")
        elif key.value in values:
            faults.add(path, key, f"the key {key.value!r} stands here twice")
        else:
            values[key.value] = _convert(value_node, path, faults, seen)
    return Node(values, line, column)


def suggest(word: str, known: Iterable[str]) -> str:
    """“; did you mean …?” when a known word is close, else nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""


@dataclass(slots=True)
class Fields:
    """A mapping read key by key against what is allowed; every fault is noted with its place, none raised."""

    node: Node
    path: str
    faults: Faults
    known: tuple[str, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.node.value, dict):
            self.faults.add(self.path, self.node, "expected a mapping of keys to values")
            return
        for key, value in self.node.value.items():
            if key not in self.known:
                self.faults.add(self.path, value, f"unknown key {key!r}{suggest(key, self.known)}")

    def get(self, key: str) -> Node | None:
        """The node under a key, if it is there."""
        return self.node.value.get(key) if isinstance(self.node.value, dict) else None

    def text(self, key: str, *, required: bool = False, choices: Iterable[str] = ()) -> str:
        """The text under a key, or ""; one of `choices` where those are given."""
        node = self.get(key)
        if node is None or node.value is None:
            if required:
                self.faults.add(self.path, node or self.node, f"the key {key!r} is required")
            return ""
        if not isinstance(node.value, str):
            self.faults.add(self.path, node, f"{key!r} must be text")
            return ""
        allowed = tuple(choices)
        if allowed and node.value not in allowed:
            hint = suggest(node.value, allowed) or f"; use one of {', '.join(allowed)}"
            self.faults.add(self.path, node, f"{key!r} cannot be {node.value!r}{hint}")
        return node.value

    def flag(self, key: str, default: bool = False) -> bool:
        """The truth value under a key: true or false."""
        value = self.text(key)
        if not value:
            return default
        if value not in _TRUTH:
            self.faults.add(self.path, self.get(key) or self.node, f"{key!r} must be true or false")
        return _TRUTH.get(value, default)

    def nodes(self, key: str) -> list[Node]:
        """The list under a key, or an empty one; a single text counts as a list of one."""
        node = self.get(key)
        if node is None or node.value is None:
            return []
        if isinstance(node.value, str):
            return [node]
        if isinstance(node.value, list):
            return node.value
        self.faults.add(self.path, node, f"{key!r} must be a list")
        return []

    def texts(self, key: str, choices: Iterable[str] = ()) -> tuple[str, ...]:
        """The list of texts under a key, or ()."""
        allowed, found = tuple(choices), []
        for node in self.nodes(key):
            if not isinstance(node.value, str):
                self.faults.add(self.path, node, f"{key!r} must hold text only")
            elif allowed and node.value not in allowed:
                hint = suggest(node.value, allowed) or f"; use one of {', '.join(allowed)}"
                self.faults.add(self.path, node, f"{key!r} cannot hold {node.value!r}{hint}")
            else:
                found.append(node.value)
        return tuple(found)

    def pairs(self, key: str) -> list[tuple[str, Node]]:
        """The mapping under a key as pairs, or an empty list."""
        node = self.get(key)
        if node is None or node.value is None:
            return []
        if isinstance(node.value, dict):
            return list(node.value.items())
        self.faults.add(self.path, node, f"{key!r} must be a mapping")
        return []
