"""The stage that suppresses: findings that a decision covers are marked, and decisions that do not hold become findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lint.types.decision import Decision, FileDecision, Suppression
from lint.types.fingerprint import fingerprint_of
from lint.types.review import FAILED, DocumentReview, Finding, place_order
from lint.types.rule import Rule, selects
from lint.types.text import Place


@dataclass(frozen=True, slots=True)
class Terms:
    """What suppressions are judged by."""

    rules: tuple[Rule, ...]
    off: frozenset[str]  # codes of the rules that are not applied: what is for them is not called unused
    today: str  # ISO date
    never: tuple[str, ...] = ()  # rules or families whose errors are not suppressed


def suppress(review: DocumentReview, name: str, filed: Sequence[FileDecision], terms: Terms) -> DocumentReview:
    """The review with its suppressed findings marked, and findings on the suppressions themselves. `name`: of the document."""
    return _Stage(review, name, [one for one in filed if one.decision == "dismiss"], terms).review()


@dataclass(slots=True)
class _Stage:
    document: DocumentReview
    name: str
    filed: list[FileDecision]
    terms: Terms

    def review(self) -> DocumentReview:
        sound = {id(one): not self._fault(one) for one in self.document.suppressions}
        inline = [one for one in self.document.suppressions if sound[id(one)]]
        by_print = {one.fingerprint: one for one in self.filed if one.reason.strip()}
        used: set[int] = set()
        findings = [self._judged(found, [one for one in inline if _means(one, found)], by_print, used) for found in self.document.findings]
        said = [*self._on_comments(used), *self._on_entries(used, {found.fingerprint for found in self.document.findings})]
        return replace(self.document, findings=tuple(sorted([*findings, *said], key=place_order)))

    def _judged(self, found: Finding, inline: list[Suppression], filed: dict[str, FileDecision], used: set[int]) -> Finding:
        """The finding, suppressed where a decision in force covers it; all decisions that cover it count as used."""
        entry = filed.get(found.fingerprint)
        used.update(id(one) for one in (*inline, *([entry] if entry else [])))
        covering = [*(one.decision for one in inline), *([entry.on_record] if entry else [])]
        decisions = [decision for decision in covering if not self._expired(decision)]
        if not decisions or self._never(found):
            return found
        return replace(found, disposition="suppressed", decision=decisions[0])

    def _never(self, found: Finding) -> bool:
        return found.severity == "error" and selects(self.terms.never, found.rule, found.name)

    def _expired(self, decision: Decision) -> bool:
        return bool(decision.until) and decision.until < self.terms.today

    def _fault(self, one: Suppression) -> str:
        """Why a comment cannot be followed."""
        if one.fault:
            return one.fault
        known = any(selects((one.rule,), rule.code, rule.name) for rule in self.terms.rules)
        if not known and not any(_is_requirement(one.rule, requirement.id) for requirement in self.document.requirements):
            return f"there is no rule “{one.rule}” (the reason stands after a colon)"
        return "" if one.decision.reason else "no reason"

    def _on_comments(self, used: set[int]) -> Iterator[Finding]:
        for one in self.document.suppressions:
            fault, until = self._fault(one), one.decision.until
            if fault == "no reason":
                yield from self._finding("unexplained-suppression", one.place, one.place.quote)
            elif fault:
                yield from self._finding("void-suppression", one.place, one.place.quote, fault=fault)
            elif self._expired(one.decision):
                yield from self._finding("expired-suppression", one.place, one.place.quote, until=until)
            elif id(one) not in used and self._applied(one.rule):
                yield from self._finding("unused-suppression", one.place, one.place.quote, rule=one.rule)
            elif refused := self._refused(found for found in self.document.findings if _means(one, found)):
                yield from self._finding("void-suppression", one.place, one.place.quote, fault=refused)

    def _on_entries(self, used: set[int], there: set[str]) -> Iterator[Finding]:
        mine = {(self.name, self.document.document.part), (self.document.document.path, self.document.document.part)}
        for one in self.filed:
            if one.fingerprint not in there and (one.path, one.part) not in mine:
                continue
            quote = f"{one.source}: {one.rule} “{one.quote or one.fingerprint}”"
            if not one.reason.strip():
                yield from self._finding("unexplained-suppression", None, quote)
            elif self._expired(one.on_record):
                yield from self._finding("expired-suppression", None, quote, until=one.until)
            elif id(one) not in used and self._applied(one.rule):
                yield from self._finding("unused-suppression", None, quote, rule=one.rule)
            elif refused := self._refused(found for found in self.document.findings if found.fingerprint == one.fingerprint):
                yield from self._finding("void-suppression", None, quote, fault=refused)

    def _refused(self, findings: Iterable[Finding]) -> str:
        held = next((found for found in findings if self._never(found)), None)
        return f"an error of {held.rule} may not be suppressed here (never-suppress in the configuration)" if held else ""

    def _applied(self, selector: str) -> bool:
        """Whether what a selector means was looked for: its rules are on, and no check failed in this document."""
        meant = [rule.code for rule in self.terms.rules if selects((selector,), rule.code, rule.name)]
        failed = any(gap.what.startswith(FAILED) for gap in self.document.skipped)
        return not failed and not (meant and set(meant) <= self.terms.off)

    def _finding(self, rule_name: str, place: Place | None, quote: str, **fields: str) -> Iterator[Finding]:
        rule = next((rule for rule in self.terms.rules if rule.name == rule_name), None)
        if rule is None:
            return  # the project's own rules have none on suppressions
        info = self.document.document
        message = rule.message.replace("{quote}", quote)
        for name, value in fields.items():
            message = message.replace("{" + name + "}", value)
        yield Finding(
            rule=rule.code, name=rule.name, check=rule.check, severity=rule.severity, path=info.path, part=info.part, message=message,
            why=rule.why, place=place, fingerprint=fingerprint_of(self.name, info.part, rule.code, quote, *fields.values()),
        )  # fmt: skip


def _means(one: Suppression, found: Finding) -> bool:
    """Whether a comment is about a finding: by rule, and by place."""
    if not (selects((one.rule,), found.rule, found.name) or _is_requirement(one.rule, found.requirement or "")):
        return False
    return one.whole or (found.place is not None and one.start <= found.place.start < one.end)


def _is_requirement(selector: str, requirement: str) -> bool:
    """Whether a selector is a requirement's id, with or without the drug before it: azathioprine:cancer-risk."""
    return bool(selector) and selector in (requirement, requirement.rpartition(":")[2])
