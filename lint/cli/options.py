"""From configuration and options to the settings of a run."""

from __future__ import annotations

import datetime
from pathlib import Path

from lint.config import Config
from lint.errors import LeaflintError
from lint.pipeline.settings import Settings


def settings_of(
    config: Config, *, jurisdiction: str | None = None, kind: str | None = None, today: str | None = None,
    labels: tuple[Path, ...] = (), drug: str | None = None,
) -> Settings:  # fmt: skip
    """The settings of a run; options that were given go before the configuration."""
    return Settings(
        today=today or datetime.date.today().isoformat(),
        jurisdiction=jurisdiction or config.jurisdiction,
        kind=kind or config.kind,
        words=frozenset(word.lower() for word in (*config.words, *_listed(config.word_lists))),
        disabled=frozenset(config.disable),
        severities=config.severity,
        references=config.references,
        labels=labels,
        drug=(drug or "").lower(),
        judge=config.judge,
        rules=config.rules,
        include=config.include,
        exclude=config.exclude,
    )


def _listed(paths: tuple[Path, ...]) -> list[str]:
    words: list[str] = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise LeaflintError(f"{path}: cannot be read as a list of words: {error}") from None
        words += [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]
    return words
