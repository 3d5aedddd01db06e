"""Loads a folder of rules, topics and lists into a Rulebook. Raises LeaflintError with all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lint.errors import LeaflintError
from lint.rulebook.matching import PatternSet
from lint.rulebook.pattern import Item, Pattern, PatternError, Shared, compile_list, compile_pattern, references
from lint.rulebook.read import FileReader
from lint.rulebook.yaml import Faults, Fields, Node, parse
from lint.types.rule import ClaimKind, DrugClass, Rule, Topic

_KEYS = ("rules", "topics", "lists", "kinds", "classes")
CONDITION = "condition"  # the part by which a topic is known as a condition that medicines treat
GATES = ("reference", "off-label-use", "prescribed")  # conditions of a requirement that name nothing further
_WORD = re.compile(r"(?<![a-z*~{-])[a-z]{4,}(?![a-z*~}-])")
_NOT_RULES = ("language", "words")  # data of the language step, read there


@dataclass(frozen=True)
class Rulebook:
    """Everything leaflint looks for: loaded, checked and ready to match."""

    rules: tuple[Rule, ...]
    topics: tuple[Topic, ...]
    kinds: tuple[ClaimKind, ...]
    patterns: PatternSet
    sha256: str
    classes: tuple[DrugClass, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()  # (name, sha256) of the folders it was loaded from

    def classes_of(self, drug: str) -> tuple[str, ...]:
        """The classes that a medicine of this name, in lower case, is of."""
        if drug not in self._classes_of:
            self._classes_of[drug] = tuple(known.name for known in self.classes if known.has(drug))
        return self._classes_of[drug]

    def rule(self, code: str) -> Rule:
        """The rule with a code or a name. Raises KeyError."""
        return self._by_code[code]

    def rules_for(self, check: str) -> tuple[Rule, ...]:
        """The rules that a check applies, by code."""
        return tuple(rule for rule in self.rules if rule.check == check)

    def topic(self, topic: str) -> Topic | None:
        """The topic with an id, if there is one."""
        return self._by_id.get(topic)

    @cached_property
    def condition_words(self) -> frozenset[str]:
        """The words that conditions are named by: they count as spelt right."""
        return frozenset(word for _, pattern in self.condition_patterns for word in _WORD.findall(pattern))

    @cached_property
    def condition_patterns(self) -> tuple[tuple[Topic, str], ...]:
        """The patterns by which the topics that are conditions are known, each with its topic."""
        return tuple((topic, pattern) for topic in self.topics for pattern in dict(topic.parts).get(CONDITION, ()))

    @cached_property
    def _classes_of(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {**{rule.name: rule for rule in reversed(self.rules)}, **{rule.code: rule for rule in self.rules}}

    @cached_property
    def _by_id(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a rules folder, in order; the language step's own data is not among them."""
    found = sorted(path for path in folder.rglob("*.yaml") if path.relative_to(folder).parts[0] not in _NOT_RULES)
    if not found:
        raise LeaflintError(f"{folder}: there is no rule in this folder (no .yaml file)")
    return tuple(found)


def build(files: Iterable[tuple[str, str]], sha256: str) -> Rulebook:
    """A rulebook from (name, text) of its files. Raises LeaflintError with every fault as file:line:col."""
    faults, trees = Faults(), []
    for path, text in files:
        try:
            trees.append((path, Fields(parse(text, path), path, faults, _KEYS)))
        except LeaflintError as error:
            faults.messages.append(str(error))
    compiler = _Compiler(faults)
    for path, fields in trees:
        compiler.take_lists(path, fields)
    compiler.compile_lists()
    topics = dict(_topics(trees, compiler))
    rules, kinds, classes = _rules(trees, compiler, topics), _kinds(trees, compiler), _classes(trees, compiler)
    _check_whole(rules, topics, faults)
    _check_broader(trees, topics, faults)
    faults.check()
    if not rules:
        raise LeaflintError("the rule pack holds no rule")
    ordered = tuple(sorted((rule for rule, _, _ in rules), key=lambda rule: rule.code))
    return Rulebook(ordered, tuple(topics.values()), kinds, PatternSet(compiler.patterns.values()), sha256, classes)


