"""What a run is asked to do: plain values, made from the configuration and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lint.config import Override, below_folder
from lint.errors import LeaflintError
from lint.types.review import Finding
from lint.types.rule import Rule, selects
from lint.types.settings import SOURCES, CmsFields, JudgeSettings

_ADDED = ("ignore", "severity")  # an override adds to these; of the others it sets its own


@dataclass(frozen=True, slots=True)
class Settings:
    """The terms of a run."""

    today: str  # ISO date; an input, so that a run can be repeated
    root: Path = Path()  # the project's folder; documents are named by their path below it
    jurisdiction: str = "US"  # US | UK | EU
    kind: str = "auto"  # auto | leaflet | article | blurb
    words: frozenset[str] = frozenset()  # the project's own accepted words, lower case
    select: tuple[str, ...] = ()  # codes, names or families of the only rules that are on; empty: all
    ignore: tuple[str, ...] = ()  # codes, names or families of rules that are off
    severity: tuple[tuple[str, str], ...] = ()  # (code, name or family, severity) set by the project; later ones first
    preview: bool = False  # whether rules that are still being tried are on
    overrides: tuple[Override, ...] = ()  # values for some files, in the order in which they are applied
    given: tuple[tuple[str, Any], ...] = ()  # values of the command line: they go before every override
    references: tuple[Path, ...] = ()  # folders of the project's own references
    labels: tuple[Path, ...] = ()  # label files given for this run; they go before every reference
    judge: JudgeSettings | None = None  # an endpoint that is asked where the comparison abstains; off unless configured
    sources: frozenset[str] = frozenset(SOURCES)  # what claims are looked for with
    min_confidence: float | None = None  # least probability of a finding by the model, 0 to 1; None: its own
    drug: str = ""  # what the texts are about, where the user says so
    rules: Path | None = None  # a rules folder instead of leaflint's own
    rule_packs: tuple[Path, ...] = ()  # rules folders besides that
    plugins: tuple[str, ...] = ()  # entry points whose rules and checks are applied
    decisions: Path | None = None  # the file of decisions on findings
    never_suppress: tuple[str, ...] = ()  # rules or families whose errors are not suppressed
    baseline: Path | None = None  # the folder of findings that do not count
    diff_base: str = ""  # a Git reference: only what changed since then counts
    diff_context: int = 0  # lines around a changed one that count as changed
    include: tuple[str, ...] = ()  # globs that a walked file must fit
    exclude: tuple[str, ...] = ()  # globs that drop a walked file
    boilerplate: tuple[Path, ...] = ()  # files or folders of approved texts, which pages may share and must not change
    not_texts: tuple[Path, ...] = ()  # files of the configuration, such as word lists, that a walk passes by
    force_exclude: bool = False  # named files are dropped by them too
    cms: tuple[CmsFields, ...] = ()  # which fields of JSON, JSON Lines and CSV files are texts
    keep_text: bool = False  # reviews carry their document, for a format that shows its text

    def of(self, path: str) -> Settings:
        """The settings that hold for one document: overrides applied, then what was given for the whole run."""
        mine = self
        for override in self.overrides:
            if override.covers(path):
                mine = mine.changed(override.values)
        return replace(mine.changed(self.given), overrides=(), given=()) if self.overrides else self

    def changed(self, values: Iterable[tuple[str, Any]]) -> Settings:
        """The settings with other values; `ignore` and `severity` are added to."""
        new: dict[str, Any] = {name: (*getattr(self, name), *value) if name in _ADDED else value for name, value in values}
        return replace(self, **new)

    def name_of(self, path: str) -> str:
        """How a document is named wherever it must be known again: its path below the project's folder."""
        return below_folder(self.root, path) or path

    def applies(self, rule: Rule) -> bool:
        """Whether a rule is on; one that is still being tried only where it is asked for."""
        on = selects(self.select, rule.code, rule.name) if self.select else True
        tried = rule.status == "preview" and not self.preview and not {rule.code, rule.name} & set(self.select)
        return on and not tried and not selects(self.ignore, rule.code, rule.name)

    def wanted(self, findings: Iterable[Finding], rule_of: Callable[[str], Rule]) -> Iterator[Finding]:
        """The findings of rules that are on, with the severity that the project gives them: the latest selector counts."""
        weights: dict[str, str | None] = {}  # by rule: its own severity "", another one, or None where it is off
        for found in findings:
            if found.rule not in weights:
                own = [level for selector, level in self.severity if selects((selector,), found.rule, found.name)]
                weights[found.rule] = (own[-1] if own else "") if self.applies(rule_of(found.rule)) else None
            weight = weights[found.rule]
            if weight is not None:
                yield replace(found, severity=weight) if weight else found

    def checks(self, rules: Iterable[Rule]) -> bool:
        """Whether anything is looked for at all; rules on suppressions alone count only if they were selected."""
        return any(self.applies(rule) for rule in rules if rule.check != "suppressions" or self.select)

    def check_rules(self, rules: Sequence[Rule]) -> None:
        """Raises LeaflintError for a selector that means no rule, and where no rule is left: neither must look like a clean result."""
        known = {key for rule in rules for key in (rule.code, rule.name, rule.code[:3])}
        everywhere = [self, *(self.changed(override.values) for override in self.overrides)]
        used = (
            name for one in everywhere
            for name in (*one.select, *one.ignore, *(selector for selector, _ in one.severity), *one.never_suppress)
        )  # fmt: skip
        for name in dict.fromkeys(used):
            if name not in known:
                import difflib

                close = difflib.get_close_matches(name, known, 1)
                hint = f"did you mean {close[0]!r}?" if close else "`leaflint rules list` names them all"
                raise LeaflintError(f"there is no rule {name!r} to select, ignore or weigh: {hint}")
        if not any(one.checks(rules) for one in everywhere):
            raise LeaflintError("every rule is off, so nothing would be checked: see select and ignore in `leaflint config show`")
