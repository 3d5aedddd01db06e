"""The catalogue of rules as Markdown: what each flags, why and after which source, with an example of either kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.reporters.markdown import plain
from lint.reporters.visible import short, visible
from lint.types.rule import Example, Rule

_TITLES = {
    "spelling": "Spelling", "duplicates": "Duplicates", "claims": "Claims", "safety": "Safety statements",
    "suppressions": "Suppressions",
}  # fmt: skip
_TOP = """# Rules

Made from the rules themselves by `leaflint rules catalogue`; do not edit it here. [writing-a-rule.md](writing-a-rule.md) says how to add
one, `leaflint rules show CODE` shows all examples of one. Codes and names are stable. A severity can be changed, and a rule left out, in
[leaflint.toml](configuration.md)."""
_FILLED = re.compile(r"\{(\w+)\}")
_SHORT = 240  # code points of an example; files and leaflets among them are long
_GATES = {
    "class": "the medicine is of the class {}", "trigger": "the text speaks of a {}", "reference": "the medicine's reference asks for it",
    "off-label-use": "the text names a use that is not approved",
    "prescribed": "the label does not say that it is sold without a prescription",
}  # fmt: skip
_OPEN = ("missing", "inadequate")


def catalogue(rules: Iterable[Rule]) -> str:
    """The page, ending with a line end."""
    rules = tuple(rules)
    checks = dict.fromkeys(rule.check for rule in rules)
    lines = [_TOP, "", "| check | rules |", "|---|---|"]
    lines += [f"| [{_TITLES.get(check, check)}](#{_anchor(_TITLES.get(check, check))}) | {_counted(rules, check)} |" for check in checks]
    for check in checks:
        lines += ["", f"## {_TITLES.get(check, check)}"]
        for rule in rules:
            if rule.check == check:
                lines += ["", *_entry(rule)]
    return "\n".join(lines) + "\n"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _counted(rules: tuple[Rule, ...], check: str) -> str:
    codes = [rule.code for rule in rules if rule.check == check]
    return f"{len(codes)}, {codes[0]} to {codes[-1]}"


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}"
    yield ""
    yield f"*{rule.severity}{', preview' if rule.status == 'preview' else ''}{_places(rule)}*"
    flagged = next((one for one in rule.examples if one.flags or _status(rule, one) in _OPEN), None)
    silent = next((one for one in rule.examples if one is not flagged and not one.flags and _status(rule, one) not in _OPEN), None)
    yield ""
    yield _message(rule, flagged)
    yield ""
    yield f"Why: {plain(rule.why)}"
    if rule.due:
        yield ""
        yield f"Due: {_due(rule)}."
    if rule.sources:
        yield ""
        yield f"Source: {plain('; '.join(rule.sources))}"
    for word, example in (("Flagged", flagged), ("Not flagged", silent)):
        if example is not None:
            yield ""
            yield from _example(word, rule, example)


def _places(rule: Rule) -> str:
    return f", only in the {' and '.join(rule.jurisdictions)}" if rule.jurisdictions else ""


def _status(rule: Rule, example: Example) -> str:
    """What the example says of the rule's own requirement, or of the first where it makes one for each fact of a label."""
    status = dict(example.status)
    return status.get(rule.name, next(iter(status.values()), ""))


def _message(rule: Rule, flagged: Example | None) -> str:
    """The message with the words of the flagged example in it; what only a review knows is left open."""
    quote = flagged.flags[0] if flagged is not None and flagged.flags else "…"
    return plain(_FILLED.sub(lambda found: quote if found[1] == "quote" else "…", rule.message).replace("….", "…"))


def _due(rule: Rule) -> str:
    """When a statement is due: in which kinds of text, how severe its lack is, under which conditions."""
    kinds = ", ".join(f"{kind} ({severity})" for kind, severity in rule.due)
    gates = [_GATES[name].format(value) for name, _, value in (gate.partition(":") for gate in rule.gate)]
    return f"{kinds}{', where ' if gates else ''}{' and '.join(gates)}"


def _example(word: str, rule: Rule, example: Example) -> Iterator[str]:
    found = f": {', '.join(f'“{plain(short(quote, 120))}”' for quote in example.flags)}" if example.flags else ""
    status = _status(rule, example)
    given = ", ".join(value for value in (example.drug, example.jurisdiction, example.kind) if value)
    yield f"{word}{f' ({given})' if given else ''}{found}{f' ({status})' if status else ''}:"
    yield ""
    texts = [f"label, {section}: {text}" for section, text in example.label]
    texts += [f"{path}: {text}" for path, text in example.files] or [example.text]
    texts += [f"judge: {example.judge}"] if example.judge else []
    yield "  \n".join(f"> {plain(short(visible(text), _SHORT))}" for text in texts)
