"""What a run is asked to do: plain values, made from the configuration and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lint.types.settings import JudgeSettings


@dataclass(frozen=True, slots=True)
class Settings:
    """The terms of a run."""

    today: str  # ISO date; an input, so that a run can be repeated
    jurisdiction: str = "US"  # US | UK | EU
    kind: str = "auto"  # auto | leaflet | article | blurb
    words: frozenset[str] = frozenset()  # the project's own accepted words, lower case
    disabled: frozenset[str] = frozenset()  # codes or names of rules that are off
    severities: tuple[tuple[str, str], ...] = ()  # (code or name, severity) set by the project
    references: tuple[Path, ...] = ()  # folders of the project's own references
    labels: tuple[Path, ...] = ()  # label files given for this run; they go before every reference
    judge: JudgeSettings | None = None  # an endpoint that is asked where the comparison abstains; off unless configured
    drug: str = ""  # what the texts are about, where the user says so
    rules: Path | None = None  # a rules folder instead of leaflint's own
    include: tuple[str, ...] = ()  # globs that a walked file must fit
    exclude: tuple[str, ...] = ()  # globs that drop a walked file
