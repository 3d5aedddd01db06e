"""From YAML nodes to rules, topics, lists and claim kinds; every fault is noted with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lint.rulebook.pattern import PatternError
from lint.rulebook.yaml import Faults, Fields, Node
from lint.types.review import SEVERITIES, STATUSES
from lint.types.rule import ClaimKind, DrugClass, Example, Match, Rule, Topic, Way
from lint.types.settings import JURISDICTIONS, KINDS

CHECK_OF_FAMILY = {
    "SPE": "spelling", "DUP": "duplicates", "CLM": "claims", "SAF": "safety", "SUP": "suppressions",
}  # fmt: skip
UNLESS = ("negated", "hedged", "question", "conditional", "quoted", "heading", "cited")
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PART = re.compile(r"(\S+?)(?: x(\d+))?")
_RULE_KEYS = (
    "code", "name", "check", "severity", "status", "message", "why", "sources", "jurisdictions", "subject", "unless", "match",
    "except", "unless-sentence", "detector", "title", "topic", "due", "when", "inadequate", "locally", "examples",
)  # fmt: skip
_MATCH_KEYS = ("pattern", "severity", "subject", "unless", "except", "unless-sentence")
SECTIONS = ("boxed", "contraindications", "interactions", "populations", "monitoring", "red-flags")  # of a label
_TOPIC_KEYS = ("id", "title", "parts", "full", "partial", "denied", "except", "unless", "broader", "found-in")
ENCODINGS = ("utf-8", "cp1252")
_EXAMPLE_KEYS = (
    "text", "flags", "status", "related", "suggestions", "drug", "jurisdiction", "kind", "label", "judge", "files", "encoding",
)  # fmt: skip


@dataclass(slots=True)
class FileReader:
    """Reads one file's entries; `compile_text` says whether a pattern can be read."""

    path: str
    faults: Faults
    compile_text: Callable[[str], object]
    topics: dict[str, Topic] = field(default_factory=dict)

    def fields(self, node: Node, known: tuple[str, ...]) -> Fields:
        """The node's keys, checked against the known ones."""
        return Fields(node, self.path, self.faults, known)

    def patterns(self, fields: Fields, key: str) -> tuple[str, ...]:
        """The patterns under a key; those that cannot be read are noted."""
        return tuple(self.pattern(node) for node in fields.nodes(key))

    def pattern(self, node: Node) -> str:
        """The pattern at a node."""
        if not isinstance(node.value, str):
            self.faults.add(self.path, node, "a pattern must be text")
            return ""
        try:
            self.compile_text(node.value)
        except PatternError as error:
            self.faults.add(self.path, node, str(error))
        return node.value

    def rule(self, node: Node) -> Rule:
        """One rule."""
        fields = self.fields(node, _RULE_KEYS)
        code, name = fields.text("code", required=True), fields.text("name", required=True)
        check = fields.text("check", required=True, choices=CHECK_OF_FAMILY.values())
        if code and (not _CODE.fullmatch(code) or CHECK_OF_FAMILY.get(code[:3]) != check):
            families = ", ".join(f"{family} {other}" for family, other in CHECK_OF_FAMILY.items())
            self.faults.add(self.path, node, f"the code {code!r} does not fit the check {check!r}: write three digits after {families}")
        if name and not _NAME.fullmatch(name):
            self.faults.add(self.path, node, f"the name {name!r} must be words in lower case with hyphens")
        severity = fields.text("severity", required=True, choices=SEVERITIES)
        due = tuple((kind, self._severity(value)) for kind, value in fields.pairs("due"))
        self._known(node, [kind for kind, _ in due], KINDS, "kind of text")
        locally = tuple((where, value.value if isinstance(value.value, str) else "") for where, value in fields.pairs("locally"))
        self._known(node, [where for where, _ in locally], JURISDICTIONS, "jurisdiction")
        rule = Rule(
            code=code, name=name, check=check, severity=severity or "info",
            message=fields.text("message", required=True), why=fields.text("why", required=True),
            sources=fields.texts("sources"), examples=tuple(self.example(item) for item in fields.nodes("examples")),
            status=fields.text("status", choices=("stable", "preview")) or "stable",
            jurisdictions=fields.texts("jurisdictions", JURISDICTIONS),
            matches=tuple(self.match(item, fields, severity) for item in fields.nodes("match")),
            detectors=fields.texts("detector"), title=fields.text("title"), topic=fields.text("topic"),
            inadequate=fields.text("inadequate"), locally=locally, due=due, gate=fields.texts("when"),
        )  # fmt: skip
        self._complete(node, rule)
        return rule

    def match(self, node: Node, rule: Fields, severity: str) -> Match:
        """One way of breaking a rule: the entry's own limits go before the rule's."""
        entry = node if isinstance(node.value, dict) else Node({"pattern": node}, node.line, node.column)
        own = self.fields(entry, _MATCH_KEYS)
        pattern_node = own.get("pattern")
        if pattern_node is None:
            self.faults.add(self.path, node, "the key 'pattern' is required")
        unless = own if own.get("unless") else rule
        return Match(
            pattern=self.pattern(pattern_node) if pattern_node else "",
            severity=own.text("severity", choices=SEVERITIES) or severity or "info",
            subject=(own if own.get("subject") else rule).text("subject", choices=("drug", "any")),
            unless=unless.texts("unless", UNLESS),
            exceptions=(*self.patterns(rule, "except"), *self.patterns(own, "except")),
            unless_sentence=(*self.patterns(rule, "unless-sentence"), *self.patterns(own, "unless-sentence")),
        )

    def example(self, node: Node) -> Example:
        """One example."""
        fields = self.fields(node, _EXAMPLE_KEYS)
        status = tuple((key, value.value if isinstance(value.value, str) else "") for key, value in fields.pairs("status"))
        self._known(node, [value for _, value in status], STATUSES, "status")
        files = tuple((key, value.value if isinstance(value.value, str) else "") for key, value in fields.pairs("files"))
        return Example(
            text=fields.text("text", required=not files), flags=fields.texts("flags"), status=status,
            related=fields.texts("related"), suggestions=fields.texts("suggestions"), drug=fields.text("drug"),
            jurisdiction=fields.text("jurisdiction", choices=JURISDICTIONS), kind=fields.text("kind", choices=KINDS),
            label=tuple((key, value.value if isinstance(value.value, str) else "") for key, value in fields.pairs("label")),
            judge=fields.text("judge"), files=files, encoding=fields.text("encoding", choices=ENCODINGS) or "utf-8",
        )  # fmt: skip

    def topic(self, node: Node) -> Topic:
        """One topic; `full` and `partial` may name its parts only."""
        fields = self.fields(node, _TOPIC_KEYS)
        parts = tuple((name, self._part_patterns(value)) for name, value in fields.pairs("parts"))
        known = tuple(name for name, _ in parts)
        topic = Topic(
            id=fields.text("id", required=True), title=fields.text("title", required=True), parts=parts,
            full=tuple(self._way(item, known) for item in fields.nodes("full")),
            partial=tuple(self._way(item, known) for item in fields.nodes("partial")),
            denied=tuple(self._way(item, known) for item in fields.nodes("denied")),
            exceptions=self.patterns(fields, "except"), unless=fields.texts("unless", UNLESS) if fields.get("unless") else ("question",),
            broader=fields.texts("broader"), found_in=fields.texts("found-in", SECTIONS),
        )  # fmt: skip
        if not topic.full:
            self.faults.add(self.path, node, f"the topic {topic.id!r} needs `full`: a way of speaking of it")
        return topic

    def drug_class(self, node: Node) -> DrugClass:
        """One class of medicines."""
        fields = self.fields(node, ("name", "title", "drugs", "stems", "except", "source"))
        drugs, stems = fields.texts("drugs"), fields.texts("stems")
        if not drugs and not stems:
            self.faults.add(self.path, node, "a class needs `drugs` or `stems`")
        return DrugClass(
            name=fields.text("name", required=True), title=fields.text("title", required=True), drugs=drugs, stems=stems,
            exceptions=fields.texts("except"), source=fields.text("source", required=True),
        )  # fmt: skip

    def kind(self, node: Node) -> ClaimKind:
        """One kind of claim."""
        fields = self.fields(node, ("kind", "match", "except"))
        return ClaimKind(fields.text("kind", required=True), self.patterns(fields, "match"), self.patterns(fields, "except"))

    def _part_patterns(self, node: Node) -> tuple[str, ...]:
        items = node.value if isinstance(node.value, list) else [node]
        patterns: list[str] = []
        for item in items:
            other = item.value.get("topic") if isinstance(item.value, dict) else None
            if other is None:
                patterns.append(self.pattern(item))
            elif isinstance(other.value, str) and other.value in self.topics:
                patterns += [p for _, ps in self.topics[other.value].parts for p in ps]
            else:
                self.faults.add(self.path, item, f"no topic {other.value!r} stands before this one")
        return tuple(patterns)

    def _way(self, node: Node, known: tuple[str, ...]) -> Way:
        if isinstance(node.value, dict):
            fields = self.fields(node, ("all", "within"))
            names, within = fields.texts("all"), fields.text("within") or "1"
        else:
            names, within = ((node.value,) if isinstance(node.value, str) else ()), "1"
        if not within.isdigit() or not int(within):
            self.faults.add(self.path, node, f"'within' must be a number of sentences, not {within!r}")
            within = "1"
        parts = []
        for name in names:
            found = _PART.fullmatch(name)
            parts.append((found[1], int(found[2] or 1)) if found else (name, 1))
        self._known(node, [name for name, _ in parts], known, "part")
        return Way(tuple(parts), int(within))

    def _severity(self, node: Node) -> str:
        value = node.value if isinstance(node.value, str) else ""
        self._known(node, [value], SEVERITIES, "severity")
        return value if value in SEVERITIES else "info"

    def _known(self, node: Node, values: list[str], known: tuple[str, ...], what: str) -> None:
        for value in values:
            if value not in known:
                self.faults.add(self.path, node, f"unknown {what} {value!r}: use one of {', '.join(known)}")

    def _complete(self, node: Node, rule: Rule) -> None:
        """What a rule must have besides its keys: a source, something that finds it, an example each way."""

        def fault(message: str) -> None:
            self.faults.add(self.path, node, f"{rule.code or 'a rule'}: {message}")

        if rule.check in ("claims", "safety") and not rule.sources:
            fault("a rule on claims or safety needs `sources`: where the requirement is written")
        if not (rule.matches or rule.detectors or rule.topic):
            fault("nothing finds it: give `match`, `detector` or `topic`")
        if rule.topic and not (rule.title and rule.due and rule.inadequate):
            fault("a requirement needs `title`, `due` and `inadequate`")
        wanted = [status for example in rule.examples for name, status in example.status if name == rule.name or rule.detectors]
        fires = any(e.flags for e in rule.examples) or any(s in ("missing", "inadequate") for s in wanted)
        silent = any(not e.flags and not e.status for e in rule.examples) or any(s not in ("missing", "inadequate") for s in wanted)
        if not (fires and silent):
            fault("needs at least one example that it flags and one near miss that it does not")
