"""What a run is asked to do: plain values, made from the configuration and the command line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lint.config import Override, below_folder
from lint.errors import LeaflintError
from lint.types.review import Finding
from lint.types.rule import Rule, selects
from lint.types.settings import CmsFields, JudgeSettings

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
    force_exclude: bool = False  # named files are dropped by them too
    cms: tuple[CmsFields, ...] = ()  # which fields of JSON, JSON Lines and CSV files are texts