@dataclass
class _Compiler:
    """Compiles patterns once each; knows the named lists."""

    faults: Faults
    entries: dict[str, tuple[str, Node, tuple[str, ...]]] = field(default_factory=dict)
    lists: dict[str, Item] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)
    shared: Shared = field(default_factory=Shared)

    def take_lists(self, path: str, fields: Fields) -> None:
        for name, node in fields.pairs("lists"):
            if name in self.entries:
                self.faults.add(path, node, f"the list {name!r} is defined twice; first in {self.entries[name][0]}")
            values = tuple(n.value for n in node.value if isinstance(n.value, str)) if isinstance(node.value, list) else ()
            if not values or not isinstance(node.value, list) or len(values) != len(node.value):
                self.faults.add(path, node, f"the list {name!r} must hold texts, at least one")
            self.entries[name] = (path, node, values)

    def compile_lists(self) -> None:
        for name in self.entries:
            self._compile_list(name, ())

    def _compile_list(self, name: str, above: tuple[str, ...]) -> None:
        if name in self.lists or name not in self.entries:
            return
        path, node, values = self.entries[name]
        if name in above:
            self.faults.add(path, node, f"the list {name!r} contains itself: {' → '.join((*above, name))}")
            self.lists[name] = Item("word")
            return
        for value in values:
            for other in references(value):
                self._compile_list(other, (*above, name))
        try:
            self.lists[name] = self.shared.item(compile_list(values, self.lists))
        except PatternError as error:
            self.faults.add(path, node, f"in the list {name!r}, {error}")
            self.lists[name] = Item("word")

    def compile(self, text: str) -> Pattern:
        if text not in self.patterns:
            self.patterns[text] = self.shared.pattern(compile_pattern(text, self.lists))
        return self.patterns[text]


def _topics(trees: list[tuple[str, Fields]], compiler: _Compiler) -> Iterator[tuple[str, Topic]]:
    known: dict[str, Topic] = {}
    for path, fields in trees:
        reader = FileReader(path, compiler.faults, compiler.compile, known)
        for node in fields.nodes("topics"):
            topic = reader.topic(node)
            if topic.id in known:
                compiler.faults.add(path, node, f"the topic {topic.id!r} is defined twice")
            known[topic.id] = topic
            yield topic.id, topic


def _rules(trees: list[tuple[str, Fields]], compiler: _Compiler, topics: dict[str, Topic]) -> list[tuple[Rule, str, Node]]:
    return [
        (FileReader(path, compiler.faults, compiler.compile, topics).rule(node), path, node)
        for path, fields in trees
        for node in fields.nodes("rules")
    ]


def _kinds(trees: list[tuple[str, Fields]], compiler: _Compiler) -> tuple[ClaimKind, ...]:
    return tuple(FileReader(path, compiler.faults, compiler.compile).kind(node) for path, fields in trees for node in fields.nodes("kinds"))


def _classes(trees: list[tuple[str, Fields]], compiler: _Compiler) -> tuple[DrugClass, ...]:
    reader = [(FileReader(path, compiler.faults, compiler.compile), fields) for path, fields in trees]
    return tuple(one.drug_class(node) for one, fields in reader for node in fields.nodes("classes"))


def _check_broader(trees: list[tuple[str, Fields]], topics: dict[str, Topic], faults: Faults) -> None:
    for path, fields in trees:
        for node in fields.nodes("topics"):
            for wider in Fields(node, path, Faults(), ()).texts("broader"):
                if wider not in topics:
                    faults.add(path, node, f"there is no topic {wider!r} that could be broader")


def _check_whole(rules: list[tuple[Rule, str, Node]], topics: dict[str, Topic], faults: Faults) -> None:
    """What only shows when all files are read: repeated codes and names, topics that do not exist."""
    seen: dict[str, str] = {}
    for rule, path, node in rules:
        for key in (rule.code, rule.name):
            if key and key in seen:
                faults.add(path, node, f"{key!r} is taken already, in {seen[key]}")
            seen[key] = f"{path}:{node.line}"
        wanted = [rule.topic, *(gate.removeprefix("trigger:") for gate in rule.gate if gate.startswith("trigger:"))]
        for topic in wanted:
            if topic and topic not in topics:
                faults.add(path, node, f"{rule.code}: there is no topic {topic!r}")
        for gate in rule.gate:
            if gate not in GATES and gate.partition(":")[0] not in ("class", "trigger"):
                faults.add(path, node, f"{rule.code}: unknown condition {gate!r}: use class:NAME, trigger:TOPIC, {', '.join(GATES)}")
